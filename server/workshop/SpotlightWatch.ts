// Nobody is kept with a facilitator who is not there: a spotlight ends by itself when its facilitator has been offline
// for a while, or leads no longer. Looks at the roster only while there is a spotlight.
import type { Cancel, Clock } from '../rooms/Clock.ts'
import type { Room } from '../rooms/Room.ts'

/** Long enough to load a page again or to change the network, short enough for people who cannot leave by themselves. */
export const SPOTLIGHT_OFFLINE_MS = 30_000
const LOOK_EVERY_MS = 5_000

export class SpotlightWatch {
  private readonly room: Room
  private readonly clock: Clock
  private timer: Cancel | null = null
  /** Steady clock: when its facilitator was seen last. */
  private seenMs = 0
  private watchedId: string | null = null

  constructor(room: Room, clock: Clock) {
    this.room = room
    this.clock = clock
    this.look()
  }

  /** After anything that may have changed the spotlight or its facilitator. */
  look(): void {
    const { workshop, roster } = this.room
    const { spotlight } = workshop.facilitation.state
    this.timer?.()
    this.timer = null
    const nowMs = this.clock.elapsedMs()
    if (!spotlight) return
    // A new one, also one that a restart has brought back, gives its facilitator the whole time to come.
    if (roster.isOnline(spotlight.by) || spotlight.id !== this.watchedId) this.seenMs = nowMs
    this.watchedId = spotlight.id
    const leads = workshop.isWelcome(spotlight.by) && workshop.participant(spotlight.by)?.role === 'facilitator'
    if (leads && nowMs - this.seenMs < SPOTLIGHT_OFFLINE_MS)
      this.timer = this.clock.after(LOOK_EVERY_MS, () => this.look())
    else this.end()
  }

  stop(): void {
    this.timer?.()
  }

  private end(): void {
    const { workshop } = this.room
    workshop.facilitation.change({ spotlight: null })
    workshop.change({})
    void this.room.commitWorkshop()
  }
}
