// Which cards a round is about. The dialog that opens a round counts with it, the server decides with it.
import { type Board, type Card, isCellPlace } from '../journey/Board.ts'
import type { CardKind, NoteType } from '../journey/cards/cardKinds.ts'
import type { CardId } from '../journey/ids.ts'
import { journeysOf, lanesOf, stagesOf } from '../journey/readBoardParts.ts'

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
  return inMapOrder(board)
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

function inMapOrder(board: Board): Card[] {
  const ordered: Card[] = []
  for (const journey of journeysOf(board)) {
    for (const stage of stagesOf(board, journey.id)) {
      for (const lane of lanesOf(board, journey.id)) ordered.push(...(board.cells.get(`${stage.id}/${lane.id}`) ?? []))
    }
  }
  const placed = new Set(ordered)
  const others = [...board.cards.values()].filter((card) => !placed.has(card))
  return [...ordered, ...others.toSorted((a, b) => (a.id < b.id ? -1 : 1))]
}
