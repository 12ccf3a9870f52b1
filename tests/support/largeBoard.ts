// A board of the size that exports are measured with: 24 stages, all lanes, cards of every kind with words of usual length.
import * as Y from 'yjs'
import { cardDefinition, cardKindNames, laneTakes } from '../../shared/journey/cards/cardKinds.ts'
import { createCards, type NewCard } from '../../shared/journey/edit/editCards.ts'
import { createJourney, createLane, createStage } from '../../shared/journey/edit/editStructure.ts'
import type { CardId, JourneyId, LaneId, StageId } from '../../shared/journey/ids.ts'
import { laneKinds } from '../../shared/journey/lanes.ts'
import { orderKeys } from '../../shared/journey/order.ts'
import { Random } from './Random.ts'

const STAGES = 24
const WORDS =
  'status claim wait login paper form status nobody answers phone letter twice again office money time'.split(' ')

export function largeBoardDoc(cards: number): Y.Doc {
  const doc = new Y.Doc()
  const target = { doc, origin: 'large' }
  const random = new Random(cards)
  const journeyId = 'large' as JourneyId
  createJourney(target, { id: journeyId, place: { x: 0, y: 0 }, title: 'A large board' })
  const orders = orderKeys(Math.max(STAGES, laneKinds.length))
  for (let at = 0; at < STAGES; at++)
    createStage(target, { id: `stage${at}` as StageId, journeyId, order: orders[at] ?? '', name: `Stage ${at + 1}` })
  laneKinds.forEach((kind, at) =>
    createLane(target, { id: kind.replaceAll('-', '') as LaneId, journeyId, order: orders[at] ?? '', kind }),
  )
  const kinds = cardKindNames.filter((kind) => kind !== 'persona')
  const places = orderKeys(Math.ceil(cards / STAGES))
  const made = Array.from({ length: cards }, (_, at): NewCard => {
    const kind = kinds[at % kinds.length] ?? 'note'
    const lane = laneKinds.find((known) => laneTakes(known, kind)) ?? 'free'
    const place = {
      journeyId,
      stageId: `stage${at % STAGES}` as StageId,
      laneId: (kind === 'note' ? 'pains' : lane.replaceAll('-', '')) as LaneId,
      order: places[Math.floor(at / STAGES)] ?? '',
    }
    const words = Array.from({ length: 4 + random.below(12) }, () => WORDS[random.below(WORDS.length)]).join(' ')
    return { id: `card${at}` as CardId, kind, place, fields: { [cardDefinition(kind).title]: `${words} ${at}` } }
  })
  if (createCards(target, made).length !== cards) throw new Error('some cards were left out')
  return doc
}
