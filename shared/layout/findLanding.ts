// Where dragged or new cards would land: the cell under the pointer, or the canvas. Reads the layout that is on the
// screen and writes nothing; the drop itself is `placeCards` or `createCards` with the places found here.
import { type Board, type Card, type CellKey, cellKey, isCellPlace, type Place, type Point } from '../journey/Board.ts'
import { type CardKind, laneTakes } from '../journey/cards/cardKinds.ts'
import type { CardId, JourneyId, LaneId, StageId } from '../journey/ids.ts'
import { orderKeys } from '../journey/order.ts'
import type { BoardLayout, CellLayout, JourneyLayout, LaneLayout, StageLayout } from './JourneyLayout.ts'
import { columnsOf, layoutCell, widthOfColumns } from './layoutCell.ts'
import type { LayoutCache } from './LayoutCache.ts'
import { landAmongGroups } from './landAmongGroups.ts'
import { cellPadTop } from './layoutJourney.ts'
import { CELL_GAP } from './mapMetrics.ts'
import { type CardMeasure, emptyCardMeasure } from './measureCard.ts'
import { containsPoint, distanceToSpan, type Rect } from './Rect.ts'

export interface DraggedCard {
  /** Null: a card that does not exist yet. */
  readonly id: CardId | null
  readonly kind: CardKind
  /** Its upper left corner as it hangs on the pointer, canvas px; where it stays if it is dropped outside the maps. */
  readonly at: Point
}

export interface LandingQuery {
  readonly board: Board
  readonly layout: BoardLayout
  readonly cache: LayoutCache
  /** In the order they are to keep. */
  readonly cards: readonly DraggedCard[]
  /** The pointer, canvas px. */
  readonly point: Point
}

export interface CardLanding {
  readonly card: DraggedCard
  readonly place: Place
  /** Where it will lie if nothing else changes meanwhile. */
  readonly rect: Rect
  /** Null on the canvas. */
  readonly cell: {
    readonly journeyId: JourneyId
    readonly stageId: StageId
    readonly laneId: LaneId
    readonly index: number
  } | null
}

/**
 * One landing for each card, in the given order. Cards of a kind that the lane under the pointer does not take go to the
 * nearest lane of the same stage that takes it; outside every map, and for kinds no lane takes, the place is a point.
 */
export function findLanding(query: LandingQuery): CardLanding[] {
  const journey = journeyAt(query.layout, query.point)
  const landings = new Map<DraggedCard, CardLanding>()
  for (const [lane, cards] of groupByLane(journey, query)) {
    const stage = journey && stageAt(journey, query.point.x)
    const found =
      journey && lane && stage
        ? landInCell(query, journey, stage, lane, cards)
        : cards.map((card) => landFree(query, card))
    for (const landing of found) landings.set(landing.card, landing)
  }
  return query.cards.flatMap((card) => landings.get(card) ?? [])
}

/** The map under a point; of two that overlap the one that is drawn later. */
export function journeyAt(layout: BoardLayout, point: Point): JourneyLayout | null {
  let found: JourneyLayout | null = null
  for (const journey of layout.journeys.values()) if (containsPoint(journey, point)) found = journey
  return found
}

/** The stage at or nearest to an x; null if the journey has none. */
export function stageAt(journey: JourneyLayout, x: number): StageLayout | null {
  return nearest(journey.stages, (stage) => distanceToSpan(x, stage.header.x, stage.header.w))
}

/** The lane at or nearest to a y among those that take the kind (null: any lane). */
export function laneAt(journey: JourneyLayout, y: number, kind: CardKind | null): LaneLayout | null {
  const lanes = kind ? journey.lanes.filter((lane) => laneTakes(lane.kind, kind)) : journey.lanes
  return nearest(lanes, (lane) => distanceToSpan(y, lane.body.y, lane.body.h))
}

/** First of equals wins, except that a neighbour whose span starts exactly here is the one meant. */
function nearest<T>(items: readonly T[], distance: (item: T) => number): T | null {
  let best: T | null = null
  let least = Infinity
  for (const item of items) {
    const far = distance(item)
    if (far < least || (far === 0 && least === 0)) {
      best = item
      least = far
    }
  }
  return best
}

/** The dragged cards by the lane each will lie in; null: on the canvas. */
function groupByLane(journey: JourneyLayout | null, query: LandingQuery): Map<LaneLayout | null, DraggedCard[]> {
  const groups = new Map<LaneLayout | null, DraggedCard[]>()
  for (const card of query.cards) {
    const lane = journey && laneAt(journey, query.point.y, card.kind)
    const group = groups.get(lane)
    if (group) group.push(card)
    else groups.set(lane, [card])
  }
  return groups
}

/** Where it hangs, on whole pixels: places are stored, and fractions would only make them longer. */
export function landFree(query: LandingQuery, card: DraggedCard): CardLanding {
  const known = card.id && query.board.cards.get(card.id)
  const measure = known ? query.cache.measure(query.board, known, 2) : emptyCardMeasure(card.kind)
  const place = { x: Math.round(card.at.x), y: Math.round(card.at.y) }
  const w = widthOfColumns(columnsOf(measure.isWide, 2))
  return { card, place, rect: { ...place, w, h: measure.h }, cell: null }
}

/**
 * The cell is laid out as it will be: without the dragged cards, with them at their new index. Its corner is the one on
 * the screen now; the map does not move under the pointer while somebody drags.
 */
export function landInCell(
  query: LandingQuery,
  journey: JourneyLayout,
  stage: StageLayout,
  lane: LaneLayout,
  dragged: readonly DraggedCard[],
): CardLanding[] {
  const { board, cache } = query
  const key = cellKey(stage.id, lane.id)
  const cell = journey.cells.get(key)
  if (!cell) return []
  const moving = new Set(query.cards.map((card) => card.id))
  const staying = (board.cells.get(key) ?? []).filter((card) => !moving.has(card.id))
  // Beyond the last card there may be places that are no cards of the board.
  const wanted = Math.min(indexAt(journey, cell, moving, query.point), staying.length)
  const ids = { journeyId: journey.journeyId, stageId: stage.id, laneId: lane.id }
  const corner = { x: cell.rect.x, y: cell.rect.y + cellPadTop(lane.kind) }
  if (staying.some(({ id }) => board.groupOf.has(id)))
    return landWithGroups(query, stage.columns, staying, wanted, dragged).map(({ card, order, slot, index }) => {
      const rect = { ...slot, x: corner.x + slot.x, y: corner.y + slot.y }
      return { card, place: { ...ids, order }, rect, cell: { ...ids, index } }
    })
  const orders = ordersAt(staying, wanted, dragged.length)
  // Two cards may share an order key; then the place between them cannot be had and the real one is shown.
  const index = staying.filter((card) => orderOf(card) < (orders[0] ?? '')).length
  const measures = staying.map((card) => cache.measure(board, card, stage.columns))
  const inserted = dragged.map((card) => measureDragged(query, card, stage.columns))
  const { slots } = layoutCell(measures.toSpliced(index, 0, ...inserted), stage.columns)
  return dragged.map((card, at): CardLanding => {
    const slot = slots[index + at] ?? { x: 0, y: 0, w: 0, h: 0 }
    return {
      card,
      place: { ...ids, order: orders[at] ?? '' },
      rect: { ...slot, x: corner.x + slot.x, y: corner.y + slot.y },
      cell: { ...ids, index: index + at },
    }
  })
}

/** The same in a cell that shows groups: slots are relative to the corner of its content. */
function landWithGroups(
  query: LandingQuery,
  columns: number,
  staying: readonly Card[],
  at: number,
  dragged: readonly DraggedCard[],
) {
  const { board, cache } = query
  const groupOf = ({ id }: { readonly id: CardId | null }) => (id === null ? null : (board.groupOf.get(id) ?? null))
  const measure = (card: Card) => cache.measure(board, card, columns)
  const arriving = dragged.map((card) => {
    return { card, id: card.id, groupId: groupOf(card), measure: measureDragged(query, card, columns) }
  })
  return landAmongGroups({ staying, groupOf, measure, columns }, at, arriving)
}

/** A new card is measured empty: it lands before anything is written in it. */
function measureDragged(query: LandingQuery, card: DraggedCard, columns: number): CardMeasure {
  const known = card.id && query.board.cards.get(card.id)
  return known ? query.cache.measure(query.board, known, columns) : emptyCardMeasure(card.kind)
}

/** Reading order: before the first card whose row is at or below the point and whose middle is to the right of it. */
function indexAt(journey: JourneyLayout, cell: CellLayout, moving: ReadonlySet<CardId | null>, point: Point): number {
  let before = 0
  for (const id of cell.cardIds) {
    const card = journey.cards.get(id)
    if (!card) continue
    const isRowAbove = point.y >= card.y + card.h + CELL_GAP / 2
    const isRowBelow = point.y < card.y - CELL_GAP / 2
    if (isRowBelow || (!isRowAbove && point.x < card.x + card.w / 2)) return before
    if (!moving.has(id)) before++
  }
  return before
}

/** Order keys for `count` cards at an index of a cell. Neighbours with equal keys leave no room: then after them. */
export function ordersAt(staying: readonly Card[], index: number, count: number): string[] {
  const previous = staying[index - 1]
  const before = previous ? orderOf(previous) : null
  const next = staying.slice(index).find((card) => before === null || orderOf(card) > before)
  return orderKeys(count, before, next ? orderOf(next) : null)
}

function orderOf(card: Card): string {
  return isCellPlace(card.place) ? card.place.order : ''
}

/** The place at the end of a cell: a new card made there by a key, a form or an import. */
export function placeAtEnd(board: Board, journeyId: JourneyId, stageId: StageId, laneId: LaneId): Place {
  const key: CellKey = cellKey(stageId, laneId)
  const cards = board.cells.get(key) ?? []
  return { journeyId, stageId, laneId, order: ordersAt(cards, cards.length, 1)[0] ?? '' }
}
