// Writing to everybody in a room: frames are made once, the same buffer goes to every socket. Readers that do not
// keep up lose presence first, then their connection; they come back and get only what they missed.
import type { Limits } from '../limits.ts'
import type { Clock } from './Clock.ts'
import type { Connection } from './Connection.ts'
import { frameMessages } from './frame.ts'
import type { RoomMetrics } from './RoomMetrics.ts'

/** What one tick has for everybody. */
export interface Broadcast {
  readonly document: Uint8Array | null
  readonly presence: Uint8Array | null
  /** Messages of our own, only for connections that said hello. */
  readonly ours: readonly Uint8Array[]
}

/** A reader that stays behind longer than this is closed, however little it is. */
const MAX_BEHIND_MS = 20_000

export class Outbox {
  private readonly clock: Clock
  private readonly limits: Limits
  private readonly metrics: RoomMetrics
  private readonly members = new Set<Connection>()

  constructor(clock: Clock, limits: Limits, metrics: RoomMetrics) {
    this.clock = clock
    this.limits = limits
    this.metrics = metrics
  }

  get size(): number {
    return this.members.size
  }

  add(connection: Connection): void {
    this.members.add(connection)
  }

  /** Whether it was there. */
  remove(connection: Connection): boolean {
    return this.members.delete(connection)
  }

  /** A copy: closing one while walking the list changes it. */
  connections(): Connection[] {
    return [...this.members]
  }

  broadcast({ document, presence, ours }: Broadcast): void {
    if (!document && !presence && ours.length === 0) return
    const base = document ? [document] : []
    const all = presence ? [...base, presence] : base
    // Up to four variants of the tick, each framed at most once.
    const frames = new Map<string, Uint8Array>()
    const framesFor = (knowsUs: boolean, keepsUp: boolean): Uint8Array => {
      const variant = `${knowsUs}${keepsUp}`
      let made = frames.get(variant)
      if (!made) {
        made = frameMessages([...(keepsUp ? all : base), ...(knowsUs ? ours : [])])
        frames.set(variant, made)
      }
      return made
    }
    for (const connection of this.members) {
      const keepsUp = connection.wire.bufferedBytes <= this.limits.presenceSkipBytes
      if (presence && !keepsUp) {
        connection.missedPresence = true
        this.metrics.presenceSkipped()
      }
      this.write(connection, framesFor(connection.knowsUs, keepsUp))
    }
  }

  /** Those who missed presence and have caught up since; each is named once. */
  takeCaughtUp(): Connection[] {
    const caughtUp = [...this.members].filter(
      (connection) => connection.missedPresence && connection.wire.bufferedBytes <= this.limits.presenceSkipBytes,
    )
    for (const connection of caughtUp) connection.missedPresence = false
    return caughtUp
  }

  /** Writes the answer to somebody's own question: however large, it does not count as falling behind. */
  answer(connection: Connection, frames: Uint8Array): void {
    connection.graceBytes += frames.length
    this.write(connection, frames)
  }

  /** Writes frames made by `frameMessages`, unless the reader is too far behind: then it is closed. */
  write(connection: Connection, frames: Uint8Array): void {
    if (!connection.isOpen || frames.length === 0) return
    const { bufferedBytes } = connection.wire
    const nowMs = this.clock.elapsedMs()
    if (bufferedBytes <= this.limits.presenceSkipBytes) {
      connection.keptUpMs = nowMs
      connection.graceBytes = Math.min(connection.graceBytes, frames.length)
    }
    const isTooFarBehind = bufferedBytes > this.limits.maxBufferedBytes + connection.graceBytes
    if (isTooFarBehind || nowMs - connection.keptUpMs > MAX_BEHIND_MS) {
      this.metrics.closed('tooSlow')
      connection.close('tooSlow')
      return
    }
    connection.wire.write(frames)
    this.metrics.bytesOut(frames.length)
  }
}
