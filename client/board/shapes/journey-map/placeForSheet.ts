// Where a new sheet goes: to the right of another, in the first gap that holds it.
import type { Point } from '../../../../shared/journey/Board.ts'
import type { Rect } from '../../../../shared/layout/Rect.ts'

/** Between two sheets, px: room for the button that adds a stage. */
export const SHEET_GAP = 120

/** `beside`: null on a board without a sheet. `taken`: what it must not lie on, in any order. */
export function placeForSheet(
  beside: Rect | null,
  size: { readonly w: number; readonly h: number },
  taken: readonly Rect[],
): Point {
  const y = beside?.y ?? 0
  let x = beside ? beside.x + beside.w + SHEET_GAP : 0
  // From left to right: whatever it was moved behind cannot be in its way again.
  for (const rect of taken.toSorted((a, b) => a.x - b.x)) {
    const isBeside = rect.x >= x + size.w || rect.x + rect.w <= x
    if (!isBeside && rect.y < y + size.h && rect.y + rect.h > y) x = rect.x + rect.w + SHEET_GAP
  }
  return { x: Math.round(x), y: Math.round(y) }
}
