import { setField } from '../../../shared/journey/edit/editFields.ts'
import {
  createJourney,
  createLane,
  createStage,
  deleteJourney,
  deleteLane,
  deleteStage,
  moveJourney,
  reorder,
} from '../../../shared/journey/edit/editStructure.ts'
import { editText } from '../../../shared/journey/edit/editText.ts'
import { laneKinds } from '../../../shared/journey/lanes.ts'
import { orderAt } from '../../../shared/journey/order.ts'
import { lanesOf, stagesOf } from '../../../shared/journey/readBoardParts.ts'
import { anyWords, type Operation } from './Operation.ts'

const makesJourney: Operation = ({ board, random, peer, newId }) => {
  if (board.journeys.size > 2) return null
  const id = newId<never>()
  createJourney(peer.target, { id, place: { x: random.below(5_000), y: 0 }, title: anyWords(random) })
  return `makes journey ${id as string}`
}

const makesStage: Operation = ({ board, random, peer, newId }) => {
  const journeyId = random.pick([...board.journeys.keys()])
  if (!journeyId) return null
  const [id, stages] = [newId<never>(), stagesOf(board, journeyId)]
  const order = orderAt(stages, random.below(stages.length + 1))
  createStage(peer.target, { id, journeyId, order, name: anyWords(random) })
  return `makes stage ${id as string} in ${journeyId}`
}

const makesLane: Operation = ({ board, random, peer, newId }) => {
  const journeyId = random.pick([...board.journeys.keys()])
  const kind = random.pick(laneKinds)
  if (!journeyId || !kind) return null
  const [id, lanes] = [newId<never>(), lanesOf(board, journeyId)]
  createLane(peer.target, { id, journeyId, order: orderAt(lanes, random.below(lanes.length + 1)), kind })
  return `makes lane ${id as string} of ${kind} in ${journeyId}`
}

const reorders: Operation = ({ board, random, peer }) => {
  const root = random.pick(['stages', 'lanes'] as const) ?? 'stages'
  const one = random.pick<{ id: never; journeyId: never }>([...board[root].values()] as never[])
  if (!one) return null
  const list = root === 'stages' ? stagesOf(board, one.journeyId) : lanesOf(board, one.journeyId)
  reorder(peer.target, root, one.id, orderAt(list, random.below(list.length + 1)))
  return `reorders ${root} ${one.id as string}`
}

const deletes: Operation = ({ board, random, peer }) => {
  const stage = random.pick([...board.stages.keys()])
  const lane = random.pick([...board.lanes.keys()])
  const journey = random.pick([...board.journeys.keys()])
  const choice = random.next()
  if (choice < 0.5 && stage) deleteStage(peer.target, stage)
  else if (choice < 0.9 && lane) deleteLane(peer.target, lane)
  else if (journey) deleteJourney(peer.target, journey)
  return `deletes ${choice < 0.5 ? stage : choice < 0.9 ? lane : journey}`
}

const names: Operation = ({ board, random, peer }) => {
  const stage = random.pick([...board.stages.values()])
  if (!stage) return null
  editText(peer.target, 'stages', stage.id, 'name', stage.name + anyWords(random))
  return `names ${stage.id}`
}

const sets: Operation = ({ board, random, peer }) => {
  const [stage, lane] = [random.pick([...board.stages.keys()]), random.pick([...board.lanes.keys()])]
  const journey = random.pick([...board.journeys.keys()])
  const columns = 1 + random.below(6)
  if (stage) setField(peer.target, 'stages', stage, 'columns', columns)
  if (lane && random.chance(0.3)) setField(peer.target, 'lanes', lane, 'kind', random.pick(laneKinds) ?? null)
  if (journey) {
    moveJourney(peer.target, journey, { x: random.below(5_000), y: random.below(500) })
    setField(peer.target, 'journeys', journey, 'persona', random.pick([...board.cards.keys()]) ?? null)
  }
  return `sets columns of ${stage} to ${columns}, kind of ${lane}, place and persona of ${journey}`
}

export const structureOperations: readonly Operation[] = [
  makesJourney,
  makesStage,
  makesStage,
  makesLane,
  reorders,
  reorders,
  deletes,
  names,
  sets,
]
