// Whether the server can save and serve. Asks the disk at most every few seconds, however often it is asked itself.
import type { Clock } from '../rooms/Clock.ts'
import type { Storage } from '../storage/Storage.ts'
import type { LoopLag } from './LoopLag.ts'

const PROBE_MS = 2_000

export class Health {
  private readonly storage: Storage
  private readonly clock: Clock
  private readonly lag: LoopLag
  private probe: Promise<boolean> | null = null
  private probedAtMs = -PROBE_MS
  private isStopping = false

  constructor(storage: Storage, clock: Clock, lag: LoopLag) {
    this.storage = storage
    this.clock = clock
    this.lag = lag
  }

  /** False while a room waits for the disk, the disk takes nothing, the loop lags, or the server stops. */
  async isReady(hasUnsaved: boolean): Promise<boolean> {
    const elapsedMs = this.clock.elapsedMs()
    if (elapsedMs - this.probedAtMs >= PROBE_MS || this.probe === null) {
      this.probedAtMs = elapsedMs
      this.probe = this.storage.probe().catch(() => false)
    }
    return !this.isStopping && !hasUnsaved && !this.lag.isOverloaded && (await this.probe)
  }

  stop(): void {
    this.isStopping = true
  }
}
