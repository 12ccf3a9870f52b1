// A rate with a burst. Spending more than there is makes a debt; the answer says how long it takes to pay it off.
// Time is passed in.

export class TokenBucket {
  private readonly burst: number
  private readonly perSecond: number
  private tokens: number
  private atMs: number

  constructor(burst: number, perSecond: number, elapsedMs: number) {
    this.burst = burst
    this.perSecond = perSecond
    this.tokens = burst
    this.atMs = elapsedMs
  }

  /** Ms until the debt is paid; 0 if there is none. */
  spend(amount: number, elapsedMs: number): number {
    this.tokens = Math.min(this.burst, this.tokens + ((elapsedMs - this.atMs) / 1000) * this.perSecond) - amount
    this.atMs = elapsedMs
    return this.tokens >= 0 ? 0 : (-this.tokens / this.perSecond) * 1000
  }
}
