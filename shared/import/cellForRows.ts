// Rows pasted while nobody points at a cell: a table that says itself where most of its rows go belongs into the map.
import type { Board } from '../journey/Board.ts'
import { kindsForLane } from '../journey/cards/cardKinds.ts'
import { journeysOf, lanesOf, stagesOf } from '../journey/readBoardParts.ts'
import { readRows, type RowContext } from './rows.ts'

type Cell = Pick<RowContext, 'stageId' | 'laneId'>

/** Where the rows go that name no stage or no lane, in the first map that has the places; null: they lie beside the maps. */
export function cellForRows(text: string, board: Board, departments: readonly string[]): Cell | null {
  for (const { id } of journeysOf(board)) {
    const [stages, lanes] = [stagesOf(board, id), lanesOf(board, id)]
    const [stage] = stages
    const lane = lanes.find(({ kind }) => kind === 'pains') ?? lanes.find(({ kind }) => kindsForLane(kind).length > 0)
    if (!stage || !lane) continue
    const { cards } = readRows(text, { lane: lane.kind, stages, lanes, departments })
    const placed = cards.filter((card) => card.stage ?? card.lane).length
    // A word that happens to be a stage's name makes no table.
    if (placed * 2 > cards.length) return { stageId: stage.id, laneId: lane.id }
  }
  return null
}
