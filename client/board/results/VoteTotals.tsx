// Votes on the cards after the end of a round: a pill on the upper right corner of each card that got some. They lie in
// tldraw's layer that moves with the camera, so panning and zooming cost nothing; each pill follows its own card only.
import './vote-totals.css'
import { useEditor, useValue } from 'tldraw'
import { type VoteTotal, voteTotals, writeVotes } from '../../../shared/workshop/voteTotals.ts'
import { useBoardSession } from '../BoardSessionContext.tsx'
import { type CardShape, shapeIdOf } from '../shapes/journeyShapes.ts'

export function VoteTotals() {
  const { results } = useBoardSession()
  const result = useValue(results.shownOnMap)
  if (!result) return null
  return (
    // The ranking says the same in words; a number without its card is no use to anybody who listens.
    <div className="vote-totals tabular" aria-hidden="true">
      {[...voteTotals(result)].map(([cardId, total]) =>
        total.votes > 0 ? <Pill key={cardId} cardId={cardId} total={total} /> : null,
      )}
    </div>
  )
}

function Pill({ cardId, total }: { cardId: string; total: VoteTotal }) {
  const editor = useEditor()
  const card = useValue('card', () => editor.getShape(shapeIdOf(cardId)) as unknown as CardShape | undefined, [
    editor,
    cardId,
  ])
  // Deleted, or part of another note by now.
  if (!card) return null
  return (
    <div className="vote-total" style={{ transform: `translate(${card.x + card.props.w}px, ${card.y}px)` }}>
      <b className={`vote-total__pill heat--${total.heat}`}>{writeVotes(total.votes)}</b>
    </div>
  )
}
