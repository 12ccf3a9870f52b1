// What the layout says: rectangles in absolute canvas coordinates, px at zoom 1. Records are immutable; what did not
// move or change between two layouts with one cache is the same object, so a reader can compare by identity.
import type { CellKey } from '../journey/Board.ts'
import type { ClusterId } from '../journey/clusters.ts'
import type { CardId, JourneyId, LaneId, StageId } from '../journey/ids.ts'
import type { LaneKind } from '../journey/lanes.ts'
import type { Rect } from './Rect.ts'

export interface StageLayout {
  readonly id: StageId
  readonly columns: number
  readonly header: Rect
  /** From below the header to the lower edge of the sheet. */
  readonly body: Rect
}

export interface LaneLayout {
  readonly id: LaneId
  readonly kind: LaneKind
  readonly label: Rect
  /** From the label to the right edge of the sheet. */
  readonly body: Rect
}

/** Where the "+" button of a cell shows. */
export interface NextSlot extends Rect {
  /** The cell is full down to its lane's rule: a low button lies over the rule instead of in the next place. */
  readonly isOnRule: boolean
}

export interface CellLayout {
  readonly stageId: StageId
  readonly laneId: LaneId
  readonly rect: Rect
  /** Null in lanes that take no cards. */
  readonly nextSlot: NextSlot | null
  /** In the order they show: cards of a group lie together. */
  readonly cardIds: readonly CardId[]
}

/** Frame and name around those cards of a group that lie in one cell. */
export interface GroupLayout extends Rect {
  readonly id: ClusterId
  readonly stageId: StageId
  readonly laneId: LaneId
}

export interface CardLayout extends Rect {
  readonly id: CardId
  /** Its own words as shown, the last line ending in "…" if some were cut. */
  readonly lines: readonly string[]
  /** Small print as shown; empty: none. */
  readonly foot: string
  /** Its stage or lane is gone; it waits below the map. */
  readonly homeless: boolean
}

export interface JourneyLayout extends Rect {
  readonly journeyId: JourneyId
  readonly header: Rect
  /** In order from left to right. */
  readonly stages: readonly StageLayout[]
  /** In order from top to bottom. */
  readonly lanes: readonly LaneLayout[]
  readonly cells: ReadonlyMap<CellKey, CellLayout>
  readonly cards: ReadonlyMap<CardId, CardLayout>
  readonly groups: readonly GroupLayout[]
  readonly emotion: readonly { readonly laneId: LaneId; readonly rect: Rect }[]
  /** Cells whose content was laid out anew; the others only moved or stayed. */
  readonly recomputedCells: number
}

export interface BoardLayout {
  readonly journeys: ReadonlyMap<JourneyId, JourneyLayout>
  /** Cards on the canvas outside every map; `homeless` ones belong to a journey that is gone. */
  readonly free: ReadonlyMap<CardId, CardLayout>
  readonly recomputedCells: number
}

/** The card's place on the canvas, in a map or free; null if the board has no such card. */
export function cardLayoutOf(layout: BoardLayout, id: CardId): CardLayout | null {
  const free = layout.free.get(id)
  if (free) return free
  for (const journey of layout.journeys.values()) {
    const card = journey.cards.get(id)
    if (card) return card
  }
  return null
}
