// The recap of a workshop as its page asks for it. When a workshop ends, everybody opens it within the same seconds:
// what was made for the first is given to all who ask a moment later.
import type { RecapAnswer } from '../../shared/protocol/recapAnswer.ts'
import { runExport } from '../export/runExport.ts'
import type { Clock } from '../rooms/Clock.ts'
import type { OpenRoom } from '../rooms/RoomRegistry.ts'
import type { Storage } from '../storage/Storage.ts'
import { exportOrder } from './exportWorkshop.ts'

/** How old a recap may be, ms: shorter than a reload, longer than a rush. */
export const RECAP_FRESH_MS = 2_000

export class Recaps {
  private readonly storage: Storage
  private readonly clock: Clock
  /** Goes with its room. */
  private readonly made = new WeakMap<
    OpenRoom['room'],
    { readonly atMs: number; readonly recap: Promise<RecapAnswer> }
  >()

  constructor(storage: Storage, clock: Clock) {
    this.storage = storage
    this.clock = clock
  }

  of(open: OpenRoom): Promise<RecapAnswer> {
    const nowMs = this.clock.elapsedMs()
    const last = this.made.get(open.room)
    if (last && nowMs - last.atMs < RECAP_FRESH_MS) return last.recap
    const recap = this.make(open)
    this.made.set(open.room, { atMs: nowMs, recap })
    // A failure is told to those who waited for it; the next one tries again.
    recap.catch(() => this.made.delete(open.room))
    return recap
  }

  private async make(open: OpenRoom): Promise<RecapAnswer> {
    const order = await exportOrder(open, this.storage, this.clock.nowMs())
    const { content } = await runExport({ ...order, job: { kind: 'recap' } })
    const { recap, maps } = JSON.parse(String(content)) as Pick<RecapAnswer, 'recap' | 'maps'>
    return { recap, createdAtMs: open.room.workshop.info.createdAtMs, maps }
  }
}
