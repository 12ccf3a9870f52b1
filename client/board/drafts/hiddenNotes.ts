// Notes of others that are still hidden: how many lie in which cell, nothing else. The layout gives them room behind the
// cards of the cell; they are drawn as grey blocks and are no shapes of the canvas.
import { type Board, type Card, type CellKey, cellKey } from '../../../shared/journey/Board.ts'
import type { CardId, LaneId, StageId } from '../../../shared/journey/ids.ts'
import type { Activity } from '../../../shared/workshop/workshopActivity.ts'

/** More blocks than this in one cell say nothing more and push the map apart; a number stands on the last one then. */
export const MAX_BLOCKS = 8

/** Others' hidden notes by cell. */
export type HiddenCells = ReadonlyMap<CellKey, number>

export const noHidden: HiddenCells = new Map()

/** What the server counts less the own drafts, which are shown as cards. */
export function hiddenCells(drafts: Activity['drafts'], own: Iterable<CellKey>): HiddenCells {
  const counts = new Map<CellKey, number>()
  for (const { stageId, laneId, notes } of drafts?.cells ?? [])
    counts.set(cellKey(stageId as StageId, laneId as LaneId), notes)
  for (const key of own) {
    const count = counts.get(key)
    if (count !== undefined) counts.set(key, count - 1)
  }
  return new Map([...counts].filter(([, count]) => count > 0))
}

export function isSameHidden(a: HiddenCells, b: HiddenCells): boolean {
  return a.size === b.size && [...a].every(([key, count]) => b.get(key) === count)
}

// No id of the document has a colon.
const PREFIX = 'hidden:'

/** Whether a place of the layout is a grey block and no card. */
export function isBlock(id: string): boolean {
  return id.startsWith(PREFIX)
}

export function blockId(key: CellKey, at: number): CardId {
  return `${PREFIX}${key}/${at}` as CardId
}

interface FilledCell {
  readonly base: readonly Card[]
  readonly count: number
  readonly list: readonly Card[]
}

/** Gives the layout blocks to place: cards of one empty line at the end of their cells. */
export class HiddenBlocks {
  readonly #blocks = new Map<CardId, Card>()
  #lists: ReadonlyMap<CellKey, FilledCell> = new Map()

  /** For the layout only: what is in the result besides the board is no card anybody can take. */
  addTo(board: Board, hidden: HiddenCells): Board {
    if (hidden.size === 0) return board
    const cells = new Map(board.cells)
    const lists = new Map<CellKey, FilledCell>()
    for (const [key, notes] of hidden) {
      const base = board.cells.get(key) ?? []
      const count = Math.min(notes, MAX_BLOCKS)
      const known = this.#lists.get(key)
      const isSame = known?.count === count && (known.base === base || (known.base.length === 0 && base.length === 0))
      const list = known && isSame ? known.list : [...base, ...this.#blocksOf(key, count)]
      lists.set(key, { base, count, list })
      cells.set(key, list)
    }
    this.#lists = lists
    return { ...board, cells }
  }

  #blocksOf(key: CellKey, count: number): Card[] {
    return Array.from({ length: count }, (_, at) => {
      const id = blockId(key, at)
      const known = this.#blocks.get(id)
      if (known) return known
      const block: Card = {
        id,
        kind: 'note',
        place: { x: 0, y: 0 },
        fields: { text: '', type: 'pain', severity: null, evidence: '', department: null },
      }
      this.#blocks.set(id, block)
      return block
    })
  }
}
