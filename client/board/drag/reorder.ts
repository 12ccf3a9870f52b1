// Where a dragged stage header or lane label would go among its siblings. Pure: reads the layout on the screen.
import type { Board } from '../../../shared/journey/Board.ts'
import type { LaneId, StageId } from '../../../shared/journey/ids.ts'
import { orderBetween } from '../../../shared/journey/order.ts'
import type { BoardLayout, JourneyLayout } from '../../../shared/layout/JourneyLayout.ts'

export interface ReorderLanding {
  readonly root: 'stages' | 'lanes'
  readonly id: StageId | LaneId
  /** New order key; null: it stays where it is. */
  readonly order: string | null
  /** The insertion line: between two columns or two lanes, canvas px. */
  readonly line: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
}

interface Sibling {
  readonly id: string
  readonly order: string
  readonly start: number
  readonly length: number
}

/** `at`: the dragged header's left edge (stages) or the label's top edge (lanes) now. Null if it is in no map. */
export function findReorder(board: Board, layout: BoardLayout, id: string, at: number): ReorderLanding | null {
  for (const journey of layout.journeys.values()) {
    if (journey.stages.some((stage) => stage.id === id)) return reorderStage(board, journey, id as StageId, at)
    if (journey.lanes.some((lane) => lane.id === id)) return reorderLane(board, journey, id as LaneId, at)
  }
  return null
}

function reorderStage(board: Board, journey: JourneyLayout, id: StageId, at: number): ReorderLanding {
  const siblings = journey.stages.map(({ id, header }): Sibling => {
    return { id, order: board.stages.get(id)?.order ?? '', start: header.x, length: header.w }
  })
  const { order, edge } = slotFor(siblings, id, at)
  const top = journey.header.y + journey.header.h
  return { root: 'stages', id, order, line: { x: edge, y: top, w: 0, h: journey.y + journey.h - top } }
}

function reorderLane(board: Board, journey: JourneyLayout, id: LaneId, at: number): ReorderLanding {
  const siblings = journey.lanes.map(({ id, label }): Sibling => {
    return { id, order: board.lanes.get(id)?.order ?? '', start: label.y, length: label.h }
  })
  const { order, edge } = slotFor(siblings, id, at)
  return { root: 'lanes', id, order, line: { x: journey.x, y: edge, w: journey.w, h: 0 } }
}

/** The gap whose sibling's middle the dragged one's leading edge has passed: a wide one changes places as easily as a narrow one. */
function slotFor(siblings: readonly Sibling[], id: string, at: number): { order: string | null; edge: number } {
  const from = siblings.findIndex((sibling) => sibling.id === id)
  const dragged = siblings[from]
  const others = siblings.filter((sibling) => sibling.id !== id)
  if (!dragged) return { order: null, edge: at }
  const end = at + dragged.length
  const passed = (sibling: Sibling, index: number): boolean => {
    const middle = sibling.start + sibling.length / 2
    return index < from ? at > middle : end > middle
  }
  const to = others.filter((sibling, index) => passed(sibling, index)).length
  const previous = others[to - 1]
  const next = others[to]
  const edge = next ? next.start : previous ? previous.start + previous.length : dragged.start
  const order = to === from ? null : orderBetween(previous?.order ?? null, next?.order ?? null)
  return { order, edge: to === from ? dragged.start : edge }
}
