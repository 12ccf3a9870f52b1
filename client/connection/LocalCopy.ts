// What this browser keeps of one workshop for one participant: the document (y-indexeddb) and, beside it, which
// changes are unsaved, what was kept aside, and the last word on workshop and roster. Two participants in one browser
// share nothing: the name of the database holds the participant. Private notes have a copy of their own. Storage may be
// missing or full; then everything lives in the page only and nothing here throws.
import * as idb from 'lib0/indexeddb'
import { IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'
import { UpdateCollector } from './UpdateCollector.ts'

const UNSAVED_PREFIX = 'unsaved.'
/** Kept in y-indexeddb's store for other values, so that all of it is one database. */
const STORE = 'custom'
const UPDATES = 'updates'

export class LocalCopy {
  readonly #name: string
  #persistence: IndexeddbPersistence
  #collector: UpdateCollector
  #isOpen = true

  /** Null if this browser keeps nothing (storage switched off, private window, no disk space). */
  static async open(
    workshopId: string,
    participantId: string,
    doc: Y.Doc,
    document: 'board' | 'drafts' = 'board',
  ): Promise<LocalCopy | null> {
    const name = `journeyboard.${workshopId}.${participantId}${document === 'board' ? '' : `.${document}`}`
    if (!(await canStore(name))) return null
    const copy = new LocalCopy(name, doc)
    await copy.#persistence.whenSynced
    return copy
  }

  private constructor(name: string, doc: Y.Doc) {
    this.#name = name
    this.#persistence = new IndexeddbPersistence(name, doc)
    this.#collector = new UpdateCollector(doc, this.#persistence)
  }

  /** Updates with this origin were read from this copy. */
  get origin(): unknown {
    return this.#persistence
  }

  /** Stores what others wrote just now; what was written here is stored already. */
  flush(): void {
    this.#collector.flush()
  }

  /** Forgets the stored document and keeps `doc` from now on; the old one is not stored any more. */
  async replace(doc: Y.Doc): Promise<void> {
    const old = this.#persistence
    this.#collector.destroy()
    // Emptied, not deleted: another tab of this participant may have the same database open.
    await this.#run([UPDATES], ([updates]) => updates && idb.rtop(updates.clear()))
    await old.destroy()
    this.#persistence = new IndexeddbPersistence(this.#name, doc)
    this.#collector = new UpdateCollector(doc, this.#persistence)
    await this.#persistence.whenSynced
  }

  async read(key: string): Promise<unknown> {
    return await this.#run([STORE], ([store]) => store && idb.get(store, key))
  }

  async write(key: string, value: unknown): Promise<void> {
    await this.#run([STORE], ([store]) => store && idb.put(store, value as string, key))
  }

  async remove(key: string): Promise<void> {
    await this.#run([STORE], ([store]) => store && idb.del(store, key))
  }

  /** Unsaved changes that earlier visits and other tabs have left, by the key they are stored under. */
  async readUnsaved(): Promise<ReadonlyMap<string, readonly string[]>> {
    const range = idb.createIDBKeyRangeBound(UNSAVED_PREFIX, `${UNSAVED_PREFIX}\uFFFF`, false, false)
    const found = await this.#run([STORE], ([store]) => store && idb.getAllKeysValues(store, range))
    const rows = Array.isArray(found) ? (found as { k: unknown; v: unknown }[]) : []
    return new Map(
      rows.map(({ k, v }) => [String(k), Array.isArray(v) ? v.filter((label) => typeof label === 'string') : []]),
    )
  }

  /** One key per tab: two tabs of one participant must not overwrite each other's. */
  unsavedKey(tabId: string): string {
    return UNSAVED_PREFIX + tabId
  }

  async destroy(): Promise<void> {
    this.#isOpen = false
    this.#collector.flush()
    this.#collector.destroy()
    await this.#persistence.destroy()
  }

  async #run(stores: string[], use: (stores: IDBObjectStore[]) => unknown): Promise<unknown> {
    const { db } = this.#persistence
    if (!db || !this.#isOpen) return undefined
    try {
      return await use(idb.transact(db, stores))
    } catch {
      // Full, or closed under us. The page goes on; only a reload while offline would miss this.
      return undefined
    }
  }
}

/** y-indexeddb never settles when the database cannot be opened, so it is tried first. */
async function canStore(name: string): Promise<boolean> {
  if (typeof indexedDB === 'undefined') return false
  try {
    const db = await idb.openDB(name, (fresh) =>
      idb.createStores(fresh, [['updates', { autoIncrement: true }], [STORE]]),
    )
    db.close()
    return true
  } catch {
    return false
  }
}
