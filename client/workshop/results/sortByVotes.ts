// The cards of the lane that was voted on, in the order of their votes within each cell. Pure: says what to write.
import {
  type Board,
  type Card,
  type CellKey,
  cellKey,
  type CellPlace,
  isCellPlace,
} from '../../../shared/journey/Board.ts'
import type { CardMove } from '../../../shared/journey/edit/editCards.ts'
import type { CardId, LaneId } from '../../../shared/journey/ids.ts'
import { orderKeys } from '../../../shared/journey/order.ts'
import { hasCell } from '../../../shared/journey/readBoardParts.ts'
import type { RoundResult } from '../../../shared/workshop/results.ts'

/** Lanes with a card of the round in a cell. */
export function lanesVotedOn(board: Board, result: RoundResult): ReadonlySet<LaneId> {
  return new Set(placesVotedOn(board, result).map(({ laneId }) => laneId))
}

/** Cards that were not voted on stay behind those that were, as they stood. Empty: everything stands right. */
export function sortByVotes(board: Board, result: RoundResult): CardMove[] {
  const ranks = new Map(result.tally.ranking.map(({ cardId }, at) => [cardId, at]))
  const rankOf = ({ id }: Card) => ranks.get(id) ?? ranks.size
  const cells = new Set(placesVotedOn(board, result).map((place): CellKey => cellKey(place.stageId, place.laneId)))
  return [...cells].flatMap((key) => {
    const cards = board.cells.get(key) ?? []
    const sorted = cards.toSorted((a, b) => rankOf(a) - rankOf(b))
    if (sorted.every((card, at) => card === cards[at])) return []
    const orders = orderKeys(sorted.length)
    return sorted.flatMap(({ id, place }, at) => {
      return isCellPlace(place) ? [{ id, place: { ...place, order: orders[at] ?? place.order } }] : []
    })
  })
}

function placesVotedOn(board: Board, { tally }: RoundResult): CellPlace[] {
  return tally.ranking.flatMap(({ cardId }) => {
    const card = board.cards.get(cardId as CardId)
    return card && isCellPlace(card.place) && hasCell(board, card) ? [card.place] : []
  })
}
