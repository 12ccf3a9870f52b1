// Where duplicated cards land: in the cell of their original, right after it; copies of cards that lie free on the canvas
// beside them. A copy is known by lying exactly on a card of its kind: tldraw makes duplicates in place (see
// `duplicateSelection`) and puts pasted shapes where they were copied, and nobody drops a card to the pixel.
import { type Card, cellKey, isCellPlace, type Place, type Point } from '../../../shared/journey/Board.ts'
import type { CardKind } from '../../../shared/journey/cards/cardKinds.ts'
import { hasCell } from '../../../shared/journey/readBoardParts.ts'
import { orderBetween } from '../../../shared/journey/order.ts'
import type { BoardLayout, CardLayout } from '../../../shared/layout/JourneyLayout.ts'
import { CELL_GAP } from '../../../shared/layout/mapMetrics.ts'
import type { BoardView } from '../binding/BoardView.ts'
import type { LooseCard } from './landCards.ts'

/** Farther than this from its original a card is no copy of it, px. tldraw adds and takes off fractions when it pastes. */
const SAME_PLACE = 1

export interface Original {
  readonly card: Card
  readonly layout: CardLayout
}

/** Places of those that are copies; the others are left out. */
export function landCopies(view: BoardView, cards: readonly LooseCard[]): Map<LooseCard, { readonly place: Place }> {
  const found = cards.flatMap((card): [LooseCard, Original][] => {
    const original = originalAt(view, card, card.props.kind)
    return original ? [[card, original]] : []
  })
  const shift = widthOfFree(found.map(([, original]) => original)) + CELL_GAP
  const landings = new Map<LooseCard, { readonly place: Place }>()
  for (const [card, original] of found) {
    const place = placeBeside(view, original, shift)
    if (place) landings.set(card, { place })
  }
  return landings
}

/** The card of a kind whose upper left corner is exactly here; null if there is none. */
export function originalAt({ board, layout }: BoardView, at: Point, kind: CardKind): Original | null {
  for (const place of placesOf(layout)) {
    if (place.homeless || Math.abs(place.x - at.x) >= SAME_PLACE || Math.abs(place.y - at.y) >= SAME_PLACE) continue
    const card = board.cards.get(place.id)
    return card?.kind === kind ? { card, layout: place } : null
  }
  return null
}

function* placesOf(layout: BoardLayout): Iterable<CardLayout> {
  for (const journey of layout.journeys.values()) yield* journey.cards.values()
  yield* layout.free.values()
}

/** Several keep their distances: all move by the width of all of them. */
function widthOfFree(originals: readonly Original[]): number {
  const free = originals.filter(({ card }) => !isCellPlace(card.place)).map(({ layout }) => layout)
  if (free.length === 0) return 0
  return Math.max(...free.map(({ x, w }) => x + w)) - Math.min(...free.map(({ x }) => x))
}

function placeBeside({ board }: BoardView, { card }: Original, shift: number): Place | null {
  const { place } = card
  if (!isCellPlace(place)) return { x: place.x + shift, y: place.y }
  if (!hasCell(board, card)) return null
  const cell = board.cells.get(cellKey(place.stageId, place.laneId)) ?? []
  // Of neighbours with one and the same key nobody can get between; the next key there is room for is the nearest place.
  const next = cell.map((other) => other.place).find((other) => isCellPlace(other) && other.order > place.order)
  return { ...place, order: orderBetween(place.order, next && isCellPlace(next) ? next.order : null) }
}
