// Looks from time to time at how much a workshop uses of what it may, so that its facilitators hear of it before anything
// is refused.
import { type Limits, QUOTA_NOTICE_SHARE } from '../limits.ts'
import type { Filling, Quota } from '../../shared/workshop/notices.ts'
import type { Storage } from '../storage/Storage.ts'
import type { Cancel, Clock } from './Clock.ts'
import type { Room, RoomLog } from './Room.ts'

const CHECK_MS = 60_000
/** People are told once for each step, not with every change. */
const STEP_PERCENT = 5

export interface QuotaParts {
  readonly room: Room
  readonly storage: Storage
  readonly clock: Clock
  readonly limits: Limits
  readonly log: RoomLog
}

export class QuotaWatch {
  private readonly parts: QuotaParts
  private timer: Cancel

  constructor(parts: QuotaParts) {
    this.parts = parts
    this.timer = parts.clock.after(CHECK_MS, this.beat)
  }

  /** Looks now: something large was put in. Failures are logged. */
  async check(): Promise<void> {
    const { room, storage, limits, log } = this.parts
    try {
      const { fileBytes, assetBytes } = await storage.sizes(room.id)
      const { bytes, records } = room.board.sizes(QUOTA_NOTICE_SHARE)
      const shares: readonly (readonly [Quota, number])[] = [
        ['board', bytes / limits.maxRoomBytes],
        ['records', records / limits.maxRecordsPerRoom],
        ['pictures', assetBytes / limits.maxAssetBytesPerRoom],
        ['file', fileBytes / limits.maxFileBytesPerRoom],
      ]
      if (room.workshop.notices.setFilling(shares.flatMap(fillingOf))) room.announce()
    } catch (error) {
      log.error('quotas could not be looked at', { room: room.id, reason: String(error) })
    }
  }

  stop(): void {
    this.timer()
  }

  private readonly beat = (): void => {
    this.timer = this.parts.clock.after(CHECK_MS, this.beat)
    void this.check()
  }
}

function fillingOf([quota, share]: readonly [Quota, number]): Filling[] {
  if (share < QUOTA_NOTICE_SHARE) return []
  return [{ quota, percent: Math.floor((share * 100) / STEP_PERCENT) * STEP_PERCENT }]
}
