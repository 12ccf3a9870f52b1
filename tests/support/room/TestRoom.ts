// A room in memory with people in it: no socket, no disk, no waiting. `settle` lets everything that is due happen.
import * as Y from 'yjs'
import { defaultLimits, type Limits } from '../../../server/limits.ts'
import { type OpenRoom, RoomRegistry } from '../../../server/rooms/RoomRegistry.ts'
import type { RoomMetrics } from '../../../server/rooms/RoomMetrics.ts'
import { silentMetrics } from '../../../server/rooms/RoomMetrics.ts'
import { MemoryStorage } from '../../../server/storage/MemoryStorage.ts'
import type { Storage } from '../../../server/storage/Storage.ts'
import { joinWorkshop } from '../../../server/workshop/joinWorkshop.ts'
import type { TemplateName } from '../../../shared/journey/templates/templates.ts'
import type { Role } from '../../../shared/protocol/roles.ts'
import { ManualClock } from './ManualClock.ts'
import { TestPeer } from './TestPeer.ts'

export interface TestRoomOptions {
  readonly limits?: Partial<Limits>
  readonly template?: TemplateName
  readonly storage?: Storage
  readonly metrics?: Partial<RoomMetrics>
}

const silentLog = { error() {}, info() {}, debug() {} }

export class TestRoom {
  readonly clock = new ManualClock()
  readonly limits: Limits
  readonly storage: Storage
  readonly refusals: string[] = []
  readonly peers: TestPeer[] = []
  id = ''
  keys: Readonly<Record<Role, string>> = { facilitator: '', participant: '', viewer: '' }
  private readonly metrics: Partial<RoomMetrics>
  private registry: RoomRegistry
  /** Ended servers: what they still try to store is dropped, as it would be. */
  private killServer: () => void = () => undefined
  private open: OpenRoom | null = null

  private constructor(options: TestRoomOptions) {
    this.limits = { ...defaultLimits, ...options.limits }
    this.storage = options.storage ?? new MemoryStorage()
    this.metrics = options.metrics ?? {}
    this.registry = this.newRegistry()
  }

  static async create(options: TestRoomOptions = {}): Promise<TestRoom> {
    const test = new TestRoom(options)
    const { id, keys } = await test.registry.create('Test', options.template ?? 'blank')
    test.id = id
    test.keys = keys
    await test.load()
    return test
  }

  get room() {
    if (!this.open) throw new Error('The room is not loaded')
    return this.open.room
  }

  get snapshots() {
    if (!this.open) throw new Error('The room is not loaded')
    return this.open.snapshots
  }

  get commands() {
    if (!this.open) throw new Error('The room is not loaded')
    return this.open.commands
  }

  get drafts() {
    if (!this.open) throw new Error('The room is not loaded')
    return this.open.drafts
  }

  /** A new participant with that role, not connected yet. */
  person(role: Role = 'participant', name: string = role, doc = new Y.Doc(), department = ''): TestPeer {
    const joined = joinWorkshop(
      this.room.workshop,
      { key: this.keys[role], name, department, earlierToken: null },
      this.clock.nowMs(),
      this.limits.maxParticipantsPerRoom,
    )
    if (!joined.ok) throw new Error(joined.code)
    const peer = new TestPeer(this.room, joined.participant, this.clock, this.limits, doc)
    this.peers.push(peer)
    return peer
  }

  /** Lets everything happen that is due within a second, on both sides. */
  async settle(): Promise<void> {
    for (let round = 0; round < 6; round++) {
      await this.clock.advance(100)
      for (const peer of this.peers) peer.receive()
    }
  }

  /** The server ends without warning: what is not in the storage is gone. */
  async crash(): Promise<void> {
    for (const peer of this.peers) peer.isConnected = false
    this.killServer()
    this.registry = this.newRegistry()
    await this.load()
  }

  /** Loads the room (again). */
  async load(): Promise<void> {
    const result = await this.registry.open(this.id)
    if (!result.ok) throw new Error(result.reason)
    this.open = result.room
  }

  private newRegistry(): RoomRegistry {
    const metrics = { ...silentMetrics, refused: (reason: string) => void this.refusals.push(reason), ...this.metrics }
    const { storage, kill } = mortal(this.storage)
    this.killServer = kill
    return new RoomRegistry({ storage, clock: this.clock, limits: this.limits, metrics, log: silentLog })
  }
}

/** The storage as one server has it: once killed, its calls are never answered and change nothing. Its timers may still run. */
function mortal(whole: Storage): { storage: Storage; kill: () => void } {
  let isAlive = true
  const storage = new Proxy(whole, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key)
      if (typeof value !== 'function') return value
      return (...args: unknown[]): unknown => (isAlive ? value.apply(target, args) : new Promise(() => undefined))
    },
  })
  return { storage, kill: () => (isAlive = false) }
}

/** A complete note, as the edits of shared/journey make one. */
export function addNote(doc: Y.Doc, id: string, text = '', place: unknown = { x: 0, y: 0 }): void {
  doc.transact(() => {
    const card = new Y.Map<unknown>()
    doc.getMap('cards').set(id, card)
    card.set('kind', 'note')
    card.set('place', place)
    card.set('text', new Y.Text(text))
    card.set('type', 'pain')
  })
}

export function noteText(doc: Y.Doc, id: string): Y.Text {
  const card = doc.getMap('cards').get(id)
  const text = card instanceof Y.Map ? card.get('text') : null
  if (!(text instanceof Y.Text)) throw new Error(`No note ${id}`)
  return text
}
