// Between the document and its store in this browser (y-indexeddb): what others write is stored a few times a second and
// not with every frame of the socket; a busy room costs a tenth of all script otherwise. What the person here writes is
// stored at once, as it always was, and after everything it stands on: a reload while offline shows it.
import type { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'

/** The server has what is collected meanwhile and sends it again. ms */
const COLLECTED_FOR_MS = 250

export class UpdateCollector {
  readonly #doc: Y.Doc
  readonly #store: IndexeddbPersistence['_storeUpdate']
  readonly #stop: () => void
  #collected: Uint8Array[] = []
  #timer: ReturnType<typeof setTimeout> | undefined

  /** Takes the place of y-indexeddb's own listener. */
  constructor(doc: Y.Doc, persistence: IndexeddbPersistence) {
    const { _storeUpdate: store } = persistence
    this.#doc = doc
    this.#store = store
    const onUpdate = (update: Uint8Array, origin: unknown, _doc: Y.Doc, { local }: Y.Transaction): void => {
      if (origin === persistence) return
      this.#collected.push(update)
      if (local) this.flush()
      else this.#timer ??= setTimeout(() => this.flush(), COLLECTED_FOR_MS)
    }
    doc.off('update', store)
    doc.on('update', onUpdate)
    this.#stop = () => doc.off('update', onUpdate)
  }

  /** Hands everything collected to the store now, in one transaction of its own. */
  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const collected = this.#collected
    this.#collected = []
    const [first] = collected
    if (!first) return
    const update = collected.length === 1 ? first : Y.mergeUpdates(collected)
    try {
      this.#store(update, this.#doc)
    } catch {
      // Closed under us. The page goes on; only a reload while offline would miss this.
    }
  }

  /** Stores nothing more; what is collected goes unless it was flushed. */
  destroy(): void {
    clearTimeout(this.#timer)
    this.#collected = []
    this.#stop()
  }
}
