// A plan that a person has looked at → edits of the board, in one transaction: one step of undo, all or nothing.
import { type Board, isCellPlace, type Journey, type Lane, type Stage } from '../../journey/Board.ts'
import { createCards, type NewCard } from '../../journey/edit/editCards.ts'
import { setField } from '../../journey/edit/editFields.ts'
import { createLane, createStage } from '../../journey/edit/editStructure.ts'
import { type EditTarget, transact } from '../../journey/edit/EditTarget.ts'
import { type CardId, type LaneId, newId, type StageId } from '../../journey/ids.ts'
import type { LaneKind } from '../../journey/lanes.ts'
import { orderKeys } from '../../journey/order.ts'
import { lanesOf, stagesOf } from '../../journey/readBoardParts.ts'
import type { CardPlan, PlannedCard } from './planCards.ts'
import { lastOrder } from './planPlaces.ts'

/** Ids of the cards made, in the order of the rows. `board`: as the target's document is now. */
export function applyPlan(target: EditTarget, board: Board, journey: Journey, plan: CardPlan): CardId[] {
  return transact(target, () => {
    const made: Made = {
      stages: makeStages(target, board, journey, plan),
      lanes: makeLanes(target, board, journey, plan),
    }
    const cells = Map.groupBy(plan.cards, ({ stage, lane }) => `${stageId(stage, made)}/${laneId(lane, made)}`)
    const cards = [...cells.values()].flatMap((inCell) => placed(inCell, board, journey, made))
    return createCards(target, cards)
  })
}

/** What there was not before, by name and by kind. */
interface Made {
  readonly stages: ReadonlyMap<string, StageId>
  readonly lanes: ReadonlyMap<LaneKind, LaneId>
}

function stageId(stage: Stage | string, { stages }: Made): StageId | undefined {
  return typeof stage === 'string' ? stages.get(stage) : stage.id
}

function laneId(lane: Lane | LaneKind, { lanes }: Made): LaneId | undefined {
  return typeof lane === 'string' ? lanes.get(lane) : lane.id
}

/** Stages of a new map that nobody has named or used take the first names; the others go behind all that are there. */
function makeStages(target: EditTarget, board: Board, journey: Journey, plan: CardPlan): Made['stages'] {
  const stages = stagesOf(board, journey.id)
  const used = new Set<string>([
    ...plan.cards.flatMap(({ stage }) => (typeof stage === 'string' ? [] : stage.id)),
    ...[...board.cards.values()].flatMap(({ place }) => (isCellPlace(place) ? place.stageId : [])),
  ])
  const free = stages.filter(({ id, name, period }) => name.trim() === '' && period.trim() === '' && !used.has(id))
  const orders = orderKeys(Math.max(0, plan.newStages.length - free.length), stages.at(-1)?.order ?? null)
  return new Map(
    plan.newStages.map((name, at) => {
      const there = free[at]?.id
      if (there && setField(target, 'stages', there, 'name', name)) return [name, there]
      const id = newId<StageId>()
      createStage(target, { id, journeyId: journey.id, order: orders[at - free.length] ?? '', name })
      return [name, id]
    }),
  )
}

/** Below the lanes that are there. */
function makeLanes(target: EditTarget, board: Board, journey: Journey, { newLanes }: CardPlan): Made['lanes'] {
  const orders = orderKeys(newLanes.length, lanesOf(board, journey.id).at(-1)?.order ?? null)
  return new Map(
    newLanes.map((kind, at) => {
      const id = newId<LaneId>()
      createLane(target, { id, journeyId: journey.id, order: orders[at] ?? '', kind })
      return [kind, id]
    }),
  )
}

function placed(inCell: readonly PlannedCard[], board: Board, journey: Journey, made: Made): NewCard[] {
  const [first] = inCell
  if (!first) return []
  const { stage, lane } = first
  const [inStage, inLane] = [stageId(stage, made), laneId(lane, made)]
  if (inStage === undefined || inLane === undefined) return []
  const isNew = typeof stage === 'string' || typeof lane === 'string'
  const orders = orderKeys(inCell.length, isNew ? null : lastOrder(board, stage, lane))
  return inCell.map(({ kind, fields }, at): NewCard => {
    const place = { journeyId: journey.id, stageId: inStage, laneId: inLane, order: orders[at] ?? '' }
    return { id: newId<CardId>(), kind, fields, place }
  })
}
