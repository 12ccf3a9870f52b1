// The recap of a workshop as its page asks for it. When a workshop ends, everybody opens it within the same seconds: it is
// made once and given to all who ask until something it shows has changed.
import type { ExportQueue } from '../export/ExportQueue.ts'
import type { ExportedFile } from '../export/ExportOrder.ts'
import type { Clock } from '../rooms/Clock.ts'
import type { OpenRoom, RoomRegistry } from '../rooms/RoomRegistry.ts'
import type { Storage } from '../storage/Storage.ts'
import { exportOrder } from './exportOrder.ts'

export interface RecapParts {
  readonly exports: ExportQueue
  readonly registry: Pick<RoomRegistry, 'open'>
  readonly storage: Storage
  readonly clock: Clock
}

interface Made {
  readonly stamp: string
  readonly file: Promise<ExportedFile>
}

export class Recaps {
  private readonly parts: RecapParts
  /** The last one whose turn came, ready or not; goes with its room. */
  private readonly made = new WeakMap<OpenRoom['room'], Made>()

  constructor(parts: RecapParts) {
    this.parts = parts
  }

  /**
   * JSON of `RecapAnswer`; shows everything up to the moment it was asked for. While one is being made and something
   * changes, all who ask then get the next one: a room has at most one under way and one that waits for it.
   */
  of({ room }: OpenRoom): Promise<ExportedFile> {
    const last = this.made.get(room)
    if (last?.stamp === stampOf(room)) return last.file
    const wish = { workshopId: room.id, participantId: null, subject: `${room.id}/recap` }
    const file = this.parts.exports.run(wish, async () => {
      const { registry, storage, clock } = this.parts
      const found = await registry.open(room.id)
      if (!found.ok) throw new Error(`the room of the recap is ${found.reason}`)
      const now = found.room.room
      const made: Made = { stamp: stampOf(now), file }
      this.made.set(now, made)
      // A failure is told to those who waited for it; the next one tries again.
      file.catch(() => this.made.get(now) === made && this.made.delete(now))
      return { ...exportOrder(found.room, storage, clock.nowMs()), job: { kind: 'recap' } }
    })
    return file
  }
}

/** Changes with everything a recap shows: the board, the workshop, who takes part, votes. */
function stampOf({ board, workshop }: OpenRoom['room']): string {
  return [board.updateCount, workshop.version, workshop.peopleRevision, workshop.rounds.revision].join('/')
}
