// One cell: cards row by row in the columns of the stage. Relative to the cell's upper left corner; where the cell
// lies is the map's business, so a cell is laid out again only when something in it changed.
import type { CardMeasure } from './measureCard.ts'
import { CARD_WIDTH, CELL_GAP, CELL_PAD_X, COLUMN_PITCH } from './mapMetrics.ts'
import type { Rect } from './Rect.ts'

export interface CellContent {
  /** Places of the cards in order, relative to the cell's left edge and the top of its content. */
  readonly slots: readonly Rect[]
  /** Height of all rows with the gaps between them; 0 when empty. */
  readonly height: number
  /** Column and top of the next card of one column's width, as seen from the content's corner. */
  readonly next: { readonly x: number; readonly y: number; readonly isNewRow: boolean }
}

/** Columns a card takes: two when it is wide and the stage has them. */
export function columnsOf(isWide: boolean, columns: number): number {
  return isWide ? Math.min(2, columns) : 1
}

/** Width of a card that takes so many columns. */
export function widthOfColumns(count: number): number {
  return CARD_WIDTH + (count - 1) * COLUMN_PITCH
}

/** Cards in order, row by row. Every card of a row is as tall as the tallest; a wide card that does not fit starts a new row. */
export function layoutCell(cards: readonly CardMeasure[], columns: number): CellContent {
  const slots: Rect[] = []
  let row: { x: number; w: number }[] = []
  let rowHeight = 0
  let column = 0
  let y = 0
  const closeRow = (): void => {
    for (const place of row) slots.push({ x: place.x, y, w: place.w, h: rowHeight })
    y += rowHeight + CELL_GAP
    row = []
    rowHeight = 0
    column = 0
  }
  for (const card of cards) {
    const span = columnsOf(card.isWide, columns)
    if (row.length > 0 && column + span > columns) closeRow()
    row.push({ x: CELL_PAD_X + column * COLUMN_PITCH, w: widthOfColumns(span) })
    rowHeight = Math.max(rowHeight, card.h)
    column += span
  }
  const isNewRow = row.length === 0 || column >= columns
  const next = {
    x: CELL_PAD_X + (isNewRow ? 0 : column * COLUMN_PITCH),
    y: isNewRow && row.length > 0 ? y + rowHeight + CELL_GAP : y,
    isNewRow,
  }
  if (row.length > 0) closeRow()
  return { slots, height: Math.max(0, y - CELL_GAP), next }
}
