// What the page shows of votes by itself: once for each round and phase, also when the session is made anew meanwhile,
// as it is after a refused edit.
import { atom, computed } from '@tldraw/state'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ConnectionStatus } from '../../../../client/connection/ConnectionStatus.ts'
import { followBallot, type FollowedVote } from '../../../../client/workshop/voting/followBallot.ts'
import { followRounds } from '../../../../client/workshop/voting/followRounds.ts'
import { recallProxies, rememberProxy } from '../../../../client/workshop/voting/helping/proxyMemory.ts'
import { Voting } from '../../../../client/workshop/voting/Voting.ts'
import type { Participant, WorkshopState } from '../../../../shared/protocol/messages.ts'
import { readyAgenda } from '../../../../shared/workshop/agendas.ts'
import { BallotHarness, terms, withRound } from './BallotHarness.ts'

const joined = { workshopId: 'w', participantId: 'anna', token: 't', role: 'participant', title: 'W' } as const

let at: BallotHarness
let session: FollowedVote
let stop: () => void = () => undefined
beforeEach(() => {
  at = new BallotHarness()
  const { workshop, role, server, page } = at
  const room = { workshop, role, serverNowMs: () => Date.now(), toLocalMs: (ms: number) => ms }
  session = {
    workshop: joined,
    voting: new Voting(joined, room, { read: server.read, cast: server.cast, random: () => 0, page }),
    connection: {
      workshop,
      room: { role: computed('role', () => role.get()) },
      status: computed('status', (): ConnectionStatus => ({ kind: 'saved' })),
      roster: atom<ReadonlyMap<string, Participant>>('roster', new Map()),
    },
  }
})
afterEach(() => {
  stop()
  session.voting.destroy()
  at.stop()
})

/** The board is mounted; whatever it was before is gone. */
function mount(): void {
  stop()
  stop = followRounds(session, () => undefined)
}

function inPhase(votes: boolean): WorkshopState {
  const phases = readyAgenda(60)
  const currentIndex = phases.findIndex(({ rights }) => rights.vote === votes)
  const state = withRound()
  return { ...state, agenda: { ...state.agenda, phases, currentIndex } }
}

describe('panels of the board', () => {
  it('the ballot opens with the round, the result at its end', () => {
    mount()
    expect(session.voting.view.get()).toEqual({ panel: 'ballot' })
    at.closes(Date.now())
    expect(session.voting.view.get()).toEqual({ panel: 'result', roundId: 'r1' })
  })

  it('a ballot that was closed stays closed when a refused edit renews the session', () => {
    mount()
    session.voting.view.set(null)
    mount()
    expect(session.voting.view.get()).toBeNull()
  })

  it('an end that falls between two sessions is shown by the second', () => {
    mount()
    stop()
    at.closes(Date.now())
    mount()
    expect(session.voting.view.get()).toEqual({ panel: 'result', roundId: 'r1' })
  })

  it('the empty ballot of a phase comes once', () => {
    at.workshop.set(inPhase(false))
    mount()
    expect(session.voting.view.get()).toBeNull()
    at.workshop.set(inPhase(true))
    expect(session.voting.view.get()).toEqual({ panel: 'ballot' })
    session.voting.view.set(null)
    mount()
    expect(session.voting.view.get()).toBeNull()
  })

  it('and goes with the phase', () => {
    at.workshop.set(inPhase(true))
    mount()
    at.workshop.set(inPhase(false))
    expect(session.voting.view.get()).toBeNull()
  })
})

describe('every page', () => {
  it('tells of a round once, and forgets at its end what was entered for others', () => {
    const told: string[] = []
    const news = {
      begins: ({ question }: typeof terms) => told.push(`begins: ${question}`),
      ends: (roundId: string) => told.push(`ends: ${roundId}`),
    }
    vi.stubGlobal('sessionStorage', localStorage)
    rememberProxy('r1', { proxyId: 'p', name: 'Ben', department: '', allocation: { a: 1 }, receipt: 'ABCD-2345' })
    stop = followBallot(session, news)
    stop()
    stop = followBallot(session, news)
    expect(recallProxies('r1')).toHaveLength(1)
    at.closes(Date.now())
    expect(told).toEqual(['begins: Which?', 'ends: r1'])
    expect(recallProxies('r1')).toEqual([])
  })
})
