// Where duplicated cards land: in the cell of their original, right after it; copies of cards that lie free on the canvas
// beside them. A copy is known by lying exactly on a card of its kind: tldraw makes duplicates in place (see
// `duplicateSelection`) and puts pasted shapes where they were copied, and nobody drops a card to the pixel.
import { type Card, cellKey, isCellPlace, type Place } from '../../../shared/journey/Board.ts'
import { hasCell } from '../../../shared/journey/readBoardParts.ts'
import { orderBetween } from '../../../shared/journey/order.ts'
import type { BoardLayout, CardLayout } from '../../../shared/layout/JourneyLayout.ts'
import { CELL_GAP } from '../../../shared/layout/mapMetrics.ts'
import type { BoardView } from '../binding/BoardView.ts'
import type { LooseCard } from './landCards.ts'

/** Farther than this from its original a card is no copy of it, px. tldraw adds and takes off fractions when it pastes. */
const SAME_PLACE = 1

interface Original {
  readonly card: Card
  readonly layout: CardLayout
}

/** Places of those that are copies; the others are left out. */
export function landCopies(view: BoardView, cards: readonly LooseCard[]): Map<LooseCard, { readonly place: Place }> {
  const all = [...placesOf(view.layout)]
  const found = cards.flatMap((card): [LooseCard, Original][] => {
    const layout = all.find(
      ({ x, y, homeless }) => !homeless && Math.abs(x - card.x) < SAME_PLACE && Math.abs(y - card.y) < SAME_PLACE,
    )
    const original = layout && view.board.cards.get(layout.id)
    return layout && original?.kind === card.props.kind ? [[card, { card: original, layout }]] : []
  })
  const shift = widthOfFree(found.map(([, original]) => original)) + CELL_GAP
  const landings = new Map<LooseCard, { readonly place: Place }>()
  for (const [card, original] of found) {
    const place = placeBeside(view, original, shift)
    if (place) landings.set(card, { place })
  }
  return landings
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
