import { type Card, isCellPlace, type Place, type Point } from '../../shared/journey/Board.ts'

/** Whether a card on the board still says what its draft says, where the draft put it: nobody has worked on it since. */
export function isAsRevealed(card: Card, draft: Card): boolean {
  return card.kind === draft.kind && placeOf(card.place) === placeOf(draft.place) && wordsOf(card) === wordsOf(draft)
}

/** The place within the cell is the reveal's. */
function placeOf(place: Place | Point): string {
  return isCellPlace(place) ? `${place.stageId}/${place.laneId}` : `${place.x}, ${place.y}`
}

/** A note's department is the reveal's. */
function wordsOf({ kind, fields }: Card): string {
  const { department: _, ...rest } = { department: '', ...fields }
  return JSON.stringify(kind === 'note' ? rest : fields, (_key, value: unknown) =>
    value instanceof Map ? [...value] : value,
  )
}
