// After the last phase: the way to what everybody takes home. In a tab of its own, as from the menu.
import { agendaWords } from '../../ui/agendaWords.ts'
import { LinkButton } from '../../ui/Button.tsx'

export function RecapLink({ workshopId }: { workshopId: string }) {
  return (
    <LinkButton
      className="recap-link"
      look="primary"
      href={`/w/${encodeURIComponent(workshopId)}/recap`}
      target="_blank"
      rel="noopener"
    >
      {agendaWords.recap}
    </LinkButton>
  )
}
