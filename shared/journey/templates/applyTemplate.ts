// A template → one journey on the board.
import { kindsForLane } from '../cards/cardKinds.ts'
import { createCards, type NewCard } from '../edit/editCards.ts'
import { createJourney, createLane, createStage } from '../edit/editStructure.ts'
import { type EditTarget, transact } from '../edit/EditTarget.ts'
import { type CardId, type JourneyId, type LaneId, newId, type StageId } from '../ids.ts'
import type { Point } from '../Board.ts'
import type { LaneKind } from '../lanes.ts'
import { orderKeys } from '../order.ts'
import type { Template, TemplateCard } from './Template.ts'
import { type TemplateName, templates } from './templates.ts'

/** How far above the map the persona's card lies: its height of 66 px and a gap of 24. */
const PERSONA_ABOVE = 90

interface LaneMade {
  readonly id: LaneId
  readonly kind: LaneKind
}

/**
 * Makes the journey of a template with its stages, lanes, starting cards and an empty persona card, as one step.
 * Draws new ids every time: for a new workshop it runs once and on the server only, two clients seeding the same board
 * would double everything. In a workshop it adds a journey, at `place`.
 */
export function applyTemplate(
  target: EditTarget,
  name: TemplateName,
  { title, place = { x: 0, y: 0 } }: { readonly title: string; readonly place?: Point },
): JourneyId {
  const template: Template = templates[name]
  const journeyId = newId<JourneyId>()
  const persona = newId<CardId>()
  transact(target, () => {
    const { objective = '' } = template
    createJourney(target, { id: journeyId, place, title, objective, persona })
    createCards(target, [{ id: persona, kind: 'persona', place: { x: place.x, y: place.y - PERSONA_ABOVE } }])
    const lanes = createLanes(target, journeyId, template)
    const orders = orderKeys(template.stages.length)
    template.stages.forEach(({ cards = [], ...stage }, at) => {
      const id = newId<StageId>()
      createStage(target, { id, journeyId, order: orders[at] ?? '', ...stage })
      createCards(target, startingCards(cards, lanes, journeyId, id))
    })
  })
  return journeyId
}

function createLanes(target: EditTarget, journeyId: JourneyId, template: Template): LaneMade[] {
  const orders = orderKeys(template.lanes.length)
  return template.lanes.map((lane, at) => {
    const id = newId<LaneId>()
    createLane(target, { id, journeyId, order: orders[at] ?? '', ...lane })
    return { id, kind: lane.kind }
  })
}

/** Cards whose kind has no home among the lanes are left out. */
function startingCards(
  cards: readonly TemplateCard[],
  lanes: readonly LaneMade[],
  journeyId: JourneyId,
  stageId: StageId,
): NewCard[] {
  const orders = orderKeys(cards.length)
  return cards.flatMap(({ kind, fields }, at) => {
    const lane = lanes.find((candidate) => kindsForLane(candidate.kind)[0] === kind)
    if (!lane) return []
    return [
      { id: newId<CardId>(), kind, place: { journeyId, stageId, laneId: lane.id, order: orders[at] ?? '' }, fields },
    ]
  })
}
