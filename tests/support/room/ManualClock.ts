// A clock that stands still until the test moves it.
import type { Cancel, Clock } from '../../../server/rooms/Clock.ts'

interface Timer {
  readonly atMs: number
  readonly run: () => void
}

export class ManualClock implements Clock {
  private elapsed = 1_000
  private wall = Date.UTC(2026, 10, 21, 9)
  private timers = new Set<Timer>()
  private turn: (() => void)[] = []

  nowMs(): number {
    return this.wall
  }

  elapsedMs(): number {
    return this.elapsed
  }

  soon(run: () => void): Cancel {
    this.turn.push(run)
    return () => {
      this.turn = this.turn.filter((other) => other !== run)
    }
  }

  after(delayMs: number, run: () => void): Cancel {
    const timer = { atMs: this.elapsed + Math.max(0, delayMs), run }
    this.timers.add(timer)
    return () => this.timers.delete(timer)
  }

  /** The wall clock jumps; intervals must not notice. */
  jumpWall(byMs: number): void {
    this.wall += byMs
  }

  /** What is running takes so long: time passes, nothing else runs meanwhile. */
  spend(ms: number): void {
    this.elapsed += ms
    this.wall += ms
  }

  /** Runs what is due now, and what that starts, until nothing moves any more. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 8; quiet++) {
      const turn = this.turn
      this.turn = []
      if (turn.length > 0) quiet = 0
      for (const run of turn) run()
      await Promise.resolve()
    }
  }

  /** Moves time forward, timer by timer in their order. */
  async advance(byMs: number): Promise<void> {
    const endMs = this.elapsed + byMs
    await this.settle()
    for (;;) {
      const [next] = [...this.timers].filter(({ atMs }) => atMs <= endMs).toSorted((a, b) => a.atMs - b.atMs)
      if (!next) break
      this.timers.delete(next)
      this.wall += Math.max(0, next.atMs - this.elapsed)
      this.elapsed = Math.max(this.elapsed, next.atMs)
      next.run()
      await this.settle()
    }
    this.wall += Math.max(0, endMs - this.elapsed)
    this.elapsed = Math.max(this.elapsed, endMs)
  }
}
