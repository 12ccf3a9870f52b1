// The ballot of one browser while a round is open: what is sent when, what waits, what is said, who may vote.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BallotHarness, later, settle, terms, withRound } from './BallotHarness.ts'

let at: BallotHarness
beforeEach(() => {
  at = new BallotHarness()
})
afterEach(() => at.stop())

describe('placing dots', () => {
  it('asks first what the server has, then takes dots and says when they are stored', async () => {
    at.server.store({ b: 2 })
    const ballot = at.open()
    expect(ballot.state.get().kind).toBe('loading')
    expect(ballot.addDot('a')).toEqual({ ok: false, message: 'Reading your ballot…' })
    await settle()
    expect(ballot.allocation.get()).toEqual({ b: 2 })
    at.server.mode = 'holds'
    expect(ballot.addDot('a')).toEqual({ ok: true })
    expect(ballot.state.get().kind).toBe('saving')
    expect([ballot.dotsOn('a'), ballot.used.get(), ballot.left.get()]).toEqual([1, 3, 2])
    await at.server.answers()
    expect(ballot.state.get().kind).toBe('saved')
    expect(ballot.receipt.get()).toBe('ABCD-2345')
    expect(at.server.stored).toEqual({ a: 1, b: 2 })
  })

  it('one request at a time, and only the newest ballot goes next', async () => {
    const ballot = await at.opened()
    at.server.mode = 'holds'
    for (const card of ['a', 'a', 'b', 'c', 'c']) ballot.addDot(card)
    ballot.takeDot('c')
    expect(at.server.casts).toEqual([{ a: 1 }])
    await at.server.answers()
    expect(at.server.casts).toEqual([{ a: 1 }, { a: 2, b: 1, c: 1 }])
    await at.server.answers()
    expect(at.server.casts).toHaveLength(2)
    expect(ballot.state.get().kind).toBe('saved')
  })

  it('says why a dot cannot be placed, and changes nothing', async () => {
    at.server.ownCardIds = ['c']
    at.workshop.set(withRound({ ...terms, ownCards: false }))
    const ballot = await at.opened()
    for (const card of ['a', 'a', 'a', 'b', 'b']) expect(ballot.addDot(card)).toEqual({ ok: true })
    expect(ballot.addDot('b')).toEqual({ ok: false, message: 'All 5 dots are placed. Take one back first.' })
    expect(ballot.takeDot('b')).toEqual({ ok: true })
    expect(ballot.addDot('a')).toEqual({ ok: false, message: 'At most 3 dots on one card.' })
    expect(ballot.addDot('c')).toEqual({ ok: false, message: 'In this vote your own cards do not count.' })
    expect(ballot.addDot('x')).toEqual({ ok: false, message: 'This card is not part of the vote.' })
    expect(ballot.takeDot('c')).toEqual({ ok: true })
    await settle()
    expect(at.server.stored).toEqual({ a: 3, b: 1 })
    expect(ballot.isOwnCard('c')).toBe(true)
  })

  it('a refusal that stays shows the server’s ballot again, with its sentence', async () => {
    at.server.store({ b: 1 })
    const ballot = await at.opened()
    at.server.mode = 'invalid'
    ballot.addDot('a')
    await settle()
    expect(ballot.state.get()).toEqual({ kind: 'refused', sentence: 'It is invalid.' })
    expect(ballot.allocation.get()).toEqual({ b: 1 })
    at.server.mode = 'answers'
    ballot.addDot('c')
    await settle()
    expect(at.server.stored).toEqual({ b: 1, c: 1 })
  })
})

describe('without the server', () => {
  it('dots wait, are tried again with growing pauses, and arrive as one ballot', async () => {
    const ballot = await at.opened()
    at.server.mode = 'unreachable'
    ballot.addDot('a')
    await settle()
    expect(ballot.state.get().kind).toBe('waiting')
    for (const card of ['a', 'b']) expect(ballot.addDot(card)).toEqual({ ok: true })
    // Taps while waiting start no requests of their own.
    expect(at.server.casts).toHaveLength(1)
    await later(500)
    expect(at.server.casts).toHaveLength(2)
    at.server.mode = 'answers'
    await later(500)
    expect(at.server.casts.at(-1)).toEqual({ a: 2, b: 1 })
    expect(ballot.state.get().kind).toBe('saved')
  })

  it('coming back online sends at once', async () => {
    const ballot = await at.opened()
    at.server.mode = 'unreachable'
    ballot.addDot('a')
    await settle()
    at.server.mode = 'answers'
    at.page.dispatchEvent(new Event('online'))
    await settle()
    expect(at.server.stored).toEqual({ a: 1 })
    expect(ballot.state.get().kind).toBe('saved')
  })

  it('what was placed offline survives a reload and goes out then', async () => {
    const first = await at.opened()
    first.addDot('b')
    await settle()
    at.server.mode = 'unreachable'
    first.addDot('a')
    await settle()
    first.destroy()
    const second = at.open()
    expect(second.allocation.get()).toEqual({ a: 1, b: 1 })
    await settle()
    expect(second.state.get().kind).toBe('waiting')
    expect(second.addDot('c')).toEqual({ ok: true })
    at.server.mode = 'answers'
    await later(500)
    expect(at.server.stored).toEqual({ a: 1, b: 1, c: 1 })
  })

  it('a server that never answered is no reason to lose dots: they are placed and decided later', async () => {
    at.server.mode = 'unreachable'
    const ballot = await at.opened()
    expect(ballot.addDot('a')).toEqual({ ok: true })
    at.server.mode = 'answers'
    await later(1_000)
    expect(at.server.stored).toEqual({ a: 1 })
  })
})

describe('two tabs of one person', () => {
  it('the last whole ballot counts, and the other tab shows it', async () => {
    const one = await at.opened()
    const two = await at.opened()
    one.addDot('a')
    await settle()
    two.addDot('b')
    await settle()
    expect(at.server.stored).toEqual({ b: 1 })
    at.page.dispatchEvent(Object.assign(new Event('storage'), { key: 'journeyboard.ballot.w.anna.r1' }))
    await settle()
    expect(one.allocation.get()).toEqual({ b: 1 })
  })

  it('coming back to a tab reads what the other device has stored, unless dots wait here', async () => {
    const ballot = await at.opened()
    at.server.store({ c: 3 })
    at.page.dispatchEvent(new Event('focus'))
    await settle()
    expect(ballot.allocation.get()).toEqual({ c: 3 })
    at.server.mode = 'unreachable'
    ballot.addDot('a')
    await settle()
    at.server.mode = 'answers'
    at.server.store({ b: 1 })
    at.page.dispatchEvent(new Event('focus'))
    await settle()
    expect(at.server.stored).toEqual({ a: 1, c: 3 })
  })

  it('a tab that looks again leaves alone what another one has not sent yet', async () => {
    const one = await at.opened()
    const two = await at.opened()
    at.server.mode = 'unreachable'
    one.addDot('a')
    await settle()
    at.server.mode = 'answers'
    two.refresh()
    await settle()
    one.destroy()
    const three = await at.opened()
    expect(three.allocation.get()).toEqual({ a: 1 })
    expect(at.server.stored).toEqual({ a: 1 })
  })
})

describe('who may vote', () => {
  it('says why not, and lets in once the facilitator has', async () => {
    at.server.eligible = false
    const ballot = await at.opened()
    expect(ballot.state.get().kind).toBe('notEligible')
    expect(ballot.notEligible).toBe('The vote began before you came. The facilitator can let you in.')
    expect(ballot.addDot('a')).toEqual({ ok: false, message: ballot.notEligible })
    at.server.eligible = true
    at.workshop.set(withRound({ ...terms, eligible: 6 }))
    await settle()
    expect(ballot.canVote.get()).toBe(true)
    expect(ballot.notEligible).toBeNull()
  })

  it('other departments and viewers hear their own reason', async () => {
    at.server.eligible = false
    at.workshop.set(withRound({ ...terms, voters: ['Sales'] }))
    const ballot = await at.opened()
    expect(ballot.notEligible).toBe('This vote is for other departments. The facilitator can let you in.')
    at.role.set('viewer')
    expect(ballot.notEligible).toBe('You look on. Dots are for those who take part.')
  })
})
