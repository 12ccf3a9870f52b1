// The one order in which cards are listed: on a ballot, in tables, in the recap, as work items.
import { type Board, type Card, cellKey, isCellPlace } from './Board.ts'
import { journeysOf, lanesOf, stagesOf } from './readBoardParts.ts'

/**
 * Every card once. Map by map, stage by stage, lane by lane, as they lie in their cell; then those in no list of a cell
 * (merged into another, or their stage or lane is gone); then what lies free, row by row.
 */
export function cardsInMapOrder(board: Board): Card[] {
  const placed: Card[] = []
  for (const { id } of journeysOf(board)) {
    const lanes = lanesOf(board, id)
    for (const stage of stagesOf(board, id))
      for (const lane of lanes) placed.push(...(board.cells.get(cellKey(stage.id, lane.id)) ?? []))
  }
  const listed = new Set(placed)
  const others = [...board.cards.values()].filter((card) => !listed.has(card))
  return [...placed, ...others.toSorted(compareOthers)]
}

function compareOthers(a: Card, b: Card): number {
  const [left, right] = [a.place, b.place]
  const byId = a.id < b.id ? -1 : 1
  if (isCellPlace(left) || isCellPlace(right)) return Number(isCellPlace(right)) - Number(isCellPlace(left)) || byId
  return left.y - right.y || left.x - right.x || byId
}
