// The ballot of one browser against a server that the test plays: what is sent when, what waits, and what is said.
import { atom } from '@tldraw/state'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Answer, FailureKind } from '../../../../client/connection/callServer.ts'
import { Ballot } from '../../../../client/workshop/voting/Ballot.ts'
import { recallBallot } from '../../../../client/workshop/voting/ballotMemory.ts'
import type { BallotAnswer, OwnBallot } from '../../../../shared/protocol/api.ts'
import { newWorkshopState, type WorkshopState } from '../../../../shared/protocol/messages.ts'
import type { Role } from '../../../../shared/protocol/roles.ts'
import { type Allocation, plainAllocation, type Round } from '../../../../shared/workshop/rounds.ts'
import { stubStorage } from '../../fakeBrowser.ts'

const joined = { workshopId: 'w', participantId: 'anna', token: 't', role: 'participant', title: 'W' } as const
const place = { workshopId: 'w', participantId: 'anna', roundId: 'r1' }
/** 14:50 in the browser's time zone. */
const openedMs = new Date(2026, 0, 5, 14, 50).getTime()
const minute = 60_000

const terms: Round = {
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
class Server {
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
    if (this.mode === 'holds') return new Promise((resolve) => this.waiting.push({ sent, resolve: resolve as never }))
    return Promise.resolve({ ok: false, failure: { kind: this.mode, sentence: `It is ${this.mode}.` } })
  }
}

const settle = () => vi.advanceTimersByTimeAsync(0)
const later = (ms: number) => vi.advanceTimersByTimeAsync(ms)

let server: Server
let workshop: ReturnType<typeof atom<WorkshopState>>
let role: ReturnType<typeof atom<Role>>
let page: EventTarget
const ballots: Ballot[] = []

beforeEach(() => {
  vi.useFakeTimers({ now: openedMs })
  stubStorage()
  server = new Server()
  workshop = atom('workshop', withRound(terms))
  role = atom<Role>('role', 'participant')
  page = new EventTarget()
})
afterEach(() => {
  for (const ballot of ballots.splice(0)) ballot.destroy()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function withRound(...rounds: Round[]): WorkshopState {
  return { ...newWorkshopState('W'), rounds }
}
function open(): Ballot {
  const room = { workshop, role, serverNowMs: () => Date.now() }
  const ballot = new Ballot(joined, room, { read: server.read, cast: server.cast, random: () => 0, page })
  ballots.push(ballot)
  return ballot
}
async function opened(): Promise<Ballot> {
  const ballot = open()
  await settle()
  return ballot
}
const closes = (closedAtMs: number) => workshop.set(withRound({ ...terms, state: 'closed', closedAtMs }))

describe('placing dots', () => {
  it('asks first what the server has, then takes dots and says when they are stored', async () => {
    server.store({ b: 2 })
    const ballot = open()
    expect(ballot.state.get().kind).toBe('loading')
    expect(ballot.addDot('a')).toEqual({ ok: false, message: 'Reading your ballot…' })
    await settle()
    expect(ballot.allocation.get()).toEqual({ b: 2 })
    server.mode = 'holds'
    expect(ballot.addDot('a')).toEqual({ ok: true })
    expect(ballot.state.get().kind).toBe('saving')
    expect([ballot.dotsOn('a'), ballot.used.get(), ballot.left.get()]).toEqual([1, 3, 2])
    await server.answers()
    expect(ballot.state.get().kind).toBe('saved')
    expect(ballot.receipt.get()).toBe('ABCD-2345')
    expect(server.stored).toEqual({ a: 1, b: 2 })
  })

  it('one request at a time, and only the newest ballot goes next', async () => {
    const ballot = await opened()
    server.mode = 'holds'
    for (const card of ['a', 'a', 'b', 'c', 'c']) ballot.addDot(card)
    ballot.takeDot('c')
    expect(server.casts).toEqual([{ a: 1 }])
    await server.answers()
    expect(server.casts).toEqual([{ a: 1 }, { a: 2, b: 1, c: 1 }])
    await server.answers()
    expect(server.casts).toHaveLength(2)
    expect(ballot.state.get().kind).toBe('saved')
  })

  it('says why a dot cannot be placed, and changes nothing', async () => {
    server.ownCardIds = ['c']
    workshop.set(withRound({ ...terms, ownCards: false }))
    const ballot = await opened()
    for (const card of ['a', 'a', 'a', 'b', 'b']) expect(ballot.addDot(card)).toEqual({ ok: true })
    expect(ballot.addDot('b')).toEqual({ ok: false, message: 'All 5 dots are placed. Take one back first.' })
    expect(ballot.takeDot('b')).toEqual({ ok: true })
    expect(ballot.addDot('a')).toEqual({ ok: false, message: 'At most 3 dots on one card.' })
    expect(ballot.addDot('c')).toEqual({ ok: false, message: 'In this vote your own cards do not count.' })
    expect(ballot.addDot('x')).toEqual({ ok: false, message: 'This card is not part of the vote.' })
    expect(ballot.takeDot('c')).toEqual({ ok: true })
    await settle()
    expect(server.stored).toEqual({ a: 3, b: 1 })
    expect(ballot.isOwnCard('c')).toBe(true)
  })

  it('a refusal that stays shows the server’s ballot again, with its sentence', async () => {
    server.store({ b: 1 })
    const ballot = await opened()
    server.mode = 'invalid'
    ballot.addDot('a')
    await settle()
    expect(ballot.state.get()).toEqual({ kind: 'refused', sentence: 'It is invalid.' })
    expect(ballot.allocation.get()).toEqual({ b: 1 })
    server.mode = 'answers'
    ballot.addDot('c')
    await settle()
    expect(server.stored).toEqual({ b: 1, c: 1 })
  })
})

describe('without the server', () => {
  it('dots wait, are tried again with growing pauses, and arrive as one ballot', async () => {
    const ballot = await opened()
    server.mode = 'unreachable'
    ballot.addDot('a')
    await settle()
    expect(ballot.state.get().kind).toBe('waiting')
    for (const card of ['a', 'b']) expect(ballot.addDot(card)).toEqual({ ok: true })
    // Taps while waiting start no requests of their own.
    expect(server.casts).toHaveLength(1)
    await later(500)
    expect(server.casts).toHaveLength(2)
    server.mode = 'answers'
    await later(500)
    expect(server.casts.at(-1)).toEqual({ a: 2, b: 1 })
    expect(ballot.state.get().kind).toBe('saved')
  })

  it('coming back online sends at once', async () => {
    const ballot = await opened()
    server.mode = 'unreachable'
    ballot.addDot('a')
    await settle()
    server.mode = 'answers'
    page.dispatchEvent(new Event('online'))
    await settle()
    expect(server.stored).toEqual({ a: 1 })
    expect(ballot.state.get().kind).toBe('saved')
  })

  it('what was placed offline survives a reload and goes out then', async () => {
    const first = await opened()
    first.addDot('b')
    await settle()
    server.mode = 'unreachable'
    first.addDot('a')
    await settle()
    first.destroy()
    const second = open()
    expect(second.allocation.get()).toEqual({ a: 1, b: 1 })
    await settle()
    expect(second.state.get().kind).toBe('waiting')
    expect(second.addDot('c')).toEqual({ ok: true })
    server.mode = 'answers'
    await later(500)
    expect(server.stored).toEqual({ a: 1, b: 1, c: 1 })
  })

  it('a server that never answered is no reason to lose dots: they are placed and decided later', async () => {
    server.mode = 'unreachable'
    const ballot = await opened()
    expect(ballot.addDot('a')).toEqual({ ok: true })
    server.mode = 'answers'
    await later(1_000)
    expect(server.stored).toEqual({ a: 1 })
  })
})

describe('two tabs of one person', () => {
  it('the last whole ballot counts, and the other tab shows it', async () => {
    const one = await opened()
    const two = await opened()
    one.addDot('a')
    await settle()
    two.addDot('b')
    await settle()
    expect(server.stored).toEqual({ b: 1 })
    page.dispatchEvent(Object.assign(new Event('storage'), { key: 'journeyboard.ballot.w.anna.r1' }))
    await settle()
    expect(one.allocation.get()).toEqual({ b: 1 })
  })

  it('coming back to a tab reads what the other device has stored, unless dots wait here', async () => {
    const ballot = await opened()
    server.store({ c: 3 })
    page.dispatchEvent(new Event('focus'))
    await settle()
    expect(ballot.allocation.get()).toEqual({ c: 3 })
    server.mode = 'unreachable'
    ballot.addDot('a')
    await settle()
    server.mode = 'answers'
    server.store({ b: 1 })
    page.dispatchEvent(new Event('focus'))
    await settle()
    expect(server.stored).toEqual({ a: 1, c: 3 })
  })
})

describe('who may vote', () => {
  it('says why not, and lets in once the facilitator has', async () => {
    server.eligible = false
    const ballot = await opened()
    expect(ballot.state.get().kind).toBe('notEligible')
    expect(ballot.notEligible).toBe('The vote began before you came. The facilitator can let you in.')
    expect(ballot.addDot('a')).toEqual({ ok: false, message: ballot.notEligible })
    server.eligible = true
    workshop.set(withRound({ ...terms, eligible: 6 }))
    await settle()
    expect(ballot.canVote.get()).toBe(true)
    expect(ballot.notEligible).toBeNull()
  })

  it('other departments and viewers hear their own reason', async () => {
    server.eligible = false
    workshop.set(withRound({ ...terms, voters: ['Sales'] }))
    const ballot = await opened()
    expect(ballot.notEligible).toBe('This vote is for other departments. The facilitator can let you in.')
    role.set('viewer')
    expect(ballot.notEligible).toBe('You look on. Dots are for those who take part.')
  })
})

describe('the end', () => {
  it('keeps receipt and dots in this browser, and says nothing about dots that arrived', async () => {
    const ballot = await opened()
    ballot.addDot('a')
    await settle()
    closes(openedMs + 8 * minute)
    await settle()
    expect(ballot.state.get().kind).toBe('none')
    expect(ballot.addDot('a')).toEqual({ ok: false, message: 'No vote is open.' })
    expect(ballot.ended.get()).toBeNull()
    expect(recallBallot(place).saved).toMatchObject({ allocation: { a: 1 }, receipt: 'ABCD-2345' })
  })

  it('dots that came too late are said to be, with the ballot that counts', async () => {
    const ballot = await opened()
    await later(7 * minute)
    ballot.addDot('a')
    await settle()
    server.mode = 'unreachable'
    ballot.addDot('b')
    await settle()
    closes(openedMs + 8 * minute)
    await settle()
    expect(ballot.ended.get()).toEqual({
      roundId: 'r1',
      sentence: 'The vote ended at 14:58. Your ballot of 14:57 counts.',
    })
    expect(recallBallot(place)).toMatchObject({ unsent: null, saved: { allocation: { a: 1 } } })
  })

  it('a request under way when the round closes is still taken in', async () => {
    const ballot = await opened()
    server.mode = 'holds'
    ballot.addDot('a')
    closes(openedMs + minute)
    await settle()
    expect(ballot.ended.get()).toBeNull()
    await server.answers()
    expect(ballot.ended.get()).toBeNull()
    expect(recallBallot(place).saved?.allocation).toEqual({ a: 1 })
  })

  it('the server’s 409 stops taps before the push comes', async () => {
    const ballot = await opened()
    server.mode = 'conflict'
    ballot.addDot('a')
    await settle()
    expect(ballot.state.get().kind).toBe('over')
    expect(ballot.addDot('a')).toMatchObject({
      ok: false,
      message: 'The vote ended at 14:50. Your dots had not reached the server.',
    })
    expect(server.casts).toHaveLength(1)
  })

  it('by its own time no dot is taken any more', async () => {
    workshop.set(withRound({ ...terms, endsAtMs: openedMs + 5 * minute }))
    const ballot = await opened()
    await later(5 * minute)
    expect(ballot.addDot('a')).toEqual({
      ok: false,
      message: 'The vote ended at 14:55.',
    })
    expect(server.casts).toEqual([])
  })

  it('dots of an earlier visit whose round is over are let go, once, with a sentence', async () => {
    server.mode = 'unreachable'
    const first = await opened()
    first.addDot('a')
    await settle()
    first.destroy()
    closes(openedMs + minute)
    const second = await opened()
    expect(second.ended.get()?.sentence).toBe('The vote ended at 14:51. Your dots had not reached the server.')
    second.ended.set(null)
    workshop.update((state) => ({ ...state, version: 2 }))
    await settle()
    expect(second.ended.get()).toBeNull()
  })

  it('the next round begins empty', async () => {
    const ballot = await opened()
    ballot.addDot('a')
    await settle()
    server.stored = {}
    server.receipt = null
    workshop.set(withRound({ ...terms, state: 'closed', closedAtMs: openedMs + minute }, { ...terms, id: 'r2' }))
    await settle()
    expect(ballot.round.get()?.id).toBe('r2')
    expect([ballot.allocation.get(), ballot.receipt.get()]).toEqual([{}, null])
  })
})

it('storage that is off or holds nonsense takes nothing but the memory', async () => {
  const items = stubStorage()
  items.set('journeyboard.ballot.w.anna.r1', '{"saved": 3}')
  const ballot = await opened()
  expect(ballot.allocation.get()).toEqual({})
  stubStorage(true)
  ballot.addDot('a')
  await settle()
  expect(plainAllocation(server.stored)).toEqual({ a: 1 })
})
