// What can be done to a lane from its label: each is one step of undo.
import type { Lane } from '../../../../shared/journey/Board.ts'
import { setField } from '../../../../shared/journey/edit/editFields.ts'
import { createLane, reorder } from '../../../../shared/journey/edit/editStructure.ts'
import { type JourneyId, type LaneId, newId } from '../../../../shared/journey/ids.ts'
import type { LaneKind } from '../../../../shared/journey/lanes.ts'
import { orderBetween } from '../../../../shared/journey/order.ts'
import { lanesOf } from '../../../../shared/journey/readBoardParts.ts'
import type { BoardSession } from '../../BoardSession.ts'

/** Makes a lane above or below another (at the end of the journey without one). Returns its id, or null if it could not be made. */
export function insertLane(
  session: BoardSession,
  where: { journeyId: JourneyId; beside: LaneId | null; side: 'above' | 'below' },
  kind: LaneKind,
): LaneId | null {
  const lanes = lanesOf(session.model.board, where.journeyId)
  const found = lanes.findIndex((lane) => lane.id === where.beside)
  const at = found < 0 ? lanes.length : where.side === 'above' ? found : found + 1
  const order = orderBetween(lanes[at - 1]?.order ?? null, lanes[at]?.order ?? null)
  const id = newId<LaneId>()
  const lane = { id, journeyId: where.journeyId, order, kind }
  return session.undo.step(() => createLane(session.edit, lane)) ? id : null
}

/** Where the lane stands among its siblings. */
export function lanePosition(session: BoardSession, id: LaneId): { lane: Lane; at: number; of: Lane[] } | null {
  const lane = session.model.board.lanes.get(id)
  if (!lane) return null
  const of = lanesOf(session.model.board, lane.journeyId)
  return { lane, at: of.findIndex((other) => other.id === id), of }
}

/** One place up (−1) or down (+1). */
export function moveLane(session: BoardSession, id: LaneId, by: -1 | 1): void {
  const position = lanePosition(session, id)
  const neighbour = position?.of[position.at + by]
  if (!position || !neighbour) return
  const beyond = position.of[position.at + 2 * by]
  const order =
    by < 0 ? orderBetween(beyond?.order ?? null, neighbour.order) : orderBetween(neighbour.order, beyond?.order ?? null)
  session.undo.step(() => reorder(session.edit, 'lanes', id, order))
}

/** Cards of kinds the new kind does not take stay where they are until somebody moves them. */
export function changeLaneKind(session: BoardSession, id: LaneId, kind: LaneKind): void {
  session.undo.step(() => setField(session.edit, 'lanes', id, 'kind', kind))
}
