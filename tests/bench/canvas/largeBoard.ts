// A board of n cards for the canvas benchmark: ten stages, three lanes, cards of the kinds a workshop makes most.
import * as Y from 'yjs'
import type { CardKind } from '../../../shared/journey/cards/cardKinds.ts'
import { createCards } from '../../../shared/journey/edit/editCards.ts'
import { createJourney, createLane, createStage } from '../../../shared/journey/edit/editStructure.ts'
import type { EditTarget } from '../../../shared/journey/edit/EditTarget.ts'
import type { CardId, JourneyId, LaneId, StageId } from '../../../shared/journey/ids.ts'
import { orderKeys } from '../../../shared/journey/order.ts'

const STAGES = 10
const lanes: readonly { kind: 'touchpoints' | 'pains' | 'process'; card: CardKind; share: number }[] = [
  { kind: 'touchpoints', card: 'touchpoint', share: 0.7 },
  { kind: 'pains', card: 'note', share: 0.2 },
  { kind: 'process', card: 'process-step', share: 0.1 },
]
/** Cards made in one transaction: one update of it stays below the limits of a live message. */
const SLICE = 100

/** Puts n cards into the document, in slices, each one update. Returns the ids of the touchpoints. */
export function drawLargeBoard(doc: Y.Doc, cards: number): CardId[] {
  const target: EditTarget = { doc, origin: 'benchmark' }
  const journeyId = 'benchjourney' as JourneyId
  createJourney(target, { id: journeyId, place: { x: 0, y: 0 }, title: 'Benchmark' })
  const stageIds = orderKeys(STAGES).map((order, at) => {
    const id = `benchstage${at}` as StageId
    createStage(target, { id, journeyId, order, name: `Stage ${at + 1}`, columns: 4 })
    return id
  })
  const touchpoints: CardId[] = []
  const laneOrders = orderKeys(lanes.length)
  lanes.forEach((lane, laneAt) => {
    const laneId = `benchlane${laneAt}` as LaneId
    createLane(target, { id: laneId, journeyId, order: laneOrders[laneAt] ?? '', kind: lane.kind })
    const count = Math.round(cards * lane.share)
    const orders = orderKeys(count)
    for (let from = 0; from < count; from += SLICE) {
      const slice = orders.slice(from, from + SLICE).map((order, at) => {
        const number = from + at
        const stageId = stageIds[number % STAGES] ?? ('' as StageId)
        const words = `${lane.card} ${number + 1} of the benchmark`
        const id = `bench${lane.kind}${number}x` as CardId
        if (lane.card === 'touchpoint') touchpoints.push(id)
        return {
          id,
          kind: lane.card,
          place: { journeyId, stageId, laneId, order },
          fields: { title: words, text: words, channel: 'web' },
        }
      })
      createCards(target, slice)
    }
  })
  return touchpoints
}
