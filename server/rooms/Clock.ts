// Time and scheduling as the rooms see them. The server passes the real one; tests pass one they move by hand.

export interface Clock {
  /** Wall clock, ms since 1970. Only for what people see; it may jump. */
  nowMs(): number
  /** Steady clock, ms. For every interval and timeout. */
  elapsedMs(): number
  /** Runs after the messages of this turn of the event loop have been read. */
  soon(run: () => void): Cancel
  after(delayMs: number, run: () => void): Cancel
}
export type Cancel = () => void

export const systemClock: Clock = {
  nowMs: () => Date.now(),
  elapsedMs: () => performance.now(),
  soon(run) {
    const handle = setImmediate(run)
    return () => clearImmediate(handle)
  },
  after(delayMs, run) {
    const handle = setTimeout(run, delayMs)
    return () => clearTimeout(handle)
  },
}
