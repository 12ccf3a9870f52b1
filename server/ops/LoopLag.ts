// How late this thread is: a timer that should run every 50 ms, and by how much it did not. A server that stays late
// takes nobody new, so that those who are in keep working.
import type { Cancel, Clock } from '../rooms/Clock.ts'

const LOOK_MS = 50
/** Later than this is noticed in the room. */
const MAX_LATE_MS = 200
/** One long moment (a big import, a collection of garbage) refuses nobody. */
const PATIENCE_MS = 2_000

export class LoopLag {
  private readonly clock: Clock
  private timer: Cancel
  private dueMs: number
  private lateSinceMs: number | null = null

  constructor(clock: Clock) {
    this.clock = clock
    this.dueMs = clock.elapsedMs() + LOOK_MS
    this.timer = clock.after(LOOK_MS, this.look)
  }

  /** Late without a break for two seconds. */
  get isOverloaded(): boolean {
    return this.lateSinceMs !== null && this.clock.elapsedMs() - this.lateSinceMs >= PATIENCE_MS
  }

  stop(): void {
    this.timer()
  }

  private readonly look = (): void => {
    const elapsedMs = this.clock.elapsedMs()
    if (elapsedMs - this.dueMs < MAX_LATE_MS) this.lateSinceMs = null
    else this.lateSinceMs ??= this.dueMs
    this.dueMs = elapsedMs + LOOK_MS
    this.timer = this.clock.after(LOOK_MS, this.look)
  }
}
