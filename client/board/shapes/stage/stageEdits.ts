// What can be done to a stage from its header: each is one step of undo.
import { newId, type StageId } from '../../../../shared/journey/ids.ts'
import { orderBetween } from '../../../../shared/journey/order.ts'
import type { Stage } from '../../../../shared/journey/Board.ts'
import { stagesOf } from '../../../../shared/journey/readBoardParts.ts'
import { MAX_COLUMNS } from '../../../../shared/journey/schema.ts'
import { setField } from '../../../../shared/journey/edit/editFields.ts'
import { createStage, reorder } from '../../../../shared/journey/edit/editStructure.ts'
import type { JourneyId } from '../../../../shared/journey/ids.ts'
import type { BoardSession } from '../../BoardSession.ts'

/** Makes an empty stage beside another (at the end of the journey without one). Returns its id, or null if it could not be made. */
export function insertStage(
  session: BoardSession,
  journeyId: JourneyId,
  beside: StageId | null,
  side: 'before' | 'after',
): StageId | null {
  const stages = stagesOf(session.model.board, journeyId)
  const found = stages.findIndex((stage) => stage.id === beside)
  const at = found < 0 ? stages.length : side === 'before' ? found : found + 1
  const order = orderBetween(stages[at - 1]?.order ?? null, stages[at]?.order ?? null)
  const id = newId<StageId>()
  return session.undo.step(() => createStage(session.edit, { id, journeyId, order })) ? id : null
}

/** Where the stage stands among its siblings. */
export function stagePosition(session: BoardSession, id: StageId): { stage: Stage; at: number; of: Stage[] } | null {
  const stage = session.model.board.stages.get(id)
  if (!stage) return null
  const of = stagesOf(session.model.board, stage.journeyId)
  return { stage, at: of.findIndex((other) => other.id === id), of }
}

/** One place to the left (−1) or right (+1). */
export function moveStage(session: BoardSession, id: StageId, by: -1 | 1): void {
  const position = stagePosition(session, id)
  const neighbour = position?.of[position.at + by]
  if (!position || !neighbour) return
  const beyond = position.of[position.at + 2 * by]
  const order =
    by < 0 ? orderBetween(beyond?.order ?? null, neighbour.order) : orderBetween(neighbour.order, beyond?.order ?? null)
  session.undo.step(() => reorder(session.edit, 'stages', id, order))
}

export function widenStage(session: BoardSession, id: StageId, by: -1 | 1): void {
  const columns = (session.model.board.stages.get(id)?.columns ?? 0) + by
  if (columns < 1 || columns > MAX_COLUMNS) return
  session.undo.step(() => setField(session.edit, 'stages', id, 'columns', columns))
}
