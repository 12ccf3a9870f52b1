// What the layout remembers between two runs: measures per card, content per cell. Made by the caller and passed in;
// dropping it costs time and changes no result.
import type { Board, Card, CellKey } from '../journey/Board.ts'
import type { CardId } from '../journey/ids.ts'
import { footReference } from './cardFoot.ts'
import type { FontMetrics } from './FontMetrics.ts'
import type { CardLayout } from './JourneyLayout.ts'
import { type CellContent, columnsOf, layoutCell, widthOfColumns } from './layoutCell.ts'
import { cardDefinition } from '../journey/cards/cardKinds.ts'
import { type CardMeasure, measureCard } from './measureCard.ts'

/** Cards are immutable: the same object has the same words, so a measure holds until its width or reference changes. */
interface MeasureEntry {
  readonly width: number
  readonly reference: Card | null
  readonly measure: CardMeasure
}

/** A cell as it was last laid out, and from what. */
export interface CellEntry {
  readonly cards: readonly Card[]
  readonly columns: number
  readonly references: readonly (Card | null)[]
  readonly measures: readonly CardMeasure[]
  readonly content: CellContent
  /** The cards where the cell last lay. */
  placed: { readonly x: number; readonly y: number; readonly cards: readonly CardLayout[] } | null
}

export class LayoutCache {
  readonly metrics: FontMetrics
  /** Rises with every cell laid out anew; a layout's own count is the difference. */
  recomputedCells = 0
  // Weak: a card that was edited is another object, and the old one's measure goes with it.
  #measures = new WeakMap<Card, MeasureEntry>()
  #cells = new Map<CellKey, CellEntry>()
  #loose = new Map<CardId, CardLayout>()

  constructor(metrics: FontMetrics) {
    this.metrics = metrics
  }

  /** The card at the width it has in a stage of so many columns. */
  measure(board: Board, card: Card, columns: number): CardMeasure {
    const width = widthOfColumns(columnsOf(cardDefinition(card.kind).look.width === 'wide', columns))
    const reference = footReference(board, card)
    const known = this.#measures.get(card)
    if (known && known.width === width && known.reference === reference) return known.measure
    const measure = measureCard(card, width, reference, this.metrics)
    this.#measures.set(card, { width, reference, measure })
    return measure
  }

  /** Content of a cell; laid out anew only if a card in it, a card it names or the number of columns changed. */
  cell(board: Board, key: CellKey, cards: readonly Card[], columns: number): CellEntry {
    const known = this.#cells.get(key)
    if (known && known.cards === cards && known.columns === columns && isUpToDate(board, known)) return known
    this.recomputedCells++
    const measures = cards.map((card) => this.measure(board, card, columns))
    const entry: CellEntry = {
      cards,
      columns,
      references: cards.map((card) => footReference(board, card)),
      measures,
      content: layoutCell(measures, columns),
      placed: null,
    }
    this.#cells.set(key, entry)
    return entry
  }

  /** A card outside the cells. The same object as last time if nothing about it changed. */
  loose(board: Board, card: Card, x: number, y: number, homeless: boolean): CardLayout {
    const measure = this.measure(board, card, 2)
    const known = this.#loose.get(card.id)
    const isSame = known && known.x === x && known.y === y && known.h === measure.h && known.homeless === homeless
    if (isSame && known.lines === measure.lines && known.foot === measure.foot) return known
    const w = widthOfColumns(columnsOf(measure.isWide, 2))
    const layout = { id: card.id, x, y, w, h: measure.h, lines: measure.lines, foot: measure.foot, homeless }
    this.#loose.set(card.id, layout)
    return layout
  }

  /** Forgets what the board no longer has, once that is more than half of what is kept: the check itself costs time. */
  forget(board: Board): void {
    if (this.#cells.size > 2 * board.cells.size + 100)
      for (const key of this.#cells.keys()) if (!board.cells.has(key)) this.#cells.delete(key)
    if (this.#loose.size > 2 * board.cards.size + 100)
      for (const id of this.#loose.keys()) if (!board.cards.has(id)) this.#loose.delete(id)
  }
}

/** Whether the cards that this cell's small print names are still the same. */
function isUpToDate(board: Board, entry: CellEntry): boolean {
  return entry.cards.every((card, at) => footReference(board, card) === entry.references[at])
}
