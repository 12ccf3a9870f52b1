// All maps of a board and the cards that lie beside them.
import { type Board, type Card, isCellPlace } from '../journey/Board.ts'
import type { CardId, JourneyId } from '../journey/ids.ts'
import { homelessByJourney } from './homelessByJourney.ts'
import type { BoardLayout, CardLayout, JourneyLayout } from './JourneyLayout.ts'
import type { LayoutCache } from './LayoutCache.ts'
import { layoutJourney } from './layoutJourney.ts'
import { CELL_GAP, HOMELESS_GAP } from './mapMetrics.ts'

/** Everything that `shared/layout` places. Deterministic; the cache changes the cost, never the result. */
export function layoutBoard(board: Board, cache: LayoutCache): BoardLayout {
  const before = cache.recomputedCells
  const homeless = homelessByJourney(board)
  const journeys = new Map<JourneyId, JourneyLayout>()
  for (const id of board.journeys.keys()) {
    const layout = layoutJourney(board, id, cache, homeless.get(id) ?? [])
    if (layout) journeys.set(id, layout)
  }
  const free = new Map<CardId, CardLayout>()
  const inHeaders = new Set([...board.journeys.values()].map(({ persona }) => persona))
  for (const card of board.cards.values()) {
    // A journey's persona stands in its header; a second one beside the map would say the same. Merged notes show as another.
    if (inHeaders.has(card.id) || board.mergedInto.has(card.id)) continue
    if (!isCellPlace(card.place)) free.set(card.id, cache.loose(board, card, card.place.x, card.place.y, false))
  }
  // Deleting a journey takes its cards with it; these were put there by somebody else at that moment.
  const lost = [...homeless].filter(([id]) => !journeys.has(id)).flatMap(([, cards]) => cards)
  placeLost(board, cache, lost, journeys, free)
  cache.forget(board)
  return { journeys, free, recomputedCells: cache.recomputedCells - before }
}

/** Cards of journeys that are gone: in a column left-aligned with the lowest map, under everything. */
function placeLost(
  board: Board,
  cache: LayoutCache,
  lost: readonly Card[],
  journeys: ReadonlyMap<JourneyId, JourneyLayout>,
  free: Map<CardId, CardLayout>,
): void {
  let x = Infinity
  let bottom = -Infinity
  for (const journey of journeys.values()) {
    x = Math.min(x, journey.x)
    bottom = Math.max(bottom, journey.y + journey.h)
    for (const card of journey.cards.values()) bottom = Math.max(bottom, card.y + card.h)
  }
  let y = Number.isFinite(bottom) ? bottom + HOMELESS_GAP : 0
  for (const card of lost.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const layout = cache.loose(board, card, Number.isFinite(x) ? x : 0, y, true)
    free.set(card.id, layout)
    y += layout.h + CELL_GAP
  }
}
