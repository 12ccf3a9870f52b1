// The end of a round as one browser has it: what is kept, and what is said of dots that came too late.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { recallBallot } from '../../../../client/workshop/voting/ballotMemory.ts'
import { stubStorage } from '../../fakeBrowser.ts'
import { BallotHarness, later, minute, openedMs, place, settle, terms, withRound } from './BallotHarness.ts'

let at: BallotHarness
beforeEach(() => {
  at = new BallotHarness()
})
afterEach(() => at.stop())

describe('the end', () => {
  it('keeps receipt and dots in this browser, and says nothing about dots that arrived', async () => {
    const ballot = await at.opened()
    ballot.addDot('a')
    await settle()
    at.closes(openedMs + 8 * minute)
    await settle()
    expect(ballot.state.get().kind).toBe('none')
    expect(ballot.addDot('a')).toEqual({ ok: false, message: 'No vote is open.' })
    expect(ballot.ended.get()).toBeNull()
    expect(recallBallot(place).saved).toMatchObject({ allocation: { a: 1 }, receipt: 'ABCD-2345' })
  })

  it('dots that came too late are said to be, with the ballot that counts', async () => {
    const ballot = await at.opened()
    await later(7 * minute)
    ballot.addDot('a')
    await settle()
    at.server.mode = 'unreachable'
    ballot.addDot('b')
    await settle()
    at.closes(openedMs + 8 * minute)
    await settle()
    expect(ballot.ended.get()).toEqual({
      roundId: 'r1',
      sentence: 'The vote ended at 14:58. Your ballot of 14:57 counts.',
    })
    expect(recallBallot(place)).toMatchObject({ unsent: null, saved: { allocation: { a: 1 } } })
  })

  it('times are told by the clock of this browser, however wrong the server’s is', async () => {
    at.serverAheadMs = 10 * minute
    const ballot = await at.opened()
    at.server.mode = 'unreachable'
    ballot.addDot('a')
    await settle()
    at.closes(openedMs + 8 * minute + at.serverAheadMs)
    await settle()
    expect(ballot.ended.get()?.sentence).toMatch('The vote ended at 14:58.')
  })

  it('the state of the workshop may be renewed often: ended rounds are looked up once', async () => {
    at.workshop.set(withRound({ ...terms, state: 'closed' }))
    const reads = vi.spyOn(localStorage, 'getItem')
    at.open()
    expect(reads).toHaveBeenCalledTimes(1)
    for (let hand = 0; hand < 20; hand++) at.workshop.set({ ...at.workshop.get(), hands: [`hand${hand}`] })
    await settle()
    expect(reads).toHaveBeenCalledTimes(1)
  })

  it('a request under way when the round closes is still taken in', async () => {
    const ballot = await at.opened()
    at.server.mode = 'holds'
    ballot.addDot('a')
    at.closes(openedMs + minute)
    await settle()
    expect(ballot.ended.get()).toBeNull()
    await at.server.answers()
    expect(ballot.ended.get()).toBeNull()
    expect(recallBallot(place).saved?.allocation).toEqual({ a: 1 })
  })

  it('the server’s 409 stops taps before the push comes', async () => {
    const ballot = await at.opened()
    at.server.mode = 'conflict'
    ballot.addDot('a')
    await settle()
    expect(ballot.state.get().kind).toBe('over')
    expect(ballot.addDot('a')).toMatchObject({
      ok: false,
      message: 'The vote ended at 14:50. Your dots had not reached the server.',
    })
    expect(at.server.casts).toHaveLength(1)
  })

  it('by its own time no dot is taken any more', async () => {
    at.workshop.set(withRound({ ...terms, endsAtMs: openedMs + 5 * minute }))
    const ballot = await at.opened()
    await later(5 * minute)
    expect(ballot.addDot('a')).toEqual({
      ok: false,
      message: 'The vote ended at 14:55.',
    })
    expect(at.server.casts).toEqual([])
  })

  it('dots of an earlier visit whose round is over are let go, once, with a sentence', async () => {
    at.server.mode = 'unreachable'
    const first = await at.opened()
    first.addDot('a')
    await settle()
    first.destroy()
    at.closes(openedMs + minute)
    const second = await at.opened()
    expect(second.ended.get()?.sentence).toBe('The vote ended at 14:51. Your dots had not reached the server.')
    second.ended.set(null)
    at.workshop.update((state) => ({ ...state, version: 2 }))
    await settle()
    expect(second.ended.get()).toBeNull()
  })

  it('the next round begins empty', async () => {
    const ballot = await at.opened()
    ballot.addDot('a')
    await settle()
    at.server.stored = {}
    at.server.receipt = null
    at.workshop.set(withRound({ ...terms, state: 'closed', closedAtMs: openedMs + minute }, { ...terms, id: 'r2' }))
    await settle()
    expect(ballot.round.get()?.id).toBe('r2')
    expect([ballot.allocation.get(), ballot.receipt.get()]).toEqual([{}, null])
  })
})

it('storage that is off or holds nonsense takes nothing but the memory', async () => {
  const { items } = at
  items.set('journeyboard.ballot.w.anna.r1', '{"saved": 3}')
  const ballot = await at.opened()
  expect(ballot.allocation.get()).toEqual({})
  stubStorage(true)
  ballot.addDot('a')
  await settle()
  expect(at.server.stored).toEqual({ a: 1 })
})
