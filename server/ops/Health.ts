// Whether the server can save and serve. Asks the disk at most every few seconds, however often it is asked itself.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Clock } from '../rooms/Clock.ts'
import type { Storage } from '../storage/Storage.ts'

const PROBE_MS = 2_000
/** Above this the server answers too late to be sent more people. */
const MAX_LOOP_DELAY_MS = 200

export class Health {
  private readonly storage: Storage
  private readonly clock: Clock
  private readonly loop = monitorEventLoopDelay({ resolution: 20 })
  private probe: Promise<boolean> | null = null
  private probedAtMs = -PROBE_MS
  private isStopping = false

  constructor(storage: Storage, clock: Clock) {
    this.storage = storage
    this.clock = clock
    this.loop.enable()
  }

  /** False while a room waits for the disk, the disk takes nothing, the loop lags, or the server stops. */
  async isReady(hasUnsaved: boolean): Promise<boolean> {
    const elapsedMs = this.clock.elapsedMs()
    if (elapsedMs - this.probedAtMs >= PROBE_MS || this.probe === null) {
      this.probedAtMs = elapsedMs
      this.probe = this.storage.probe().catch(() => false)
    }
    const delayMs = this.loop.percentile(50) / 1e6
    this.loop.reset()
    return !this.isStopping && !hasUnsaved && delayMs < MAX_LOOP_DELAY_MS && (await this.probe)
  }

  stop(): void {
    this.isStopping = true
    this.loop.disable()
  }
}
