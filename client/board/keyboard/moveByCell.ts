// Keys instead of the pointer: the next card in a direction, and the next cell for a card. Pure: reads the layout.
import { type Board, type Card, isCellPlace, type Place } from '../../../shared/journey/Board.ts'
import { laneTakes } from '../../../shared/journey/cards/cardKinds.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import { ordersAt, placeAtEnd } from '../../../shared/layout/findLanding.ts'
import type { BoardLayout, CardLayout, CellLayout, JourneyLayout } from '../../../shared/layout/JourneyLayout.ts'
import { isBlock } from '../drafts/hiddenNotes.ts'
import type { Rect } from '../../../shared/layout/Rect.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'
/** What the arrow keys stop at: a card, or the button of an empty cell. */
export type Stop =
  | { readonly type: 'card'; readonly rect: Rect; readonly id: CardId }
  | { readonly type: 'cell'; readonly rect: Rect; readonly journey: JourneyLayout; readonly cell: CellLayout }

/** Everything the arrow keys can reach: all cards, and the empty cells that take cards. */
export function allStops(layout: BoardLayout): Stop[] {
  const cards = (list: Iterable<CardLayout>): Stop[] =>
    [...list].flatMap((rect) => (isBlock(rect.id) ? [] : [{ type: 'card', rect, id: rect.id }]))
  const stops = cards(layout.free.values())
  for (const journey of layout.journeys.values()) {
    stops.push(...cards(journey.cards.values()))
    for (const cell of journey.cells.values()) {
      if (cell.cardIds.every(isBlock) && cell.nextSlot) stops.push({ type: 'cell', rect: cell.nextSlot, journey, cell })
    }
  }
  return stops
}

/** Sideways distance counts this many times: down from a card goes down, not to a nearer one far to the side. */
const SIDEWAYS_WEIGHT = 3

/** The nearest stop in a direction; null at the end. */
export function nextStop(stops: readonly Stop[], from: Rect, direction: Direction): Stop | null {
  let best: Stop | null = null
  let least = Infinity
  for (const stop of stops) {
    const far = distance(from, stop.rect, direction)
    if (far < least) {
      best = stop
      least = far
    }
  }
  return best
}

/** Only what begins beyond the edge counts as ahead: a shorter neighbour in the same row is not above. */
function distance(from: Rect, to: Rect, direction: Direction): number {
  const dx = to.x + to.w / 2 - (from.x + from.w / 2)
  const dy = to.y + to.h / 2 - (from.y + from.h / 2)
  const isSideways = direction === 'left' || direction === 'right'
  const ahead = { left: -dx, right: dx, up: -dy, down: dy }[direction]
  if (ahead <= (isSideways ? from.w : from.h) / 2) return Infinity
  const aside = isSideways ? gap(from.y, from.h, to.y, to.h) : gap(from.x, from.w, to.x, to.w)
  const offset = Math.abs(isSideways ? dy : dx)
  return ahead + SIDEWAYS_WEIGHT * aside + offset / 100
}

/** Distance between two spans; 0 where they overlap. */
function gap(a: number, aSize: number, b: number, bSize: number): number {
  return Math.max(0, b - a - aSize, a - b - bSize)
}

/**
 * The place one cell further: sideways the next stage in the same lane, up and down the next lane that takes the kind.
 * Null where there is none, and for cards that lie free.
 */
export function placeInNextCell(board: Board, layout: BoardLayout, card: Card, direction: Direction): Place | null {
  const { place } = card
  if (!isCellPlace(place)) return null
  const journey = layout.journeys.get(place.journeyId)
  if (!journey) return null
  const step = direction === 'left' || direction === 'up' ? -1 : 1
  if (direction === 'left' || direction === 'right') {
    const at = journey.stages.findIndex(({ id }) => id === place.stageId)
    const stage = at < 0 ? undefined : journey.stages[at + step]
    return stage ? placeAtEnd(board, place.journeyId, stage.id, place.laneId) : null
  }
  const at = journey.lanes.findIndex(({ id }) => id === place.laneId)
  if (at < 0) return null
  const further = step < 0 ? journey.lanes.slice(0, at).toReversed() : journey.lanes.slice(at + 1)
  const lane = further.find(({ kind }) => laneTakes(kind, card.kind))
  return lane ? placeAtEnd(board, place.journeyId, place.stageId, lane.id) : null
}

/** One place earlier or later in the card's own cell; null at the end. */
export function placeInSameCell(board: Board, card: Card, step: -1 | 1): Place | null {
  const { place } = card
  if (!isCellPlace(place)) return null
  const cards = board.cells.get(`${place.stageId}/${place.laneId}`) ?? []
  const at = cards.findIndex(({ id }) => id === card.id)
  const others = cards.filter(({ id }) => id !== card.id)
  if (at < 0 || at + step < 0 || at + step > others.length) return null
  return { ...place, order: ordersAt(others, at + step, 1)[0] ?? place.order }
}
