// Ballots of several browsers against the server's own rules, over a network that loses requests and answers: what is
// shown as saved is what the server has, and no budget is ever passed. Fixed seeds; a failing one stays in the list.
import { atom } from '@tldraw/state'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Answer } from '../../../../client/connection/callServer.ts'
import { Ballot } from '../../../../client/workshop/voting/Ballot.ts'
import { recallBallot } from '../../../../client/workshop/voting/ballotMemory.ts'
import { readOwnBallot } from '../../../../server/workshop/castBallot.ts'
import type { BallotAnswer, OwnBallot } from '../../../../shared/protocol/api.ts'
import type { WorkshopState } from '../../../../shared/protocol/messages.ts'
import { type Allocation, checkAllocation, plainAllocation } from '../../../../shared/workshop/rounds.ts'
import { Random } from '../../../support/Random.ts'
import type { TestPeer } from '../../../support/room/TestPeer.ts'
import { addNote } from '../../../support/room/TestRoom.ts'
import { TestWorkshop } from '../../../support/room/TestWorkshop.ts'
import { stubStorage } from '../../fakeBrowser.ts'

const CARDS = Array.from({ length: 6 }, (_, at) => `pain${at}`)
const STEPS = 150
const unreachable = { ok: false, failure: { kind: 'unreachable', sentence: 'Nobody answers.' } } as const

beforeEach(() => {
  // Tries again only when the test says so.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  stubStorage()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** One browser tab. Every request waits until the test lets it through, loses it, or loses its answer. */
class Tab {
  readonly ballot: Ballot
  readonly voter: TestPeer
  readonly waiting: ((fate: 'arrives' | 'lost' | 'answerLost') => void)[] = []
  readonly page = new EventTarget()
  /** Only looks; another tab of this person votes. */
  readonly looks: boolean
  /** The last ballot placed here. */
  placed: Allocation | null = null

  constructor(room: TestWorkshop, voter: TestPeer, workshop: ReturnType<typeof atom<WorkshopState>>, looks: boolean) {
    this.voter = voter
    this.looks = looks
    const { id } = voter.participant
    this.ballot = new Ballot(
      { workshopId: 'w', participantId: id, token: '', role: 'participant', title: '' },
      {
        workshop,
        role: atom('role', 'participant' as const),
        serverNowMs: () => room.test.clock.nowMs(),
        toLocalMs: (ms: number) => ms,
      },
      {
        read: (roundId) => this.#sends(() => ({ ok: true, value: ownBallot(room, voter, roundId) })),
        cast: (roundId, allocation) => this.#sends(() => cast(room, voter, roundId, allocation)),
        random: () => 0,
        page: this.page,
      },
    )
  }

  #sends<Value>(serve: () => Answer<Value>): Promise<Answer<Value>> {
    return new Promise((resolve) =>
      this.waiting.push((fate) => {
        const answer = fate === 'lost' ? unreachable : serve()
        resolve(fate === 'arrives' ? answer : unreachable)
      }),
    )
  }
}

function ownBallot({ test }: TestWorkshop, { participant }: TestPeer, roundId: string): OwnBallot {
  const { workshop } = test.room
  const voter = workshop.participant(participant.id)
  if (!voter) throw new Error('Nobody')
  const own = readOwnBallot({ workshop, voter, roundId, authorOf: () => null })
  if ('ok' in own) throw new Error(own.message)
  return own
}

function cast(room: TestWorkshop, voter: TestPeer, roundId: string, allocation: Allocation): Answer<BallotAnswer> {
  const answer = room.votes(voter, roundId, allocation)
  if (typeof answer !== 'string') return { ok: true, value: answer }
  return { ok: false, failure: { kind: answer === 'roundClosed' ? 'conflict' : 'invalid', sentence: answer } }
}

it.each([1, 2, 3, 4, 5, 6, 7, 8])('seed %i: what is shown as saved is what the server has', async (seed) => {
  const random = new Random(seed)
  const room = await TestWorkshop.create()
  const maya = room.person('Maya', 'facilitator')
  const voters = ['Anna', 'Ben', 'Kim'].map((name) => room.person(name))
  for (const id of CARDS) addNote(maya.doc, id, id)
  await room.settle()
  const { roundId = '' } = await room.do(maya, {
    type: 'round.open',
    question: 'Which?',
    kind: 'note',
    dotsPerPerson: 5,
  })
  const workshop = atom('workshop', room.state)
  // Two tabs each: of one browser, so that they share what it stores. Kim votes in both of hers.
  const tabs = voters.flatMap((voter, at) => [
    new Tab(room, voter, workshop, false),
    new Tab(room, voter, workshop, at < 2),
  ])
  for (let step = 0; step < STEPS; step++) {
    const tab = random.pick(tabs)
    const card = random.pick(CARDS)
    if (!tab || card === undefined) continue
    act(random, tab, card)
    await room.settle()
    const round = tab.ballot.round.get()
    expect(round && checkAllocation(round, tab.ballot.allocation.get(), new Set())).toMatchObject({ ok: true })
  }
  await quietsDown(room, tabs)
  for (const { ballot, voter } of tabs) {
    expect(ballot.state.get().kind).toBe('saved')
    expect(ballot.allocation.get()).toEqual(ownBallot(room, voter, roundId).allocation)
  }
  // Nobody else's tab in between: what was placed last is what counts.
  for (const { placed, voter } of tabs.slice(0, 4).filter(({ looks }) => !looks))
    expect(ownBallot(room, voter, roundId).allocation).toEqual(plainAllocation(placed ?? {}))
  const counted = tabs.map(({ voter }) => ownBallot(room, voter, roundId))
  expect(counted.some(({ used }) => used > 0)).toBe(true)
  await room.do(maya, { type: 'round.close' })
  workshop.set(room.state)
  await room.settle()
  for (const [at, { voter, ballot }] of tabs.entries()) {
    const { saved } = recallBallot({ workshopId: 'w', participantId: voter.participant.id, roundId })
    expect([saved?.allocation ?? {}, saved?.receipt ?? null]).toEqual([counted[at]?.allocation, counted[at]?.receipt])
    expect(ballot.ended.get()).toBeNull()
    ballot.destroy()
  }
})

/** A tap, a request that goes its way, or a look again as on coming back to the tab. */
function act(random: Random, tab: Tab, card: string): void {
  const { ballot, waiting, page, looks } = tab
  const what = random.below(10)
  if (what < 6 && looks) return
  if (what < 6) {
    const outcome = what < 4 ? ballot.addDot(card) : ballot.takeDot(card)
    if (outcome.ok) tab.placed = ballot.allocation.get()
  } else if (what < 9) waiting.shift()?.(random.pick(['arrives', 'arrives', 'lost', 'answerLost'] as const) ?? 'lost')
  else page.dispatchEvent(new Event('focus'))
}

/** The network is good again: everybody looks once more and everything arrives. */
async function quietsDown(room: TestWorkshop, tabs: readonly Tab[]): Promise<void> {
  // First those who have something to send, then a last look of everybody.
  for (const round of ['send', 'look']) {
    for (const { ballot, waiting } of tabs) {
      for (let turn = 0; turn < 20; turn++) {
        waiting.shift()?.('arrives')
        await room.settle()
        if (waiting.length === 0 && (turn === 0 || ballot.state.get().kind !== 'saved')) ballot.refresh()
      }
      expect([round, waiting.length]).toEqual([round, 0])
    }
  }
}
