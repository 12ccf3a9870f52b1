// Which cards a round is about. The dialog that opens a round counts with it, the server decides with it.
import { type Board, isCellPlace } from '../journey/Board.ts'
import type { CardKind, NoteType } from '../journey/cards/cardKinds.ts'
import type { CardId } from '../journey/ids.ts'
import { cardsInMapOrder } from '../journey/cardsInMapOrder.ts'

export interface CandidateSelection {
  readonly cardIds?: readonly string[] | undefined
  readonly kind?: CardKind | undefined
  readonly noteType?: NoteType | undefined
  readonly stageId?: string | undefined
  readonly laneId?: string | undefined
}

/** Cards in the order of the map, free ones last. Every condition given must hold; merged notes count as the one they are in. */
export function selectCandidates(board: Board, selection: CandidateSelection): CardId[] {
  const { cardIds, kind, noteType, stageId, laneId } = selection
  const chosen = cardIds && new Set<string>(cardIds)
  return cardsInMapOrder(board)
    .filter((card) => {
      if (board.mergedInto.has(card.id)) return false
      const cell = isCellPlace(card.place) ? card.place : null
      return (
        (!chosen || chosen.has(card.id)) &&
        (kind === undefined || card.kind === kind) &&
        (noteType === undefined || (card.kind === 'note' && card.fields.type === noteType)) &&
        (stageId === undefined || cell?.stageId === stageId) &&
        (laneId === undefined || cell?.laneId === laneId)
      )
    })
    .map(({ id }) => id)
}
