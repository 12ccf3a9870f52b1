// Keeps the promise that whose ballot was whose leaves the disk: when it has been deleted, the disk's log still holds it
// until that is cut. Somebody who reads the file at that moment (a backup, `sqlite3`) keeps it from being cut: then again
// and again until it is.
import type { Cancel, Clock } from '../rooms/Clock.ts'
import type { RoomLog } from '../rooms/Room.ts'
import type { Storage } from '../storage/Storage.ts'

/** Backups take a few seconds; whoever reads for hours is asked less often. */
const FIRST_WAIT_MS = 5_000
const MAX_WAIT_MS = 60_000

export interface LogCutterParts {
  readonly workshopId: string
  readonly storage: Pick<Storage, 'cutLog'>
  readonly clock: Clock
  readonly log: RoomLog
}

export class LogCutter {
  private readonly parts: LogCutterParts
  private again: Cancel | null = null
  private waitMs = FIRST_WAIT_MS
  private isStopped = false

  constructor(parts: LogCutterParts) {
    this.parts = parts
  }

  /** Resolves after the first try; one that fails is repeated until one succeeds or the room is let go. */
  async cut(): Promise<void> {
    const { workshopId, storage, log } = this.parts
    try {
      await storage.cutLog(workshopId)
      if (this.waitMs > FIRST_WAIT_MS) log.info('log was cut', { room: workshopId })
      this.waitMs = FIRST_WAIT_MS
    } catch (error) {
      if (this.waitMs === FIRST_WAIT_MS) log.error('log was not cut', { room: workshopId, reason: String(error) })
      this.tryAgain()
    }
  }

  private tryAgain(): void {
    if (this.isStopped) return
    this.again?.()
    this.again = this.parts.clock.after(this.waitMs, () => void this.cut())
    this.waitMs = Math.min(this.waitMs * 2, MAX_WAIT_MS)
  }

  /** What is left is cut when the workshop is loaded again. */
  stop(): void {
    this.isStopped = true
    this.again?.()
  }
}
