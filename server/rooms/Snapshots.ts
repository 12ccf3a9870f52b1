// Snapshots of a room's board: automatic while people work and when the room empties, named ones on request, one
// before everything that changes much. Also what keeps the log short. Restoring writes edits; it replaces nothing.
import type * as Y from 'yjs'
import type { SnapshotKind, Storage, StoredSnapshot } from '../storage/Storage.ts'
import type { Cancel, Clock } from './Clock.ts'
import { loadBoard } from './loadBoard.ts'
import { restoreBoard } from './restoreBoard.ts'
import type { Room, RoomLog } from './Room.ts'

const BOARD = 'board'
const CHECK_MS = 60_000
/** While people work. */
const AUTO_MS = 10 * 60_000
/** What the list says about an automatic one. */
const WHILE_WORKING = 'While people worked'
/** Log since the last snapshot, bytes and rows, above which a start would take noticeably longer. */
const MAX_LOG_BYTES = 4 * 1024 * 1024
const MAX_LOG_UPDATES = 4_000

export class Snapshots {
  private readonly room: Room
  private readonly storage: Storage
  private readonly clock: Clock
  private readonly log: RoomLog
  private timer: Cancel
  private takenAtMs: number
  private takenUpdates = 0
  private takenBytes = 0

  constructor(room: Room, storage: Storage, clock: Clock, log: RoomLog) {
    this.room = room
    this.storage = storage
    this.clock = clock
    this.log = log
    this.takenAtMs = clock.elapsedMs()
    this.timer = clock.after(CHECK_MS, this.check)
  }

  /** Resolves when it is on disk. */
  async take(kind: SnapshotKind, label: string): Promise<StoredSnapshot> {
    const { board } = this.room
    const { updateCount, updateBytes } = board
    const elapsedMs = this.clock.elapsedMs()
    const state = board.currentState()
    const stored = await this.storage.saveSnapshot(this.room.id, {
      document: BOARD,
      kind,
      label,
      takenAtMs: this.clock.nowMs(),
      cards: board.countCards(),
      state,
    })
    this.takenAtMs = elapsedMs
    this.takenUpdates = updateCount
    this.takenBytes = updateBytes
    return stored
  }

  list(): Promise<readonly StoredSnapshot[]> {
    return this.storage.listSnapshots(this.room.id)
  }

  /** The board as it was then, as it is stored (maybe by an older schema); null if there is none or its checksum is wrong. */
  readState(sid: number): Promise<Uint8Array | null> {
    return this.storage.readSnapshot(this.room.id, sid)
  }

  /** The board as it was then, in a document of its own; null if there is none or it cannot be read. */
  async read(sid: number): Promise<Y.Doc | null> {
    const state = await this.readState(sid)
    const board = state && loadBoard([state])
    return board?.ok ? board.board.doc : null
  }

  /**
   * Brings the board back to a snapshot, after keeping one of now: restoring can be undone by restoring that one, which
   * is what comes back. Null: no such snapshot. Connected people have the change before it is on disk.
   */
  async restore(sid: number, label: string): Promise<StoredSnapshot | null> {
    const then = await this.read(sid)
    if (!then) return null
    const before = await this.take('before', label)
    this.room.edit((doc) => restoreBoard(doc, then))
    then.destroy()
    return before
  }

  /** A last one if anything changed since; failures are logged, the log of updates has everything. */
  async stop(label: string): Promise<void> {
    this.timer()
    await this.tryToTake('auto', label)
  }

  private readonly check = (): void => {
    this.timer = this.clock.after(CHECK_MS, this.check)
    const { board, journal } = this.room
    if (journal.unsavedSinceMs !== null) return
    const isLong =
      board.updateBytes - this.takenBytes > MAX_LOG_BYTES || board.updateCount - this.takenUpdates > MAX_LOG_UPDATES
    if (this.clock.elapsedMs() - this.takenAtMs >= AUTO_MS) void this.tryToTake('auto', WHILE_WORKING)
    else if (isLong) void this.tryToTake('base', '')
  }

  private async tryToTake(kind: SnapshotKind, label: string): Promise<void> {
    if (this.room.board.updateCount === this.takenUpdates) return
    try {
      await this.take(kind, label)
    } catch (error) {
      this.log.error('snapshot failed', { room: this.room.id, reason: String(error) })
    }
  }
}
