// The keyboard's way over the map: arrows from card to card, Alt and arrows to move a card by cell.
import { type Board, cellKey, isCellPlace, type Place } from '../journey/Board.ts'
import { laneTakes } from '../journey/cards/cardKinds.ts'
import type { CardId, LaneId, StageId } from '../journey/ids.ts'
import { placeAtEnd } from './findLanding.ts'
import { type BoardLayout, type CardLayout, cardLayoutOf, type JourneyLayout } from './JourneyLayout.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

/** Distance across the direction counts this much more than along it: the card straight ahead wins over a nearer one aside. */
const ASIDE_WEIGHT = 3

/**
 * The card an arrow key goes to: the nearest in that direction, first within the stage (up and down) or the lane (left
 * and right), then anywhere on the canvas. Null at the edge. Equal distances go to the smaller id: one key, one way.
 */
export function neighbourCard(layout: BoardLayout, cardId: CardId, direction: Direction): CardId | null {
  const from = cardLayoutOf(layout, cardId)
  if (!from) return null
  const companions = companionsOf(layout, cardId, direction)
  return nearestTowards(from, companions, direction) ?? nearestTowards(from, [...allCards(layout)], direction)
}

function nearestTowards(from: CardLayout, cards: readonly CardLayout[], direction: Direction): CardId | null {
  let best: CardId | null = null
  let least = Infinity
  for (const card of cards) {
    if (card.id === from.id) continue
    const far = distanceTowards(from, card, direction)
    if (far < least || (far === least && best !== null && card.id < best)) {
      best = card.id
      least = far
    }
  }
  return best
}

/** Cards of the same stage or lane as the card; none if it lies in no cell. */
function companionsOf(layout: BoardLayout, cardId: CardId, direction: Direction): CardLayout[] {
  const isHorizontal = direction === 'left' || direction === 'right'
  for (const journey of layout.journeys.values()) {
    const home = [...journey.cells.values()].find((cell) => cell.cardIds.includes(cardId))
    if (!home) continue
    const cells = [...journey.cells.values()].filter((cell) =>
      isHorizontal ? cell.laneId === home.laneId : cell.stageId === home.stageId,
    )
    return cells.flatMap((cell) => cell.cardIds.flatMap((id) => journey.cards.get(id) ?? []))
  }
  return []
}

/** First card of the map in reading order: where the keyboard starts. */
export function firstCard(layout: BoardLayout): CardId | null {
  for (const journey of layout.journeys.values()) {
    for (const stage of journey.stages) {
      for (const lane of journey.lanes) {
        const [first] = journey.cells.get(cellKey(stage.id, lane.id))?.cardIds ?? []
        if (first) return first
      }
    }
  }
  return [...layout.free.keys()][0] ?? null
}

function* allCards(layout: BoardLayout): Generator<CardLayout> {
  for (const journey of layout.journeys.values()) yield* journey.cards.values()
  yield* layout.free.values()
}

/** Infinite if the card does not lie in that direction; beside each other is no step up or down. */
function distanceTowards(from: CardLayout, to: CardLayout, direction: Direction): number {
  const isHorizontal = direction === 'left' || direction === 'right'
  const isForward = direction === 'right' || direction === 'down'
  const across = gapBetween(from.x, from.w, to.x, to.w)
  const upright = gapBetween(from.y, from.h, to.y, to.h)
  const [along, aside] = isHorizontal ? [across, upright] : [upright, across]
  const step = isHorizontal ? to.x - from.x : to.y - from.y
  if (along < 0 || (isForward ? step <= 0 : step >= 0)) return Infinity
  // Of two cards equally far the one whose near edge is in line, as in reading.
  const drift = isHorizontal ? Math.abs(to.y - from.y) : Math.abs(to.x - from.x)
  return along + ASIDE_WEIGHT * Math.max(0, aside) + drift / 1000
}

/** Room between two spans; negative: how far they overlap. */
function gapBetween(a: number, aLength: number, b: number, bLength: number): number {
  return Math.max(a, b) - Math.min(a + aLength, b + bLength)
}

/**
 * The cell a card goes to by Alt and an arrow: the next stage, or the next lane that takes its kind. Null at the edge
 * and for cards that are in no cell.
 */
export function neighbourCell(
  board: Board,
  layout: JourneyLayout,
  cardId: CardId,
  direction: Direction,
): { readonly stageId: StageId; readonly laneId: LaneId; readonly place: Place } | null {
  const card = board.cards.get(cardId)
  if (!card || !isCellPlace(card.place)) return null
  const { stageId, laneId } = card.place
  const isHorizontal = direction === 'left' || direction === 'right'
  const step = direction === 'left' || direction === 'up' ? -1 : 1
  const stageAt = layout.stages.findIndex((stage) => stage.id === stageId)
  const laneAt = layout.lanes.findIndex((lane) => lane.id === laneId)
  if (stageAt < 0 || laneAt < 0) return null
  const lanes = layout.lanes.map((lane, at) => ({ lane, at })).filter(({ lane }) => laneTakes(lane.kind, card.kind))
  const beyond = lanes.filter(({ at }) => (at - laneAt) * step > 0).map(({ lane }) => lane)
  const stage = isHorizontal ? layout.stages[stageAt + step] : layout.stages[stageAt]
  const lane = isHorizontal ? layout.lanes[laneAt] : step > 0 ? beyond[0] : beyond.at(-1)
  if (!stage || !lane) return null
  return { stageId: stage.id, laneId: lane.id, place: placeAtEnd(board, layout.journeyId, stage.id, lane.id) }
}
