// After the last phase: the way to what everybody takes home. In a tab of its own, as from the menu.
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { agendaWords } from '../../ui/agendaWords.ts'
import { LinkButton } from '../../ui/Button.tsx'

export function RecapLink() {
  const { workshop } = useBoardSession()
  return (
    <LinkButton
      className="recap-link"
      look="primary"
      href={`/w/${encodeURIComponent(workshop.workshopId)}/recap`}
      target="_blank"
      rel="noopener"
    >
      {agendaWords.recap}
    </LinkButton>
  )
}
