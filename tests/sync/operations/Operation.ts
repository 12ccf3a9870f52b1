// What a random person can do. Each operation draws its choices, makes one named edit and says in a few words what it
// was, so that a failing run can be read; null if there was nothing to do it with.
import { type Board, isCellPlace, type Place } from '../../../shared/journey/Board.ts'
import type { CardKind } from '../../../shared/journey/cards/cardKinds.ts'
import { laneTakes } from '../../../shared/journey/cards/cardKinds.ts'
import { orderAt } from '../../../shared/journey/order.ts'
import type { Random } from '../../support/Random.ts'
import type { TestPeer } from '../../support/TestNetwork.ts'

export interface Actor {
  readonly peer: TestPeer
  readonly random: Random
  /** What the actor sees on their screen now. */
  readonly board: Board
  /** A fresh id, the same in every run of the seed. */
  readonly newId: <Id extends string>() => Id
}

export type Operation = (actor: Actor) => string | null

const words = ['claim', 'Formular 📄', 'انتظار', '待ち時間', 'a', '  ', 'two\nlines', '__proto__', '👩‍👩‍👧']

export function anyWords(random: Random): string {
  return random.pick(words) ?? ''
}

/** A place for a card of the kind: in a cell that takes it, at any position, or free. */
export function anyPlace({ board, random }: Actor, kind: CardKind): Place {
  const lane = random.pick([...board.lanes.values()].filter((one) => laneTakes(one.kind, kind)))
  const stage = random.pick([...board.stages.values()].filter((one) => one.journeyId === lane?.journeyId))
  if (!lane || !stage || random.chance(0.1)) return { x: random.below(2_000), y: random.below(2_000) }
  const cell = board.cells.get(`${stage.id}/${lane.id}`) ?? []
  const orders = cell.map(({ place }) => ({ order: isCellPlace(place) ? place.order : '' }))
  const order = orderAt(orders, random.below(orders.length + 1))
  return { journeyId: lane.journeyId, stageId: stage.id, laneId: lane.id, order }
}
