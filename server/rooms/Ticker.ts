// When a room flushes: at once if the last flush is older than a tick, else when the tick is over. The tick gets
// wider with many people and when flushing itself takes long.
import type { Cancel, Clock } from './Clock.ts'

const TICK_MS = 16
const CROWD_TICK_MS = 33
const CROWD = 300
const WIDEST_TICK_MS = 50
/** Share of the time that flushing may take before the tick widens: one room never fills the thread. */
const MAX_LOAD = 0.25

export class Ticker {
  private readonly clock: Clock
  private readonly flush: () => void
  private readonly countPeople: () => number
  private scheduled: Cancel | null = null
  private lastFlushMs = -WIDEST_TICK_MS
  /** Smoothed duration of a flush. */
  private flushMs = 0

  constructor(clock: Clock, countPeople: () => number, flush: () => void) {
    this.clock = clock
    this.countPeople = countPeople
    this.flush = flush
  }

  /** Something is to be sent. */
  request(): void {
    if (this.scheduled) return
    const waitMs = this.lastFlushMs + this.tickMs() - this.clock.elapsedMs()
    this.scheduled = waitMs <= 0 ? this.clock.soon(this.run) : this.clock.after(waitMs, this.run)
  }

  tickMs(): number {
    const width = this.countPeople() > CROWD ? CROWD_TICK_MS : TICK_MS
    return Math.min(WIDEST_TICK_MS, Math.max(width, this.flushMs / MAX_LOAD))
  }

  stop(): void {
    this.scheduled?.()
    this.scheduled = null
  }

  private readonly run = (): void => {
    this.scheduled = null
    const startedMs = this.clock.elapsedMs()
    this.lastFlushMs = startedMs
    this.flush()
    this.flushMs = 0.8 * this.flushMs + 0.2 * (this.clock.elapsedMs() - startedMs)
  }
}
