// One browser's ballot and the server's side of it, played by the test: answers, holds and fails as told.
import { atom } from '@tldraw/state'
import { vi } from 'vitest'
import type { Answer, FailureKind } from '../../../../client/connection/callServer.ts'
import { Ballot } from '../../../../client/workshop/voting/Ballot.ts'
import type { BallotAnswer, OwnBallot } from '../../../../shared/protocol/api.ts'
import { newWorkshopState, type WorkshopState } from '../../../../shared/protocol/messages.ts'
import type { Role } from '../../../../shared/protocol/roles.ts'
import type { Allocation, Round } from '../../../../shared/workshop/rounds.ts'
import { stubStorage } from '../../fakeBrowser.ts'

const joined = { workshopId: 'w', participantId: 'anna', token: 't', role: 'participant', title: 'W' } as const
export const place = { workshopId: 'w', participantId: 'anna', roundId: 'r1' }
/** 14:50 in the browser's time zone. */
export const openedMs = new Date(2026, 0, 5, 14, 50).getTime()
export const minute = 60_000

export const terms: Round = {
  id: 'r1',
  number: 1,
  question: 'Which?',
  candidateIds: ['a', 'b', 'c'],
  dotsPerPerson: 5,
  capPerCard: 3,
  ownCards: true,
  secret: true,
  voters: 'all',
  weights: null,
  minutes: null,
  state: 'open',
  openedAtMs: openedMs,
  endsAtMs: null,
  closedAtMs: null,
  eligible: 5,
  runOffOf: null,
}

/** The server's side of the ballot; requests wait until the test answers them, unless `answers` is set. */
class PlayedServer {
  stored: Allocation = {}
  receipt: string | null = null
  eligible = true
  ownCardIds: string[] = []
  /** Requests nobody has answered yet. */
  readonly waiting: { readonly sent: Allocation | null; readonly resolve: (answer: Answer<never>) => void }[] = []
  readonly casts: Allocation[] = []
  mode: 'answers' | 'holds' | FailureKind = 'answers'

  read = (): Promise<Answer<OwnBallot>> => this.#take(null, () => this.own())
  cast = (_roundId: string, allocation: Allocation): Promise<Answer<BallotAnswer>> => {
    this.casts.push(allocation)
    return this.#take(allocation, () => this.store(allocation))
  }

  own(): OwnBallot {
    const { stored, receipt, eligible, ownCardIds } = this
    return { roundId: 'r1', eligible, allocation: stored, used: 0, left: 0, receipt, storedAtMs: openedMs, ownCardIds }
  }
  store(allocation: Allocation): BallotAnswer {
    this.stored = allocation
    this.receipt ??= 'ABCD-2345'
    return { used: 0, left: 0, receipt: this.receipt }
  }
  /** Answers the oldest request that waits. */
  async answers(): Promise<void> {
    const request = this.waiting.shift()
    if (!request) throw new Error('No request waits')
    const value = request.sent === null ? this.own() : this.store(request.sent)
    request.resolve({ ok: true, value: value as never })
    await settle()
  }

  #take<Value>(sent: Allocation | null, value: () => Value): Promise<Answer<Value>> {
    if (this.mode === 'answers') return Promise.resolve({ ok: true, value: value() })
    if (this.mode === 'holds') return new Promise((resolve) => this.waiting.push({ sent, resolve }))
    return Promise.resolve({ ok: false, failure: { kind: this.mode, sentence: `It is ${this.mode}.` } })
  }
}

export const settle = () => vi.advanceTimersByTimeAsync(0)
export const later = (ms: number) => vi.advanceTimersByTimeAsync(ms)

export class BallotHarness {
  readonly items = stubStorage()
  readonly server = new PlayedServer()
  readonly workshop = atom('workshop', withRound(terms))
  readonly role = atom<Role>('role', 'participant')
  readonly page = new EventTarget()
  /** How far the server's clock is ahead of the browser's. */
  serverAheadMs = 0
  readonly #ballots: Ballot[] = []

  constructor() {
    vi.useFakeTimers({ now: openedMs })
  }

  open(): Ballot {
    const { workshop, role, server, page } = this
    const room = {
      workshop,
      role,
      serverNowMs: () => Date.now() + this.serverAheadMs,
      toLocalMs: (ms: number) => ms - this.serverAheadMs,
    }
    const ballot = new Ballot(joined, room, { read: server.read, cast: server.cast, random: () => 0, page })
    this.#ballots.push(ballot)
    return ballot
  }

  async opened(): Promise<Ballot> {
    const ballot = this.open()
    await settle()
    return ballot
  }

  closes(closedAtMs: number): void {
    this.workshop.set(withRound({ ...terms, state: 'closed', closedAtMs }))
  }

  stop(): void {
    for (const ballot of this.#ballots) ballot.destroy()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  }
}

export function withRound(...rounds: Round[]): WorkshopState {
  return { ...newWorkshopState('W'), rounds }
}
