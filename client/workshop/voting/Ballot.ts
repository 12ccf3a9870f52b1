// The ballot of the person at this screen: follows the workshop's rounds, and answers what canvas, panel and phone ask.
// Signals only: no React, no tldraw. It never says that dots count before the server has them on disk.
import { type Atom, atom, type Computed, computed, react, type Signal, unsafe__withoutCapture } from '@tldraw/state'
import type { WorkshopState } from '../../../shared/protocol/messages.ts'
import type { Role } from '../../../shared/protocol/roles.ts'
import { type Allocation, type AllocationCheck, checkAllocation, type Round } from '../../../shared/workshop/rounds.ts'
import type { JoinedWorkshop } from '../../app/JoinedWorkshop.ts'
import { clockTime } from '../../ui/clockTime.ts'
import { votingWords } from '../../ui/votingWords.ts'
import { ballotKey, type BallotPlace, recallBallot, type StoredBallot } from './ballotMemory.ts'
import { type BallotPorts, browserBallotPorts } from './BallotPorts.ts'
import { type BallotState, isOver, RoundBallot } from './RoundBallot.ts'

/** What a ballot needs to know of the room; RoomState is one. */
export interface BallotRoom {
  readonly workshop: Signal<WorkshopState>
  readonly role: Signal<Role>
  /** The server's clock, ms since 1970. */
  serverNowMs(): number
  toLocalMs(serverMs: number): number
}

/** A round that ended before the last dots placed here had reached the server. */
export interface EndedBallot {
  readonly roundId: string
  /** What counts now, ready to show. */
  readonly sentence: string
}

/** Whether a dot was placed or taken; if not, a sentence to show where it happened. */
export type DotOutcome = { readonly ok: true } | { readonly ok: false; readonly message: string }

const none: Allocation = {}

export class Ballot {
  /** The open round; null: there is none. */
  readonly round: Computed<Round | null>
  /** 'none': no round is open. */
  readonly state: Computed<BallotState | { readonly kind: 'none' }>
  readonly allocation: Computed<Allocation>
  readonly used: Computed<number>
  readonly left: Computed<number>
  /** The code of the stored ballot; null: none is stored. */
  readonly receipt: Computed<string | null>
  /** Whether this person can place dots now, as far as anybody knows. */
  readonly canVote: Computed<boolean>
  /** Set once when dots came too late; the screen shows it and sets it back to null. */
  readonly ended: Atom<EndedBallot | null> = atom('ended ballot', null)
  readonly #joined: JoinedWorkshop
  readonly #room: BallotRoom
  readonly #ports: BallotPorts
  readonly #current: Atom<RoundBallot | null> = atom('ballot of the open round', null)
  readonly #candidates: Computed<ReadonlySet<string>>
  /** Ended rounds about which everything is said. */
  readonly #settled = new Set<string>()
  readonly #stops: (() => void)[]

  constructor(joined: JoinedWorkshop, room: BallotRoom, ports: BallotPorts = browserBallotPorts(joined)) {
    this.#joined = joined
    this.#room = room
    this.#ports = ports
    this.round = computed('open round', () => openRoundOf(room.workshop.get()))
    this.state = computed('ballot state', () => this.#current.get()?.state.get() ?? { kind: 'none' })
    this.allocation = computed('allocation', () => this.#current.get()?.allocation.get() ?? none)
    this.used = computed('dots used', () => Object.values(this.allocation.get()).reduce((sum, dots) => sum + dots, 0))
    this.left = computed('dots left', () => (this.round.get()?.dotsPerPerson ?? 0) - this.used.get())
    this.receipt = computed('receipt', () => this.#current.get()?.saved.get()?.receipt ?? null)
    this.canVote = computed('can vote', () => room.role.get() !== 'viewer' && takesDots(this.state.get()))
    this.#candidates = computed('candidates', () => new Set(this.round.get()?.candidateIds))
    this.#stops = [
      react('open round of the ballot', () => this.#follow(this.round.get()?.id ?? null)),
      react('let in after all', () => this.#watchEligible(this.round.get()?.eligible ?? 0)),
      react('ended rounds', () => this.#settleEnded(room.workshop.get().rounds)),
      this.#listenToPage(),
    ]
  }

  isCandidate(cardId: string): boolean {
    return this.#candidates.get().has(cardId)
  }

  /** Dots of this person on a card. Reactive. */
  dotsOn(cardId: string): number {
    return this.allocation.get()[cardId] ?? 0
  }

  /** Own cards get no dots in some rounds. Reactive. */
  isOwnCard(cardId: string): boolean {
    return this.#current.get()?.ownCardIds.get().has(cardId) ?? false
  }

  addDot(cardId: string): DotOutcome {
    return this.#change(cardId, 1)
  }

  /** Without a dot on the card nothing happens. */
  takeDot(cardId: string): DotOutcome {
    return this.dotsOn(cardId) === 0 ? { ok: true } : this.#change(cardId, -1)
  }

  /** Why this person cannot vote in the open round; null: they can, or it is not known yet. Reactive. */
  get notEligible(): string | null {
    const { ballot } = votingWords
    if (this.round.get() === null || this.state.get().kind !== 'notEligible') return null
    if (this.#room.role.get() === 'viewer') return ballot.viewer
    return this.round.get()?.voters === 'all' ? ballot.late : ballot.otherDepartments
  }

  /** What to do now, in one line; null: nothing to do with dots. Reactive. */
  get instruction(): string | null {
    const round = this.round.get()
    return round && this.canVote.get() ? votingWords.ballot.instruction(round.dotsPerPerson, round.capPerCard) : null
  }

  /** Looks again what the server has, or sends what waits: after the connection was away. */
  refresh(): void {
    this.#current.get()?.refresh()
  }

  /** What is not sent stays in this browser and goes out on the next visit. */
  destroy(): void {
    for (const stop of this.#stops) stop()
    this.#current.get()?.stop()
  }

  #change(cardId: string, step: 1 | -1): DotOutcome {
    const round = this.round.get()
    const current = this.#current.get()
    if (!round || !current) return refused(votingWords.ballot.noRound)
    const state = current.state.get()
    if (state.kind === 'over' || isOver(round, this.#room.serverNowMs()))
      return refused(closedSentence(this.#room, round, current.saved.get(), current.unsent.get() !== null))
    if (!this.canVote.get()) return refused(this.notEligible ?? votingWords.ballot.loading)
    const allocation = { ...this.allocation.get(), [cardId]: this.dotsOn(cardId) + step }
    const check: AllocationCheck = checkAllocation(round, allocation, current.ownCardIds.get())
    if (!check.ok) return refused(check.message)
    current.put(allocation)
    return { ok: true }
  }

  #follow(roundId: string | null): void {
    unsafe__withoutCapture(() => {
      const before = this.#current.get()
      if ((before?.roundId ?? null) === roundId) return
      // Its last request may still be answered: `end` waits for it and says what became of the dots.
      if (before) this.#settled.add(before.roundId)
      this.#current.set(roundId === null ? null : this.#begin(roundId))
      if (before) void before.end().then(({ saved, lost }) => lost && this.#tellLost(before.roundId, saved))
    })
  }

  #begin(roundId: string): RoundBallot {
    const place = this.#place(roundId)
    const ballot = new RoundBallot({ roundId, place, ports: this.#ports, nowMs: () => this.#room.serverNowMs() })
    ballot.refresh()
    return ballot
  }

  /** Somebody was let in: perhaps this person. */
  #watchEligible(eligible: number): void {
    unsafe__withoutCapture(() => {
      if (eligible > 0 && this.state.get().kind === 'notEligible') this.refresh()
    })
  }

  /** Dots of an earlier visit whose round ended meanwhile: they are let go, and it is said. */
  #settleEnded(rounds: readonly Round[]): void {
    unsafe__withoutCapture(() => {
      for (const { id, state } of rounds) {
        if (state !== 'closed' || this.#current.get()?.roundId === id || this.#settled.has(id)) continue
        // Looked up once: the state of the workshop is renewed with every raised hand.
        this.#settled.add(id)
        if (recallBallot(this.#place(id)).unsent === null) continue
        const ballot = new RoundBallot({
          roundId: id,
          place: this.#place(id),
          ports: this.#ports,
          nowMs: () => this.#room.serverNowMs(),
        })
        void ballot.end().then(({ saved }) => this.#tellLost(id, saved))
      }
    })
  }

  #tellLost(roundId: string, saved: StoredBallot | null): void {
    const round = this.#room.workshop.get().rounds.find(({ id }) => id === roundId)
    if (round) this.ended.set({ roundId, sentence: closedSentence(this.#room, round, saved, true) })
  }

  #listenToPage(): () => void {
    const { page } = this.#ports
    const refresh = () => this.refresh()
    const onStorage = (event: Event & { readonly key?: string | null }) => {
      const roundId = this.#current.get()?.roundId
      if (roundId !== undefined && event.key === ballotKey(this.#place(roundId))) refresh()
    }
    page.addEventListener('focus', refresh)
    page.addEventListener('online', refresh)
    page.addEventListener('storage', onStorage)
    return () => {
      page.removeEventListener('focus', refresh)
      page.removeEventListener('online', refresh)
      page.removeEventListener('storage', onStorage)
    }
  }

  #place(roundId: string): BallotPlace {
    const { workshopId, participantId } = this.#joined
    return { workshopId, participantId, roundId }
  }
}

/** At most one is open. */
export function openRoundOf({ rounds }: Pick<WorkshopState, 'rounds'>): Round | null {
  return rounds.find(({ state }) => state === 'open') ?? null
}

function takesDots({ kind }: BallotState | { readonly kind: 'none' }): boolean {
  return kind === 'saved' || kind === 'saving' || kind === 'waiting' || kind === 'refused'
}

/** `hadMore`: dots were placed that the server did not take. */
function closedSentence(room: BallotRoom, round: Round, saved: StoredBallot | null, hadMore: boolean): string {
  const { closed, closedCounts, closedLost } = votingWords.ballot
  const time = (serverMs: number) => clockTime(room.toLocalMs(serverMs))
  const nowMs = room.serverNowMs()
  const at = time(round.closedAtMs ?? Math.min(round.endsAtMs ?? nowMs, nowMs))
  if (saved) return closedCounts(at, time(saved.storedAtMs))
  return hadMore ? closedLost(at) : closed(at)
}

const refused = (message: string): DotOutcome => ({ ok: false, message })
