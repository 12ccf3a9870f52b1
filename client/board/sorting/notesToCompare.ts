// Which notes are compared with each other: those that show, that have words, and that may be merged here and now.
import { cellKey, isCellPlace, type Board } from '../../../shared/journey/Board.ts'
import type { CardOf } from '../../../shared/journey/Board.ts'
import type { CardId } from '../../../shared/journey/ids.ts'

export type Note = CardOf<'note'>

/** `isOut`: drafts, and notes that are locked for this person. */
export function notesToCompare(board: Board, isOut: (id: CardId) => boolean): Note[] {
  return [...board.cards.values()].filter((card): card is Note => {
    if (card.kind !== 'note' || card.fields.text.trim() === '') return false
    return isCellPlace(card.place) && !board.mergedInto.has(card.id) && !isOut(card.id)
  })
}

/** Only notes of one type on one map can be one note. */
export function mayBeOne(a: Note, b: Note): boolean {
  const [one, other] = [a.place, b.place]
  return a.fields.type === b.fields.type && isCellPlace(one) && isCellPlace(other) && one.journeyId === other.journeyId
}

/** In the order of the map: stage by stage, lane by lane, as they lie in their cell. */
export function inMapOrder(board: Board, ids: readonly CardId[]): CardId[] {
  const rank = (id: CardId): string => {
    const place = board.cards.get(id)?.place
    if (!place || !isCellPlace(place)) return ''
    const stage = board.stages.get(place.stageId)?.order ?? ''
    const lane = board.lanes.get(place.laneId)?.order ?? ''
    const cell = board.cells.get(cellKey(place.stageId, place.laneId)) ?? []
    const at = cell.findIndex((card) => card.id === id)
    // Order keys are letters and digits, so a space sorts before all of them.
    return `${stage} ${lane} ${String(at).padStart(5, '0')}`
  }
  return ids.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))
}
