// What the server has said about the workshop: its state, who is who, what this person may do. Signals only; nothing
// here sends. Before the first welcome it shows what the local copy remembers, so that a board opened offline has names.
import { type Atom, atom, type Computed, computed } from '@tldraw/state'
import { z } from 'zod/mini'
import {
  newWorkshopState,
  type Participant,
  participantSchema,
  type ServerMessage,
  type WorkshopState,
  workshopStateSchema,
} from '../../shared/protocol/messages.ts'
import { type Role, roleSchema } from '../../shared/protocol/roles.ts'
import type { PhaseRights } from '../../shared/workshop/agenda.ts'
import { rightsOf } from '../../shared/workshop/rightsOf.ts'
import type { BoardEvent, Filling } from '../../shared/workshop/notices.ts'
import { type Activity, type Origins, type OwnState, ownStateSchema } from '../../shared/workshop/workshopActivity.ts'
import type { JoinedWorkshop } from '../app/JoinedWorkshop.ts'

const rememberedSchema = z.object({
  workshop: workshopStateSchema,
  roster: z.array(participantSchema),
  role: roleSchema,
  own: z.optional(ownStateSchema),
})

export class RoomState {
  readonly workshop: Atom<WorkshopState>
  readonly roster: Atom<ReadonlyMap<string, Participant>>
  /** This person's role as the server sees it now. */
  readonly role: Computed<Role>
  readonly me: Computed<Participant | null>
  /** What this person may do on the board now; card locks are apart. */
  readonly rights: Computed<PhaseRights>
  /** May write on the board at all: no viewer, not closed, not frozen. What exactly is in `rights`. */
  readonly canWrite: Computed<boolean>
  /** May change journeys, stages and lanes. */
  readonly canShape: Computed<boolean>
  /** Counts of what everybody does; null before the server has said it. */
  readonly activity = atom<Activity | null>('activity', null)
  /** What only this person is told. */
  readonly own = atom<OwnState>('own', { done: false, revealed: {}, clientIds: [] })
  /** Yjs client ids this person has ever written under, and cards that were revealed from own drafts. */
  readonly ownClients: Computed<ReadonlySet<number>>
  readonly ownRevealed: Computed<ReadonlySet<string>>
  /** Where revealed notes come from, by card id. */
  readonly origins = atom<Origins>('origins', {})
  /** What somebody did to the whole board last; a new object for each. */
  readonly lastEvent = atom<BoardEvent | null>('last event', null)
  /** What is nearly full; only facilitators are told. */
  readonly filling = atom<readonly Filling[]>('filling', [])
  /** Since when the server's disk takes nothing (server's clock); null: it does. */
  readonly diskFailedSinceMs = atom<number | null>('disk failed since', null)
  /** Server's clock minus this browser's, ms. */
  readonly clockOffsetMs = atom('clock offset', 0)
  readonly #ownId: string
  readonly #roleAtWelcome: Atom<Role>
  readonly #byClient: Computed<ReadonlyMap<number, Participant>>

  constructor(joined: JoinedWorkshop) {
    const { participantId, role, title } = joined
    this.#ownId = participantId
    this.workshop = atom('workshop', newWorkshopState(title))
    this.roster = atom('roster', new Map())
    this.#roleAtWelcome = atom('role at welcome', role)
    this.me = computed('me', () => this.roster.get().get(participantId) ?? null)
    this.role = computed('role', () => this.me.get()?.role ?? this.#roleAtWelcome.get())
    this.rights = computed('rights', () => rightsOf(this.role.get(), this.workshop.get()))
    this.canWrite = computed('can write', () => {
      const { closed, frozen } = this.workshop.get()
      return this.role.get() !== 'viewer' && !closed && (!frozen || this.role.get() === 'facilitator')
    })
    this.canShape = computed('can shape', () => this.canWrite.get() && this.rights.get().structure)
    this.ownClients = computed('own clients', () => new Set(this.own.get().clientIds))
    this.ownRevealed = computed('own revealed', () => new Set(Object.values(this.own.get().revealed)))
    this.#byClient = computed('participants by client', () => {
      const byClient = new Map<number, Participant>()
      for (const person of this.roster.get().values()) for (const id of person.clientIds) byClient.set(id, person)
      return byClient
    })
  }

  /** Who is behind a Yjs client id; presence itself carries no identity. Reactive. */
  participantOfClient(clientId: number): Participant | null {
    return this.#byClient.get().get(clientId) ?? null
  }

  /** The server's clock now, ms since 1970: timers and ends of rounds go by it. */
  serverNowMs(): number {
    return Date.now() + this.clockOffsetMs.get()
  }

  /** A moment that the server has dated, by the clock of this browser. Reactive. */
  toLocalMs(serverMs: number): number {
    return serverMs - this.clockOffsetMs.get()
  }

  /** Takes what concerns the room. Returns true if it is worth remembering in the local copy. */
  apply(message: ServerMessage, nowMs: number): boolean {
    switch (message.type) {
      case 'welcome':
        this.workshop.set(message.workshop)
        this.roster.set(new Map(message.roster.map((person) => [person.id, person])))
        this.#roleAtWelcome.set(message.role)
        this.clockOffsetMs.set(message.nowMs - nowMs)
        this.diskFailedSinceMs.set(null)
        // Said again behind the welcome if it still is so.
        this.filling.set([])
        return true
      case 'workshop':
        // A command's answer and the push may cross; the newer one counts.
        if (message.workshop.version >= this.workshop.get().version) this.workshop.set(message.workshop)
        if (message.nowMs !== undefined) this.#noteClock(message.nowMs - nowMs)
        return true
      case 'activity':
        this.activity.set(message.activity)
        return false
      case 'own':
        this.own.set(message.own)
        return true
      case 'origins':
        this.origins.set(message.origins)
        return false
      case 'event':
        this.lastEvent.set(message.event)
        return false
      case 'filling':
        this.filling.set(message.filling)
        return false
      case 'roster':
        this.#applyRoster(message.changed, message.gone)
        return false
      case 'unsaved':
        this.diskFailedSinceMs.set(message.sinceMs)
        return false
      default:
        return false
    }
  }

  /** Nobody but oneself is here as far as a browser without connection can know. */
  markOthersAway(): void {
    const isHere = (id: string) => id === this.#ownId
    this.roster.update(
      (roster) => new Map([...roster].map(([id, person]) => [id, { ...person, online: isHere(id), clientIds: [] }])),
    )
  }

  /** For the local copy. */
  remembered(): unknown {
    const roster = [...this.roster.get().values()]
    return { workshop: this.workshop.get(), roster, role: this.role.get(), own: this.own.get() }
  }

  recall(stored: unknown): void {
    const parsed = rememberedSchema.safeParse(stored)
    // The version starts again with a server's restart; what is remembered never outranks what is said.
    if (!parsed.success) return
    this.workshop.set({ ...parsed.data.workshop, version: 0 })
    this.roster.set(new Map(parsed.data.roster.map((person) => [person.id, person])))
    this.#roleAtWelcome.set(parsed.data.role)
    if (parsed.data.own) this.own.set(parsed.data.own)
    this.markOthersAway()
  }

  /** A message on a slow way makes the server's clock look late, never early: the largest offset is the truest. */
  #noteClock(offsetMs: number): void {
    if (offsetMs > this.clockOffsetMs.get()) this.clockOffsetMs.set(offsetMs)
  }

  #applyRoster(changed: readonly Participant[], gone: readonly string[]): void {
    this.roster.update((roster) => {
      const next = new Map(roster)
      for (const person of changed) next.set(person.id, person)
      for (const id of gone) next.delete(id)
      return next
    })
  }
}
