// All rooms of a server: makes workshops, loads rooms when somebody needs them and lets them go when nobody does.
// A room is loaded whole before its first message is read; one that cannot be read is refused, never served empty.
import { customAlphabet } from 'nanoid'
import type { TemplateName } from '../../shared/journey/templates/templates.ts'
import { type Role, roles } from '../../shared/protocol/roles.ts'
import type { Limits } from '../limits.ts'
import type { Storage } from '../storage/Storage.ts'
import { DraftRooms } from '../workshop/DraftRooms.ts'
import { RoomCommands } from '../workshop/RoomCommands.ts'
import { Workshop } from '../workshop/Workshop.ts'
import type { Cancel, Clock } from './Clock.ts'
import { loadBoard } from './loadBoard.ts'
import { QuotaWatch } from './QuotaWatch.ts'
import { Room, type RoomLog } from './Room.ts'
import type { RoomMetrics } from './RoomMetrics.ts'
import { seedBoard } from './seedBoard.ts'
import { Snapshots } from './Snapshots.ts'

export interface RegistryParts {
  readonly storage: Storage
  readonly clock: Clock
  readonly limits: Limits
  readonly metrics: RoomMetrics
  readonly log: RoomLog
}

export type OpenResult =
  | { readonly ok: true; readonly room: OpenRoom }
  | { readonly ok: false; readonly reason: 'unknown' | 'damaged' | 'stopping' }

export interface OpenRoom {
  readonly room: Room
  readonly snapshots: Snapshots
  readonly drafts: DraftRooms
  readonly commands: RoomCommands
  readonly quotas: QuotaWatch
}

export interface NewWorkshop {
  readonly id: string
  readonly keys: Readonly<Record<Role, string>>
}

const BOARD = 'board'
/** Lower case and digits: the id is a file name too. 16 of 36 are 82 bits; the keys are what protects. */
const newWorkshopId = customAlphabet('0123456789abcdefghijklmnopqrstuvwxyz', 16)

export class RoomRegistry {
  private readonly parts: RegistryParts
  private readonly rooms = new Map<string, Promise<OpenResult>>()
  private readonly loaded = new Map<string, OpenRoom>()
  private readonly timers = new Map<string, Cancel>()
  /** Rooms on their way out: whoever opens one meanwhile waits, then loads it again. */
  private readonly leaving = new Map<string, Promise<void>>()
  private stopping = false

  constructor(parts: RegistryParts) {
    this.parts = parts
  }

  /** Makes a workshop with its seeded board and one link per role; stored when this resolves. */
  async create(title: string, template: TemplateName): Promise<NewWorkshop> {
    const { storage, clock } = this.parts
    const id = newWorkshopId()
    const epoch = newWorkshopId()
    const workshop = Workshop.create(id, title, epoch, clock.nowMs())
    const keys = Object.fromEntries(
      roles.map((role) => [role, workshop.links.issue({ role }, clock.nowMs()).key]),
    ) as Record<Role, string>
    const bytes = seedBoard(title, template, epoch)
    await storage.create(id, { updates: [{ document: BOARD, bytes }], records: workshop.takeRecordChanges() })
    return { id, keys }
  }

  /** The room, loaded if it is not; every caller of the moment gets the same one. */
  async open(id: string): Promise<OpenResult> {
    while (this.leaving.has(id)) await this.leaving.get(id)
    if (this.stopping) return { ok: false, reason: 'stopping' }
    let opening = this.rooms.get(id)
    if (!opening) {
      opening = this.load(id)
      this.rooms.set(id, opening)
    }
    const result = await opening
    if (!result.ok) this.rooms.delete(id)
    else result.room.room.usedMs = this.parts.clock.elapsedMs()
    return result
  }

  loadedRooms(): readonly OpenRoom[] {
    return [...this.loaded.values()]
  }

  /** Closes every connection as "server stopping" and resolves when everything is on disk. */
  async stop(): Promise<void> {
    this.stopping = true
    await Promise.allSettled(this.rooms.values())
    for (const cancel of this.timers.values()) cancel()
    await Promise.all([
      ...this.leaving.values(),
      ...this.loadedRooms().map((open) => this.letGo(open, 'The server stopped')),
    ])
  }

  private async load(id: string): Promise<OpenResult> {
    const { storage, log, clock } = this.parts
    const startedMs = clock.elapsedMs()
    const result = await storage.load(id)
    if (!result.ok) {
      if (result.reason === 'damaged')
        log.error('workshop cannot be read', { room: id, damage: result.damage.join('; ') })
      return { ok: false, reason: result.reason }
    }
    const { documents, damage } = result.workshop
    const read = Workshop.read(id, result.workshop.records)
    const board = loadBoard(documents.get(BOARD) ?? [])
    if (!read || !board.ok) {
      log.error('workshop cannot be read', { room: id, damage: board.ok ? 'its record' : board.reason })
      return { ok: false, reason: 'damaged' }
    }
    const { doc, migration, skipped, encoded } = board.board
    if (damage.length > 0 || skipped > 0)
      log.error('workshop was damaged', { room: id, damage: damage.join('; '), skipped })
    read.workshop.ensureSealKey()
    const room = new Room({ ...this.parts, workshop: read.workshop, doc, encoded })
    if (migration) room.journal.add({ updates: [{ document: BOARD, bytes: migration }] })
    const records = read.workshop.takeRecordChanges()
    if (records.length > 0) room.journal.add({ records })
    const snapshots = new Snapshots(room, storage, clock, log)
    const drafts = new DraftRooms({ ...this.parts, room }, documents)
    const commands = new RoomCommands({ ...this.parts, room, snapshots, drafts })
    const quotas = new QuotaWatch({ ...this.parts, room })
    const open: OpenRoom = { room, snapshots, drafts, commands, quotas }
    this.loaded.set(id, open)
    this.scheduleUnload(open)
    log.info('room loaded', { room: id, ms: Math.round(clock.elapsedMs() - startedMs), bytes: room.board.bytes })
    return { ok: true, room: open }
  }

  private scheduleUnload(open: OpenRoom): void {
    const { clock, limits } = this.parts
    const { room, drafts } = open
    const check = (): void => {
      const idleMs = clock.elapsedMs() - room.usedMs
      const isUnused = room.connectionCount + drafts.connectionCount === 0 && idleMs >= limits.roomUnloadMs
      // A room whose changes are not on disk stays, however long nobody comes.
      if (isUnused && room.journal.unsavedSinceMs === null) void this.letGo(open, 'Everybody had left')
      else this.scheduleUnload(open)
    }
    this.timers.get(room.id)?.()
    this.timers.set(room.id, clock.after(Math.max(1_000, limits.roomUnloadMs), check))
  }

  /** `label`: why the last snapshot is taken. */
  private letGo(open: OpenRoom, label: string): Promise<void> {
    const { room, snapshots, drafts, commands, quotas } = open
    const { storage, log } = this.parts
    this.timers.get(room.id)?.()
    this.timers.delete(room.id)
    this.rooms.delete(room.id)
    this.loaded.delete(room.id)
    const leaving = (async () => {
      try {
        quotas.stop()
        commands.stop()
        drafts.stop()
        await room.stop()
        await snapshots.stop(label)
        await storage.release(room.id)
      } catch (error) {
        log.error('room was not released cleanly', { room: room.id, reason: String(error) })
      }
      room.board.destroy()
      this.leaving.delete(room.id)
    })()
    this.leaving.set(room.id, leaving)
    return leaving
  }
}
