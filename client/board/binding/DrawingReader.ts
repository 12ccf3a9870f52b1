// Drawings of the document as records tldraw takes. Anything may be in there (another version, a modified client): each
// record is checked by itself, and one that fails is kept aside instead of stopping the others.
import type { TLRecord } from 'tldraw'
import type * as Y from 'yjs'
import { readDrawing } from '../../../shared/journey/edit/editDrawings.ts'
import { isDrawing, PAGE_ID } from './boardRecords.ts'

export interface DrawingUpdate {
  readonly put: readonly TLRecord[]
  readonly remove: readonly string[]
}

export class DrawingReader {
  readonly #doc: Y.Doc
  readonly #refuse: (record: unknown) => string | null
  readonly #records = new Map<string, TLRecord>()
  /** Read once and found to hang on something that is not there (yet): looked at again with every change. */
  readonly #waiting = new Set<string>()
  /** Id → why tldraw does not take it. */
  readonly quarantined = new Map<string, string>()

  /** `refuse`: why this version of tldraw does not take a record; null if it does. */
  constructor(doc: Y.Doc, refuse: (record: unknown) => string | null) {
    this.#doc = doc
    this.#refuse = refuse
  }

  /** Reads what changed. `hasShape`: whether a journey shape of that id is on the board, for arrows that point to cards. */
  update(changed: ReadonlySet<string>, hasShape: (id: string) => boolean): DrawingUpdate {
    const ids = new Set([...changed, ...this.#waiting])
    if (ids.size === 0) return { put: [], remove: [] }
    const read = new Map<string, TLRecord | null>()
    for (const id of ids) read.set(id, this.#read(id))
    const known = (id: string): boolean => {
      const fresh = read.get(id)
      return fresh === undefined ? this.#records.has(id) || hasShape(id) : fresh !== null
    }
    this.#waiting.clear()
    const put: TLRecord[] = []
    const remove: string[] = []
    for (const [id, record] of read) {
      const usable = record && this.#settle(record, known, read)
      if (usable) put.push(usable)
      else if (this.#records.has(id)) remove.push(id)
    }
    for (const record of put) this.#records.set(record.id, record)
    for (const id of remove) this.#records.delete(id)
    return { put, remove }
  }

  #read(id: string): TLRecord | null {
    this.quarantined.delete(id)
    const raw = readDrawing(this.#doc, id)
    if (!raw) return null
    const reason = isDrawing(raw) ? this.#refuse(raw) : 'is of a kind that is not kept'
    if (reason === null) return raw as unknown as TLRecord
    this.quarantined.set(id, reason)
    return null
  }

  /** A record whose parent is gone lies on the page; a binding whose end is gone waits; a ring of parents is cut. */
  #settle(
    record: TLRecord,
    known: (id: string) => boolean,
    read: ReadonlyMap<string, TLRecord | null>,
  ): TLRecord | null {
    if (record.typeName === 'binding') {
      if (known(record.fromId) && known(record.toId)) return record
      this.#waiting.add(record.id)
      return null
    }
    if (record.typeName !== 'shape' || record.parentId === PAGE_ID) return record
    if (known(record.parentId) && !this.#isInRing(record.id, read)) return record
    this.#waiting.add(record.id)
    return { ...record, parentId: PAGE_ID } as TLRecord
  }

  /** Two people can put two groups into each other at once; tldraw would walk up for ever. */
  #isInRing(id: string, read: ReadonlyMap<string, TLRecord | null>): boolean {
    const seen = new Set<string>()
    for (let at = id; !seen.has(at);) {
      seen.add(at)
      const record = read.get(at) ?? this.#records.get(at)
      if (record?.typeName !== 'shape' || record.parentId === PAGE_ID) return false
      at = record.parentId
    }
    return true
  }
}
