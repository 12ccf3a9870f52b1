// Which candidates lie beyond the edges of what can be seen. Arithmetic on rectangles in page coordinates; reads no
// camera and no document.
import type { CardSort } from '../../../shared/journey/cards/cardSorts.ts'
import type { Rect } from '../../../shared/layout/Rect.ts'

export type Side = 'left' | 'right' | 'above' | 'below'

export interface PlacedCandidate {
  readonly rect: Rect
  /** Name of its stage; '' beside the map. */
  readonly stage: string
  readonly sort: CardSort
}

export interface Beyond {
  readonly side: Side
  readonly cards: readonly PlacedCandidate[]
}

/** A card counts as seen when its middle is. In the corners the sides go before above and below. */
export function candidatesBeyond(candidates: readonly PlacedCandidate[], view: Rect): Beyond[] {
  const sides = new Map<Side, PlacedCandidate[]>()
  for (const candidate of candidates) {
    const side = sideOf(candidate.rect, view)
    if (!side) continue
    const cards = sides.get(side)
    if (cards) cards.push(candidate)
    else sides.set(side, [candidate])
  }
  return [...sides].map(([side, cards]) => ({ side, cards }))
}

function sideOf({ x, y, w, h }: Rect, view: Rect): Side | null {
  const [midX, midY] = [x + w / 2, y + h / 2]
  if (midX < view.x) return 'left'
  if (midX > view.x + view.w) return 'right'
  if (midY < view.y) return 'above'
  return midY > view.y + view.h ? 'below' : null
}

/** How far the view has to move to show these cards, the nearest ones first where not all fit. */
export function shiftTo(cards: readonly PlacedCandidate[], side: Side, view: Rect, inset: number): Rect {
  const left = Math.min(...cards.map(({ rect }) => rect.x)) - inset
  const top = Math.min(...cards.map(({ rect }) => rect.y)) - inset
  const right = Math.max(...cards.map(({ rect }) => rect.x + rect.w)) + inset
  const bottom = Math.max(...cards.map(({ rect }) => rect.y + rect.h)) + inset
  switch (side) {
    case 'right':
      return { ...view, x: Math.min(left, right - view.w) }
    case 'left':
      return { ...view, x: Math.max(left, right - view.w) }
    case 'below':
      return { ...view, y: Math.min(top, bottom - view.h) }
    case 'above':
      return { ...view, y: Math.max(top, bottom - view.h) }
  }
}
