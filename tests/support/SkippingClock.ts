// Time that runs as always, and can be moved on by the test: for whole servers with real sockets. What is due within a
// second really waits; longer timers run when the test skips over them.
import type { Cancel, Clock } from '../../server/rooms/Clock.ts'

/** Delays from here on are the test's. */
const LONG_MS = 1_000

interface Timer {
  readonly atMs: number
  readonly run: () => void
}

export class SkippingClock implements Clock {
  private skippedMs = 0
  private wallOffsetMs = 0
  private readonly timers = new Set<Timer>()

  nowMs(): number {
    return Date.now() + this.wallOffsetMs
  }

  elapsedMs(): number {
    return performance.now() + this.skippedMs
  }

  soon(run: () => void): Cancel {
    const handle = setImmediate(run)
    return () => clearImmediate(handle)
  }

  after(delayMs: number, run: () => void): Cancel {
    if (delayMs < LONG_MS) {
      const handle = setTimeout(run, delayMs)
      return () => clearTimeout(handle)
    }
    const timer = { atMs: this.elapsedMs() + delayMs, run }
    this.timers.add(timer)
    return () => this.timers.delete(timer)
  }

  /** The wall clock is set; nothing else notices. */
  jumpWall(byMs: number): void {
    this.wallOffsetMs += byMs
  }

  /** Runs every long timer that becomes due, in order. */
  skip(byMs: number): void {
    const endMs = this.elapsedMs() + byMs
    for (;;) {
      const [next] = [...this.timers].filter(({ atMs }) => atMs <= endMs).toSorted((a, b) => a.atMs - b.atMs)
      if (!next) break
      this.timers.delete(next)
      this.skippedMs = Math.max(this.skippedMs, next.atMs - performance.now())
      next.run()
    }
    this.skippedMs = Math.max(this.skippedMs, endMs - performance.now())
  }
}
