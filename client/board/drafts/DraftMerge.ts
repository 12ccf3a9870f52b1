// The board as its author sees it: with own drafts in their cells. Others' layouts know nothing of it. Keeps lists of
// cells whose content did not change the same arrays, so that the layout does only what is new.
import { type Board, type Card, type CellKey, cellKey, isCellPlace } from '../../../shared/journey/Board.ts'
import { compareCards } from '../../../shared/journey/BoardModel.ts'
import type { CardId } from '../../../shared/journey/ids.ts'

interface MergedCell {
  readonly base: readonly Card[]
  readonly own: readonly Card[]
  readonly hidden: ReadonlySet<CardId>
  readonly list: readonly Card[]
}

const noCards: readonly Card[] = []

export class DraftMerge {
  #cells = new Map<CellKey, MergedCell>()

  /** `hidden`: cards of the board that a draft stands for. The board itself if there is nothing to merge. */
  merge(board: Board, drafts: readonly Card[], hidden: ReadonlySet<CardId>): Board {
    if (drafts.length === 0 && hidden.size === 0) {
      this.#cells.clear()
      return board
    }
    const cards = new Map(board.cards)
    for (const id of hidden) cards.delete(id)
    for (const card of drafts) cards.set(card.id, card)
    const own = Map.groupBy(drafts, keyOf)
    own.delete(null)
    const touched = new Set([...own.keys(), ...[...hidden].map((id) => keyOfId(board, id))])
    const cells = new Map(board.cells)
    const merged = new Map<CellKey, MergedCell>()
    for (const key of touched) {
      if (key === null) continue
      const cell = this.#mergeCell(key, board.cells.get(key) ?? noCards, own.get(key) ?? noCards, hidden)
      merged.set(key, cell)
      cells.set(key, cell.list)
    }
    this.#cells = merged
    return { ...board, cards, cells }
  }

  #mergeCell(key: CellKey, base: readonly Card[], own: readonly Card[], hidden: ReadonlySet<CardId>): MergedCell {
    const known = this.#cells.get(key)
    const isSame = known?.base === base && isSameList(known.own, own) && isSameSet(known.hidden, hidden)
    if (known && isSame) return known
    const list = [...base.filter(({ id }) => !hidden.has(id)), ...own].toSorted(compareCards)
    return { base, own, hidden, list }
  }
}

function keyOf({ place }: Card): CellKey | null {
  return isCellPlace(place) ? cellKey(place.stageId, place.laneId) : null
}

function keyOfId(board: Board, id: CardId): CellKey | null {
  const card = board.cards.get(id)
  return card ? keyOf(card) : null
}

function isSameList(a: readonly Card[], b: readonly Card[]): boolean {
  return a.length === b.length && a.every((card, at) => card === b[at])
}

function isSameSet(a: ReadonlySet<CardId>, b: ReadonlySet<CardId>): boolean {
  return a === b || (a.size === b.size && [...a].every((id) => b.has(id)))
}
