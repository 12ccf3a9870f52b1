// Sums over hidden notes, kept while single notes come, change and go: everybody sees counts, and they are asked for
// after every change of anybody's drafts.
import type { Activity } from '../../shared/workshop/workshopActivity.ts'

/** One hidden note as far as counts and grey blocks need it. */
export interface HiddenNote {
  /** Null: it lies in no cell. */
  readonly cell: { readonly stageId: string; readonly laneId: string } | null
  readonly hasPlaceholder: boolean
}

interface CellCount {
  readonly stageId: string
  readonly laneId: string
  readonly notes: number
}

export class HiddenCounts {
  private readonly notes = new Map<string, Map<string, HiddenNote>>()
  private total = 0
  private placeholders = 0
  private readonly cells = new Map<string, CellCount>()

  /** Null: not hidden (any more). Answers whether a count may have changed. */
  set(participantId: string, draftId: string, note: HiddenNote | null): boolean {
    const own = this.notes.get(participantId) ?? new Map<string, HiddenNote>()
    const before = own.get(draftId) ?? null
    if (isSame(before, note)) return false
    if (before) this.count(before, -1)
    if (note) {
      this.count(note, 1)
      this.notes.set(participantId, own.set(draftId, note))
    } else if (own.delete(draftId) && own.size === 0) this.notes.delete(participantId)
    return true
  }

  /** Null: nothing is hidden. Cells in an order that says nothing about who wrote first. */
  counts(): Activity['drafts'] {
    if (this.total === 0) return null
    const sorted = [...this.cells.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell)
    return { notes: this.total, writers: this.notes.size, cells: this.placeholders > 0 ? sorted : null }
  }

  private count({ cell, hasPlaceholder }: HiddenNote, by: 1 | -1): void {
    this.total += by
    if (!hasPlaceholder) return
    this.placeholders += by
    if (!cell) return
    const key = cellName(cell)
    const notes = (this.cells.get(key)?.notes ?? 0) + by
    if (notes > 0) this.cells.set(key, { ...cell, notes })
    else this.cells.delete(key)
  }
}

const cellName = ({ stageId, laneId }: Pick<CellCount, 'stageId' | 'laneId'>): string => `${stageId}/${laneId}`

function isSame(a: HiddenNote | null, b: HiddenNote | null): boolean {
  if (a === null || b === null) return a === b
  if (a.hasPlaceholder !== b.hasPlaceholder) return false
  return a.cell === null || b.cell === null ? a.cell === b.cell : cellName(a.cell) === cellName(b.cell)
}
