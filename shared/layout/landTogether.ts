// Where several dragged cards would land. They keep their arrangement: each goes as many stages and lanes on as the card
// under the pointer does. What would leave the map that way, or come into a lane that does not take it, comes to the
// pointer. Reads the layout on the screen and writes nothing.
import { type CellPlace, isCellPlace, type Point } from '../journey/Board.ts'
import { laneTakes } from '../journey/cards/cardKinds.ts'
import type { CardId } from '../journey/ids.ts'
import {
  type CardLanding,
  type DraggedCard,
  findLanding,
  journeyAt,
  landFree,
  landInCell,
  laneAt,
  type LandingQuery,
  stageAt,
} from './findLanding.ts'
import { cardLayoutOf, type JourneyLayout, type LaneLayout, type StageLayout } from './JourneyLayout.ts'
import { containsPoint, distanceToSpan, type Rect } from './Rect.ts'

interface HeldCard extends DraggedCard {
  /** The card on the board that it is, or that it is a copy of; null if there is none. */
  readonly from: CardId | null
}

export interface TogetherQuery extends LandingQuery {
  readonly cards: readonly HeldCard[]
}

interface Cell {
  readonly stage: StageLayout
  readonly lane: LaneLayout
}

/** What all have in common: the leading card goes from one cell to another. */
interface Shift {
  readonly from: JourneyLayout
  readonly to: JourneyLayout
  readonly stages: number
  /** Null: to the lane of the same kind, in a map that may have others between. */
  readonly lanes: number | null
  /** Where the leading card lands. */
  readonly target: Cell
}

/** One landing for each card, in the given order. */
export function landTogether(query: TogetherQuery): CardLanding[] {
  const shift = query.cards.length > 1 ? shiftOf(query) : null
  if (!shift) return findLanding(query)
  const groups = new Map<string, { readonly cell: Cell | null; readonly cards: HeldCard[] }>()
  for (const card of query.cards) {
    const cell = cellFor(query, shift, card)
    const key = cell ? `${cell.stage.id}/${cell.lane.id}` : ''
    const group = groups.get(key)
    if (group) group.cards.push(card)
    else groups.set(key, { cell, cards: [card] })
  }
  const landings = new Map<DraggedCard, CardLanding>()
  for (const { cell, cards } of groups.values()) {
    const found = cell ? landGroup(query, shift, cell, cards) : cards.map((card) => landFree(query, card))
    for (const landing of found) landings.set(landing.card, landing)
  }
  return query.cards.flatMap((card) => landings.get(card) ?? [])
}

/** In the pointer's cell the pointer says between which cards, elsewhere the place where the first of them hangs. */
function landGroup(query: TogetherQuery, shift: Shift, { stage, lane }: Cell, cards: readonly HeldCard[]) {
  const { target, to } = shift
  const isPointers = stage === target.stage && lane === target.lane
  const [first] = cards
  const point = isPointers || !first ? query.point : middleOf(rectOf(query, first))
  return landInCell({ ...query, point }, to, stage, lane, cards)
}

/** Null if the leading card comes from no cell or goes to none: then there is no arrangement to keep. */
function shiftOf(query: TogetherQuery): Shift | null {
  const lead = leadOf(query)
  const place = lead && cellOf(query, lead)
  const from = place && query.layout.journeys.get(place.journeyId)
  const to = journeyAt(query.layout, query.point)
  if (!lead || !from || !to) return null
  const stage = stageAt(to, query.point.x)
  const lane = laneAt(to, query.point.y, lead.kind)
  const at = indicesOf(from, place)
  if (!stage || !lane || !at) return null
  const isSameKind = from !== to && from.lanes[at.lane]?.kind === lane.kind
  const lanes = isSameKind ? null : to.lanes.indexOf(lane) - at.lane
  return { from, to, stages: to.stages.indexOf(stage) - at.stage, lanes, target: { stage, lane } }
}

/** Null: on the canvas, as a kind that no lane of the map takes. */
function cellFor(query: TogetherQuery, { from, to, stages, lanes, target }: Shift, card: HeldCard): Cell | null {
  const place = cellOf(query, card)
  const at = place && indicesOf(from, place)
  const stage = at && to.stages[at.stage + stages]
  const kind = at && from.lanes[at.lane]?.kind
  const lane = lanes === null ? to.lanes.find((one) => one.kind === kind) : at && to.lanes[at.lane + lanes]
  const taking = lane && laneTakes(lane.kind, card.kind) ? lane : laneAt(to, query.point.y, card.kind)
  return taking && { stage: stage ?? target.stage, lane: taking }
}

/** The card under the pointer: it was taken there, and hangs there ever since. Held to one axis it can get away. */
function leadOf(query: TogetherQuery): HeldCard | null {
  let lead: HeldCard | null = null
  let least = Infinity
  for (const card of query.cards) {
    const rect = rectOf(query, card)
    if (containsPoint(rect, query.point)) return card
    const far = distanceToSpan(query.point.x, rect.x, rect.w) ** 2 + distanceToSpan(query.point.y, rect.y, rect.h) ** 2
    if (far < least) [lead, least] = [card, far]
  }
  return lead
}

/** As it hangs on the pointer. */
function rectOf({ layout }: TogetherQuery, { from, at }: HeldCard): Rect {
  const known = from && cardLayoutOf(layout, from)
  return { x: at.x, y: at.y, w: known?.w ?? 0, h: known?.h ?? 0 }
}

function middleOf({ x, y, w, h }: Rect): Point {
  return { x: x + w / 2, y: y + h / 2 }
}

function cellOf({ board }: TogetherQuery, { from }: HeldCard): CellPlace | null {
  const place = from ? board.cards.get(from)?.place : undefined
  return place && isCellPlace(place) ? place : null
}

/** Null if the stage or the lane is gone. */
function indicesOf(journey: JourneyLayout, place: CellPlace): { readonly stage: number; readonly lane: number } | null {
  const stage = journey.stages.findIndex(({ id }) => id === place.stageId)
  const lane = journey.lanes.findIndex(({ id }) => id === place.laneId)
  return stage < 0 || lane < 0 ? null : { stage, lane }
}
