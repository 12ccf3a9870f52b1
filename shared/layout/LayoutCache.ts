// What the layout remembers between two runs: measures per card, content per cell. Made by the caller and passed in;
// dropping it costs time and changes no result.
import type { Board, Card, CellKey } from '../journey/Board.ts'
import type { CardId } from '../journey/ids.ts'
import type { ClusterId } from '../journey/clusters.ts'
import { arrangeCell } from './arrangeCell.ts'
import { footReference } from './cardFoot.ts'
import type { FontMetrics } from './FontMetrics.ts'
import type { CardLayout } from './JourneyLayout.ts'
import { columnsOf, widthOfColumns } from './layoutCell.ts'
import { type BlocksContent, type GroupFrame, layoutBlocks } from './layoutBlocks.ts'
import { cardDefinition } from '../journey/cards/cardKinds.ts'
import { type CardMeasure, measureCard } from './measureCard.ts'

/** Cards are immutable: the same object has the same words, so a measure holds until its width or reference changes. */
interface MeasureEntry {
  readonly width: number
  readonly reference: Card | null
  readonly parts: number
  readonly measure: CardMeasure
}

/** A cell as it was last laid out, and from what. */
export interface CellEntry {
  readonly cards: readonly Card[]
  readonly columns: number
  /** What else of the board counts, card by card. */
  readonly facts: readonly CellFacts[]
  /** Cards and their measures in the order they show. */
  readonly shown: readonly Card[]
  readonly measures: readonly CardMeasure[]
  readonly content: BlocksContent
  /** Cards and groups where the cell last lay. */
  placed: PlacedCell | null
}

interface CellFacts {
  readonly reference: Card | null
  readonly parts: number
  readonly groupId: ClusterId | null
}

export interface PlacedCell {
  readonly x: number
  readonly y: number
  readonly cards: readonly CardLayout[]
  readonly frames: readonly GroupFrame[]
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
    const parts = board.partsOf.get(card.id)?.length ?? 0
    const known = this.#measures.get(card)
    if (known && known.width === width && known.reference === reference && known.parts === parts) return known.measure
    const measure = measureCard(card, width, { reference, parts }, this.metrics)
    this.#measures.set(card, { width, reference, parts, measure })
    return measure
  }

  /** Content of a cell; laid out anew only if a card in it, a card it names or the number of columns changed. */
  cell(board: Board, key: CellKey, cards: readonly Card[], columns: number): CellEntry {
    const known = this.#cells.get(key)
    if (known && known.cards === cards && known.columns === columns && isUpToDate(board, known)) return known
    this.recomputedCells++
    const blocks = arrangeCell(cards, ({ id }) => board.groupOf.get(id) ?? null)
    const measured = blocks.map(({ groupId, items }) => {
      return { groupId, items: items.map((card) => this.measure(board, card, columns)) }
    })
    const entry: CellEntry = {
      cards,
      columns,
      facts: cards.map((card) => factsOf(board, card)),
      shown: blocks.flatMap(({ items }) => items),
      measures: measured.flatMap(({ items }) => items),
      content: layoutBlocks(measured, columns),
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

/** Whether what this cell's small print says and how it is grouped are still the same. */
function isUpToDate(board: Board, entry: CellEntry): boolean {
  return entry.cards.every((card, at) => {
    const known = entry.facts[at]
    return (
      known !== undefined &&
      known.reference === footReference(board, card) &&
      known.parts === (board.partsOf.get(card.id)?.length ?? 0) &&
      known.groupId === (board.groupOf.get(card.id) ?? null)
    )
  })
}

function factsOf(board: Board, card: Card): CellFacts {
  return {
    reference: footReference(board, card),
    parts: board.partsOf.get(card.id)?.length ?? 0,
    groupId: board.groupOf.get(card.id) ?? null,
  }
}
