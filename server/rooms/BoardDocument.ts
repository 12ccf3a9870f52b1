// The board of a room: the Yjs document, what was applied to it, and its encoded form. Messages of people go through
// the gate, one by one inside one transaction per tick; edits of the server go in directly.
import * as Y from 'yjs'
import { rootNames } from '../../shared/journey/schema.ts'
import type { Limits } from '../limits.ts'
import { checkUpdate } from './gate/checkUpdate.ts'
import type { Bounds, Checked, ClientOwner } from './gate/checkStructs.ts'
import type { Clock } from './Clock.ts'
import { refuse } from './gate/checkStructs.ts'
import type { RoomRights, Writer } from './gate/rights.ts'
import type { EncodedBoard } from './EncodedBoard.ts'

/** Transactions by origin: changes of people came through the gate. */
const FROM_PEOPLE = 'people'
export const FROM_SERVER = 'server'
/** Detail of the refusal, for the log and for choosing the sentence. */
export const BOARD_IS_FULL = 'the board is full'
/** Measuring a full board encodes all of it: not for every message somebody sends to it. */
const MEASURE_MS = 5_000

export interface IncomingUpdate {
  readonly update: Uint8Array
  readonly bounds: Bounds
  readonly writer: Writer
  readonly rights: RoomRights
  readonly ownerOf: (client: number) => ClientOwner
  /** Too much is waiting for the disk: nothing more is taken. */
  readonly isReadOnly: boolean
  /** Asked last, for an update that would be applied; false puts it off. */
  readonly mayRelay: (freeClients: ReadonlySet<number>) => boolean
}

export class BoardDocument {
  readonly doc: Y.Doc
  readonly encoded: EncodedBoard
  private readonly limits: Limits
  private readonly clock: Clock
  private readonly roots: Map<unknown, string>
  private merged: Uint8Array[] = []
  /** About the encoded size: exact after load, then grown by every update. */
  bytes: number
  private recordCount: number
  private measuredMs = Number.NEGATIVE_INFINITY
  /** Updates and their bytes since the room was loaded: what snapshots go by. */
  updateCount = 0
  updateBytes = 0

  constructor(doc: Y.Doc, encoded: EncodedBoard, limits: Limits, clock: Clock) {
    this.doc = doc
    this.limits = limits
    this.clock = clock
    this.roots = new Map(rootNames.map((name) => [doc.getMap(name), name]))
    this.encoded = encoded
    this.bytes = encoded.state().bytes.length
    this.recordCount = this.countRecords()
    doc.on('update', (update: Uint8Array) => {
      this.bytes += update.length
      this.updateCount++
      this.updateBytes += update.length
      this.merged.push(update)
      this.encoded.add(update)
    })
  }

  /** Everything inside becomes one transaction, one update, one frame. */
  inOneTick(apply: () => void): void {
    this.doc.transact(apply, FROM_PEOPLE)
  }

  /** Checks and applies one message; to be called inside `inOneTick`. A refused one changes nothing. */
  apply(incoming: IncomingUpdate): Checked<null> | 'later' {
    const checked = checkUpdate({ ...incoming, doc: this.doc, roots: this.roots }, incoming.update)
    if (!checked.ok) return checked
    const { changes, adds, freeClients, newRecords } = checked.value
    if (!changes) return { ok: true, value: null }
    if (incoming.isReadOnly) return refuse('readOnly', 'too much is not on disk')
    if (adds && this.isFull(newRecords)) return refuse('tooLarge', BOARD_IS_FULL)
    if (!incoming.mayRelay(freeClients)) return 'later'
    Y.applyUpdate(this.doc, incoming.update, FROM_PEOPLE)
    this.recordCount += newRecords
    return { ok: true, value: null }
  }

  /** Nothing may wait for missing parts: what waits would stay for ever and be sent to every newcomer. */
  dropPending(): boolean {
    const { store } = this.doc
    const hadPending = store.pendingStructs !== null || store.pendingDs !== null
    store.pendingStructs = null
    store.pendingDs = null
    return hadPending
  }

  /** What was applied since the last call, as one update; null if nothing was. */
  takeUpdate(): Uint8Array | null {
    const updates = this.merged
    this.merged = []
    const [first] = updates
    if (!first) return null
    return updates.length === 1 ? first : Y.mergeUpdates(updates)
  }

  /** The whole document now, encoded. */
  currentState(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc)
  }

  countCards(): number {
    return this.doc.getMap('cards').size
  }

  /** How much there is. The bytes are measured, if due, where they seem to be more than this share of what may be. */
  sizes(measuredFrom: number): { readonly bytes: number; readonly records: number } {
    // What the server itself put in (an import, a reveal) was not counted on the way.
    this.recordCount = this.countRecords()
    if (this.bytes > measuredFrom * this.limits.maxRoomBytes) this.measure()
    return { bytes: this.bytes, records: this.recordCount }
  }

  destroy(): void {
    this.doc.destroy()
  }

  /** What was written over or deleted still counts until the next measuring; only then is the board really full. */
  private isFull(newRecords: number): boolean {
    const { maxRoomBytes, maxRecordsPerRoom } = this.limits
    const isOver = (): boolean => this.bytes > maxRoomBytes || this.recordCount + newRecords > maxRecordsPerRoom
    if (!isOver()) return false
    this.measure()
    return isOver()
  }

  private measure(): void {
    const elapsedMs = this.clock.elapsedMs()
    if (elapsedMs - this.measuredMs < MEASURE_MS) return
    this.measuredMs = elapsedMs
    this.bytes = Y.encodeStateAsUpdate(this.doc).length
    this.recordCount = this.countRecords()
  }

  private countRecords(): number {
    return rootNames.reduce((sum, name) => sum + this.doc.getMap(name).size, 0)
  }
}
