// The board and its layout as they are on the screen now, own drafts included: what drags, keys and buttons reason about.
import type { Board } from '../../../shared/journey/Board.ts'
import type { BoardLayout } from '../../../shared/layout/JourneyLayout.ts'
import type { HiddenCells } from '../drafts/hiddenNotes.ts'
import type { LayoutCache } from '../../../shared/layout/LayoutCache.ts'

export interface BoardView {
  readonly board: Board
  readonly layout: BoardLayout
  readonly cache: LayoutCache
  /** Notes of others that are not revealed: how many in which cell. */
  readonly hidden: HiddenCells
  /** Rises with every change; signals depend on it. */
  readonly version: number
}
