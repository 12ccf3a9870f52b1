// Dragging headers: where a stage or a lane would go among its siblings, and how many columns a stage gets when its
// edge is dragged. Reads the layout on the screen; the drop is `reorder` or `setField`.
import type { Board } from '../journey/Board.ts'
import type { LaneId, StageId } from '../journey/ids.ts'
import { orderAt } from '../journey/order.ts'
import { lanesOf, stagesOf } from '../journey/readBoardParts.ts'
import { MAX_COLUMNS } from '../journey/schema.ts'
import type { JourneyLayout } from './JourneyLayout.ts'
import { CELL_GAP, CELL_PAD_X, COLUMN_PITCH } from './mapMetrics.ts'
import type { Rect } from './Rect.ts'

export interface HeaderSlot {
  /** Place among the siblings that stay. */
  readonly index: number
  readonly order: string
  /** Whether a drop would change anything. */
  readonly isMove: boolean
  /** Line between two siblings where the header would go; as long as the map is high or wide, without thickness. */
  readonly line: Rect
}

/** Where a stage goes when its header is dropped with the pointer at `x`; null if the journey has no such stage. */
export function findStageSlot(board: Board, layout: JourneyLayout, stageId: StageId, x: number): HeaderSlot | null {
  const spans = layout.stages.map((stage) => ({ id: stage.id, start: stage.header.x, length: stage.header.w }))
  const found = findSlot(stagesOf(board, layout.journeyId), spans, stageId, x)
  const top = layout.header.y + layout.header.h
  return found && { ...found.slot, line: { x: found.edge, y: top, w: 0, h: layout.y + layout.h - top } }
}

/** Where a lane goes when its label is dropped with the pointer at `y`; null if the journey has no such lane. */
export function findLaneSlot(board: Board, layout: JourneyLayout, laneId: LaneId, y: number): HeaderSlot | null {
  const spans = layout.lanes.map((lane) => ({ id: lane.id, start: lane.label.y, length: lane.label.h }))
  const found = findSlot(lanesOf(board, layout.journeyId), spans, laneId, y)
  return found && { ...found.slot, line: { x: layout.x, y: found.edge, w: layout.w, h: 0 } }
}

interface Span<Id> {
  readonly id: Id
  readonly start: number
  readonly length: number
}

/** Before the first sibling whose middle lies beyond the pointer. */
function findSlot<Id extends StageId | LaneId>(
  entities: readonly { readonly id: Id; readonly order: string }[],
  spans: readonly Span<Id>[],
  id: Id,
  at: number,
): { slot: Omit<HeaderSlot, 'line'>; edge: number } | null {
  const from = spans.findIndex((span) => span.id === id)
  if (from < 0) return null
  const others = spans.filter((span) => span.id !== id)
  const beyond = others.findIndex((span) => at < span.start + span.length / 2)
  const index = beyond < 0 ? others.length : beyond
  const staying = entities.filter((entity) => entity.id !== id)
  // Dropped where it is, the line shows at its own near edge.
  const isMove = index !== from
  const next = isMove ? others[index] : spans[from]
  const last = spans.at(-1)
  const edge = next ? next.start : last ? last.start + last.length : 0
  return { slot: { index, order: orderAt(staying, index), isMove }, edge }
}

/** Columns of a stage dragged to a width, px: the nearest number from 1 to 6. */
export function columnsAt(width: number): number {
  const columns = Math.round((width - 2 * CELL_PAD_X + CELL_GAP) / COLUMN_PITCH)
  return Math.min(MAX_COLUMNS, Math.max(1, columns))
}
