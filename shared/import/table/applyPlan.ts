// A plan that a person has looked at → edits of the board, in one transaction: one step of undo, all or nothing.
import type { Board, Journey, Lane, Stage } from '../../journey/Board.ts'
import { createCards, type NewCard } from '../../journey/edit/editCards.ts'
import { createStage } from '../../journey/edit/editStructure.ts'
import { type EditTarget, transact } from '../../journey/edit/EditTarget.ts'
import { type CardId, newId, type StageId } from '../../journey/ids.ts'
import { orderKeys } from '../../journey/order.ts'
import { stagesOf } from '../../journey/readBoardParts.ts'
import { type CardPlan, lastOrder, type PlannedCard } from './planCards.ts'

/** Ids of the cards made, in the order of the rows. `board`: as the target's document is now. */
export function applyPlan(target: EditTarget, board: Board, journey: Journey, plan: CardPlan): CardId[] {
  return transact(target, () => {
    const made = makeStages(target, board, journey, plan.newStages)
    const cells = Map.groupBy(plan.cards, ({ stage, lane }) => `${stageId(stage, made)}/${lane.id}`)
    const cards = [...cells.values()].flatMap((inCell) => placed(inCell, board, journey, made))
    return createCards(target, cards)
  })
}

function stageId(stage: Stage | string, made: ReadonlyMap<string, StageId>): StageId | undefined {
  return typeof stage === 'string' ? made.get(stage) : stage.id
}

/** Behind the stages that are there. */
function makeStages(
  target: EditTarget,
  board: Board,
  journey: Journey,
  names: readonly string[],
): ReadonlyMap<string, StageId> {
  const last = stagesOf(board, journey.id).at(-1)?.order ?? null
  const orders = orderKeys(names.length, last)
  return new Map(
    names.map((name, at) => {
      const id = newId<StageId>()
      createStage(target, { id, journeyId: journey.id, order: orders[at] ?? '', name })
      return [name, id]
    }),
  )
}

function placed(
  inCell: readonly PlannedCard[],
  board: Board,
  journey: Journey,
  made: ReadonlyMap<string, StageId>,
): NewCard[] {
  const [first] = inCell
  if (!first) return []
  const { stage, lane }: { stage: Stage | string; lane: Lane } = first
  const id = stageId(stage, made)
  if (id === undefined) return []
  const orders = orderKeys(inCell.length, typeof stage === 'string' ? null : lastOrder(board, stage, lane))
  return inCell.map(({ kind, fields }, at): NewCard => {
    const place = { journeyId: journey.id, stageId: id, laneId: lane.id, order: orders[at] ?? '' }
    return { id: newId<CardId>(), kind, fields, place }
  })
}
