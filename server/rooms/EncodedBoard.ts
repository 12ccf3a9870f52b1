// The encoded board as newcomers get it: encoded once, then kept with the updates that came after it, so that a
// hundred people joining at once cost one encoding. Thrown away when its tail gets long and nobody comes.
import * as Y from 'yjs'

/** A tail below this is always cheaper to send than a new encoding is to make. */
const SMALL_TAIL_BYTES = 64 * 1024
const MAX_TAIL_UPDATES = 1_000

export interface BoardState {
  /** Changes with every encoding; the client names it in its hello after having fetched it over HTTP. */
  readonly etag: string
  readonly bytes: Uint8Array
}

export class EncodedBoard {
  private readonly doc: Y.Doc
  private readonly etagPrefix: string
  private current: BoardState | null = null
  private tail: Uint8Array[] = []
  private tailBytes = 0
  private merged: Uint8Array | null = null
  private count = 0

  /** `encoded`: the document as it is now, if that came from disk; making it again is half the cost of a load. */
  constructor(doc: Y.Doc, etagPrefix: string, encoded: Uint8Array | null) {
    this.doc = doc
    this.etagPrefix = etagPrefix
    if (encoded) this.current = this.named(encoded)
  }

  /** To be told of every update that was applied to the document. */
  add(update: Uint8Array): void {
    if (!this.current) return
    this.tail.push(update)
    this.tailBytes += update.length
    this.merged = null
    if (this.tail.length > MAX_TAIL_UPDATES || this.tailBytes > this.current.bytes.length + SMALL_TAIL_BYTES)
      this.drop()
  }

  /** The board as of now or a little earlier; what is missing is `tailAfter` its etag. */
  state(): BoardState {
    if (this.current && this.tailBytes > SMALL_TAIL_BYTES && this.tailBytes > this.current.bytes.length / 4) this.drop()
    this.current ??= this.named(Y.encodeStateAsUpdate(this.doc))
    return this.current
  }

  /** Everything that came after that state as one update (null: nothing did); undefined if the state is too old. */
  tailAfter(etag: string): Uint8Array | null | undefined {
    if (this.current?.etag !== etag) return undefined
    if (this.tail.length === 0) return null
    this.merged ??= Y.mergeUpdates(this.tail)
    // One entry from now on: the next newcomer merges only what is new.
    this.tail = [this.merged]
    this.tailBytes = this.merged.length
    return this.merged
  }

  private named(bytes: Uint8Array): BoardState {
    return { etag: `${this.etagPrefix}-${++this.count}`, bytes }
  }

  private drop(): void {
    this.current = null
    this.tail = []
    this.tailBytes = 0
    this.merged = null
  }
}
