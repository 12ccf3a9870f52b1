// What a CJML file would bring, and what of it has no place on a board.
import { importWords as words } from '../../ui/importWords.ts'
import { PlaceList } from './FileFaults.tsx'
import type { CjmlPlan } from './useChosenFile.ts'

export function CjmlPreview({ plan: { file, notes } }: { plan: CjmlPlan }) {
  const stages = file.journeys.reduce((sum, journey) => sum + journey.stages.length, 0)
  const cards = file.journeys.reduce((sum, journey) => sum + journey.cards.length, file.freeCards.length)
  return (
    <div className="import__plan">
      <p role="status">
        <b>{words.cjmlSummary(file.journeys.length, stages, cards)}</b>
      </p>
      {notes.length > 0 && (
        <details open>
          <summary>{words.notes(notes.length)}</summary>
          <PlaceList places={notes} />
        </details>
      )}
    </div>
  )
}
