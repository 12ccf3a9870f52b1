// Rounds and ballots in a room with people, time moved by hand.
import { beforeEach, describe, expect, it } from 'vitest'
import { Workshop } from '../../../server/workshop/Workshop.ts'
import type { ClusterId } from '../../../shared/journey/clusters.ts'
import { mergeCards, ungroup } from '../../../shared/journey/edit/editClusters.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import type { RoundResult } from '../../../shared/workshop/results.ts'
import { tallyRound } from '../../../shared/workshop/tally.ts'
import { Random } from '../../support/Random.ts'
import { addNote, noteText } from '../../support/room/TestRoom.ts'
import { twelveVoters } from '../../support/roundResult.ts'
import type { TestPeer } from '../../support/room/TestPeer.ts'
import { hour, TestWorkshop } from '../../support/room/TestWorkshop.ts'

let room: TestWorkshop
let maya: TestPeer
let anna: TestPeer
let ben: TestPeer

beforeEach(async () => {
  room = await TestWorkshop.create()
  maya = room.person('Maya', 'facilitator', 'Ops')
  anna = room.person('Anna', 'participant', 'Sales')
  ben = room.person('Ben', 'participant', 'Support')
  await room.settle()
  for (const id of ['late', 'login', 'paper']) addNote(anna.doc, id, id)
  addNote(ben.doc, 'bens', 'bens')
  await room.settle()
})

const open = async (terms: object = {}): Promise<string> => {
  const answer = await room.do(maya, { type: 'round.open', question: 'Which first?', kind: 'note', ...terms })
  return answer.roundId ?? ''
}
const resultOf = (roundId: string) => room.resultOf(roundId)
const close = async (): Promise<RoundResult> => {
  const roundId = room.state.rounds.at(-1)?.id ?? ''
  await room.do(maya, { type: 'round.close' })
  return resultOf(roundId)
}
const stored = async (): Promise<string> => {
  const loaded = await room.test.storage.load(room.test.id)
  return loaded.ok ? JSON.stringify([...loaded.workshop.records]) : ''
}

describe('opening', () => {
  it('[VO1] freezes the candidates and gives defaults; everybody is told', async () => {
    const roundId = await open()
    addNote(ben.doc, 'tooLate', 'x')
    await room.settle()
    expect(anna.last('workshop')?.workshop.rounds).toMatchObject([
      {
        id: roundId,
        number: 1,
        candidateIds: ['bens', 'late', 'login', 'paper'],
        dotsPerPerson: 3,
        capPerCard: 3,
        secret: true,
        state: 'open',
        eligible: 3,
      },
    ])
    expect(room.votes(anna, roundId, { tooLate: 1 })).toBe('unknownCard')
  })

  it('one at a time, with cards, not in a phase for something else, not when closed', async () => {
    const refusal = async (terms: object) => {
      const result = await room.does(maya, { type: 'round.open', question: 'Q', kind: 'note', ...terms })
      return result.ok ? null : `${result.status} ${result.code}`
    }
    expect(await refusal({ kind: 'kpi' })).toBe('422 noCandidates')
    expect(await refusal({ cardIds: ['nothing'] })).toBe('422 noCandidates')
    expect(await refusal({ dotsPerPerson: 2, capPerCard: 3 })).toBe('422 capTooHigh')
    expect(await refusal({ voters: ['Nobody'] })).toBe('422 unknownDepartment')
    expect(await refusal({ weights: { Sales: 2 } })).toBe('422 smallGroups')
    expect(await refusal({ runOffOf: 'nothing' })).toBe('404 unknownRound')
    await room.do(maya, { type: 'agenda.set', phases: hour() })
    await room.do(maya, { type: 'phase.next' })
    expect(await refusal({})).toBe('409 phase')
    await room.do(maya, { type: 'phase.goto', phaseId: hour()[4]?.id ?? '' })
    expect(await refusal({})).toBeNull()
    expect(await refusal({})).toBe('409 roundOpen')
    expect(await room.does(maya, { type: 'phase.next' })).toMatchObject({ status: 409, code: 'roundOpen' })
    await room.do(maya, { type: 'round.close' })
    await room.do(maya, { type: 'phase.stop' })
    await room.do(maya, { type: 'workshop.close' })
    expect(await refusal({})).toBe('409 closed')
  })

  it('[VO2] who may vote: on the roster at the opening, of the departments asked, or admitted', async () => {
    const roundId = await open({ voters: ['Sales', 'Ops'] })
    const late = room.person('Late', 'participant', 'Sales')
    const viewer = room.person('', 'viewer')
    await room.settle()
    expect(room.votes(anna, roundId, { late: 1 })).toMatchObject({ used: 1, left: 2 })
    expect(room.votes(ben, roundId, { late: 1 })).toBe('notEligible')
    expect(room.votes(late, roundId, { late: 1 })).toBe('notEligible')
    expect(room.votes(viewer, roundId, { late: 1 })).toBe('viewer')
    expect(await room.does(ben, { type: 'participant.admit', participantId: ben.participant.id })).toMatchObject({
      status: 403,
    })
    await room.do(maya, { type: 'participant.admit', participantId: late.participant.id })
    expect(room.votes(late, roundId, { late: 1 })).toMatchObject({ used: 1 })
    expect(room.state.rounds[0]?.eligible).toBe(3)
  })
})

describe('voting', () => {
  it('[VO3] a ballot replaces the one before; its receipt stays', async () => {
    const roundId = await open()
    const first = room.votes(anna, roundId, { late: 2 })
    const second = room.votes(anna, roundId, { login: 1, late: 0 })
    expect(first).toMatchObject({ used: 2, left: 1, receipt: expect.stringMatching(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/) })
    expect(second).toMatchObject({ used: 1, left: 2, receipt: (first as { receipt: string }).receipt })
    expect(room.votes(anna, roundId, { late: 3, login: 1 })).toBe('overBudget')
    const { tally, ballots } = await close()
    expect(ballots).toMatchObject([{ allocation: { login: 1 } }])
    expect(tally).toMatchObject({ voted: 1, dots: 1 })
  })

  it('own cards can be left out', async () => {
    const roundId = await open({ ownCards: false })
    expect(room.votes(ben, roundId, { bens: 1 })).toBe('ownCard')
    expect(room.votes(anna, roundId, { bens: 1 })).toMatchObject({ used: 1 })
    expect(room.votes(anna, roundId, { late: 1 })).toBe('ownCard')
  })

  it('[VO4] people see how many voted and finished, and nothing else, before the end', async () => {
    const roundId = await open()
    room.votes(anna, roundId, { late: 2 })
    await room.do(anna, { type: 'done.set', done: true })
    expect(ben.last('activity')?.activity).toMatchObject({ done: 1, of: 3, round: { id: roundId, voted: 1 } })
    expect(room.test.commands.result(roundId)).toBeNull()
    const heard = JSON.stringify([ben.heard, maya.heard])
    expect(heard).not.toContain('allocation')
    expect(heard).not.toContain('receipt')
  })

  it('a proxy ballot counts for a voter of its own, is replaced by its id, and is marked', async () => {
    const roundId = await open()
    const vote = { type: 'round.proxy', name: 'Otto', allocation: { late: 3 } } as const
    const { proxyId = '', receipt } = await room.do(maya, vote)
    expect(await room.do(maya, { ...vote, proxyId, allocation: { late: 1, bens: 2 } })).toMatchObject({
      proxyId,
      receipt,
    })
    // Somebody's own id as proxy id is not their ballot.
    room.votes(anna, roundId, { late: 3 })
    await room.do(maya, { ...vote, proxyId: anna.participant.id, allocation: { bens: 1 } })
    expect(await room.does(anna, vote)).toMatchObject({ status: 403 })
    expect(await room.does(maya, { ...vote, allocation: { late: 4 } })).toMatchObject({ status: 422, code: 'overCap' })
    const { tally, ballots } = await close()
    expect(tally).toMatchObject({ voted: 3, proxies: 2 })
    expect(tally.ranking.slice(0, 2)).toMatchObject([
      { cardId: 'late', votes: 4, voters: 2 },
      { cardId: 'bens', votes: 3, voters: 2 },
    ])
    expect(ballots.filter(({ proxy }) => proxy)).toHaveLength(2)
  })
})

describe('the end', () => {
  it('[VO5] comes by time on the server’s clock, for late requests too', async () => {
    const roundId = await open({ minutes: 2 })
    room.votes(anna, roundId, { late: 1 })
    await room.test.clock.advance(110_000)
    expect(room.votes(ben, roundId, { late: 1 })).toMatchObject({ used: 1 })
    await room.test.clock.advance(10_000)
    expect(room.votes(ben, roundId, { login: 1 })).toBe('roundClosed')
    await room.settle()
    expect(room.state.rounds[0]?.state).toBe('closed')
    expect(resultOf(roundId).tally.ranking[0]).toMatchObject({ cardId: 'late', votes: 2 })
  })

  it('[VO5] whose time passed while the server was down ends at the start', async () => {
    const roundId = await open({ minutes: 1 })
    room.votes(anna, roundId, { late: 1 })
    await room.settle()
    room.test.clock.jumpWall(10 * 60_000)
    await room.test.crash()
    await room.settle()
    expect(room.state.rounds[0]).toMatchObject({ state: 'closed' })
    expect(resultOf(roundId).tally.voted).toBe(1)
  })

  it('[VO6] open rounds, ballots and receipts survive a crash', async () => {
    const roundId = await open()
    const before = room.votes(anna, roundId, { late: 2, bens: 1 })
    await room.settle()
    await room.test.crash()
    expect(room.votes(anna, roundId, { late: 2, bens: 1 })).toEqual(before)
    const actor = room.test.room.workshop.participant(maya.participant.id)
    if (!actor) throw new Error('Maya is gone')
    const { result } = await room.test.commands.run(actor, { type: 'round.close' }, String)
    expect(result.ok).toBe(true)
    expect(resultOf(roundId).tally.ranking[0]).toMatchObject({ cardId: 'late', votes: 2, voters: 1 })
  })

  it('[VO7] of a secret round: nothing on disk or in memory links a voter to a ballot', async () => {
    const roundId = await open()
    const { receipt } = room.votes(anna, roundId, { late: 3 }) as { receipt: string }
    room.votes(ben, roundId, { login: 2 })
    await room.settle()
    expect(await stored()).toContain(`ballot.${roundId}.${anna.participant.id}`)
    const { ballots } = await close()
    await room.settle()
    const records = await stored()
    expect(records).not.toContain(`ballot.${roundId}`)
    const about = (JSON.parse(records) as [string, string][]).filter(([key]) => key.includes(roundId))
    expect(new Set(about.map(([key]) => key.split('.')[0]))).toEqual(new Set(['result', 'round']))
    expect(JSON.stringify(about)).not.toContain(anna.participant.id)
    expect(JSON.stringify(about)).not.toContain(ben.participant.id)
    expect(ballots.find((ballot) => ballot.receipt === receipt)).toMatchObject({
      allocation: { late: 3 },
      voterId: null,
      voterName: null,
    })
  })

  it('of a named round: says who voted how, after the end', async () => {
    const roundId = await open({ secret: false })
    room.votes(anna, roundId, { late: 3 })
    const { ballots } = await close()
    expect(ballots).toMatchObject([{ voterId: anna.participant.id, voterName: 'Anna', allocation: { late: 3 } }])
  })

  it('the ballot of somebody who was removed does not count', async () => {
    const roundId = await open()
    room.votes(ben, roundId, { late: 3 })
    room.votes(anna, roundId, { login: 1 })
    await room.do(maya, { type: 'participant.remove', participantId: ben.participant.id })
    expect((await close()).tally).toMatchObject({ voted: 1, dots: 1 })
  })

  it('all rounds are kept; a run-off names the one it decides', async () => {
    const first = await open()
    room.votes(anna, first, { late: 1, login: 1 })
    const { tally } = await close()
    const [tie] = tally.ties
    expect(tie?.cardIds).toEqual(['late', 'login'])
    const second = await open({ cardIds: tie?.cardIds, runOffOf: first, question: 'Run-off' })
    room.votes(ben, second, { login: 1 })
    await close()
    await room.settle()
    await room.test.crash()
    expect(room.state.rounds.map(({ number, state, runOffOf }) => ({ number, state, runOffOf }))).toEqual([
      { number: 1, state: 'closed', runOffOf: null },
      { number: 2, state: 'closed', runOffOf: first },
    ])
    expect(resultOf(first).tally.ties).toEqual(tally.ties)
    expect(resultOf(second).tally.ranking[0]?.cardId).toBe('login')
  })
})

it('[VO14] votes that come with a file are closed ones, and do not end the one that is open', async () => {
  const roundId = await open()
  const { rounds } = room.test.room.workshop
  rounds.restore(twelveVoters({ id: 'imported', number: 7, state: 'open', closedAtMs: null }))
  void room.test.room.commitWorkshop()
  expect(rounds.open()?.round.id).toBe(roundId)
  expect(room.votes(anna, roundId, { late: 1 })).toMatchObject({ used: 1 })
  await room.settle()
  await room.test.crash()
  expect(room.test.room.workshop.rounds.open()?.round.id).toBe(roundId)
  expect(await room.does(maya, { type: 'round.open', question: 'Q', kind: 'note' })).toMatchObject({
    code: 'roundOpen',
  })
  await room.do(maya, { type: 'round.close' })
  expect(resultOf(roundId).tally.voted).toBe(1)
  expect(room.state.rounds.map(({ id, state }) => [id, state])).toEqual([
    [roundId, 'closed'],
    ['imported', 'closed'],
  ])
})

it('[VO13] notes merged after the vote count as one, up to the cap, for each voter once', async () => {
  const roundId = await open({ capPerCard: 2, dotsPerPerson: 4 })
  room.votes(anna, roundId, { late: 2, login: 2 })
  room.votes(ben, roundId, { login: 1, paper: 2 })
  const before = await close()
  expect(before.merges).toEqual([])
  const { doc } = room.test.room.board
  const merge = { id: 'm1' as ClusterId, into: 'late' as CardId, parts: ['login'] as CardId[] }
  room.test.room.edit(() => mergeCards({ doc, origin: 'test' }, merge))
  const after = resultOf(roundId)
  expect(after.merges).toEqual([{ into: 'late', parts: ['login'] }])
  expect(after.tally.ranking.map(({ cardId, votes, voters }) => ({ cardId, votes, voters }))).toEqual([
    { cardId: 'late', votes: 3, voters: 2 },
    { cardId: 'paper', votes: 2, voters: 1 },
    { cardId: 'bens', votes: 0, voters: 0 },
  ])
  expect(after.ballots).toEqual(before.ballots)
  room.test.room.edit(() => ungroup({ doc, origin: 'test' }, merge.id))
  expect(resultOf(roundId).tally).toEqual(before.tally)
})

it('[VO16] a result is counted once, and again when a merge changes it', async () => {
  const roundId = await open({ capPerCard: 2, dotsPerPerson: 4 })
  room.votes(anna, roundId, { late: 2, login: 2 })
  const counted = await close()
  expect(resultOf(roundId)).toBe(counted)
  const { doc } = room.test.room.board
  const server = { doc, origin: 'test' }
  const merge = { id: 'm1' as ClusterId, into: 'late' as CardId, parts: ['login'] as CardId[] }
  room.test.room.edit(() => mergeCards(server, merge))
  const merged = resultOf(roundId)
  expect(merged.tally.ranking[0]).toMatchObject({ cardId: 'late', votes: 2 })
  // What says nothing about the candidates changes nothing: cards, words, a group, another merge.
  addNote(ben.doc, 'more', 'more')
  addNote(ben.doc, 'other', 'other')
  noteText(ben.doc, 'bens').insert(0, 'still ')
  await room.settle()
  const others = { id: 'm2' as ClusterId, into: 'more' as CardId, parts: ['other'] as CardId[] }
  room.test.room.edit(() => mergeCards(server, others))
  expect(resultOf(roundId)).toBe(merged)
  // The note that showed is gone: its parts are themselves again.
  anna.doc.getMap('cards').delete('late')
  await room.settle()
  expect(resultOf(roundId).tally).toEqual(counted.tally)
})

it('[VO8] random ballots, changes, removals, duplicates, late and forged ones: the tally is a plain recount of the last valid ballots', async () => {
  const random = new Random(11)
  for (let run = 0; run < 12; run++) {
    const roundId = await open({
      dotsPerPerson: 1 + random.below(6),
      capPerCard: 1,
      ownCards: run % 2 === 0,
    })
    const round = room.state.rounds.at(-1)
    if (!round) throw new Error('no round')
    const people = [maya, anna, ben, room.person(`Late ${run}`)]
    await room.settle()
    const last = new Map<TestPeer, Record<string, number>>()
    for (let step = 0; step < 60; step++) {
      const person = random.pick(people) ?? maya
      const ids = [...round.candidateIds, 'forged']
      const allocation = Object.fromEntries(ids.map((id) => [id, random.below(id === 'forged' ? 12 : 3) === 1 ? 1 : 0]))
      if (random.below(10) === 0) allocation[random.pick(ids) ?? ''] = random.pick([-1, 0.5, 2, 1e9]) ?? 0
      const answer = room.votes(person, random.below(15) === 0 ? 'forged' : roundId, allocation)
      if (typeof answer === 'string') continue
      const used = Object.values(allocation).reduce((sum, dots) => sum + dots, 0)
      expect(used).toBeLessThanOrEqual(round.dotsPerPerson)
      expect(answer.left).toBe(round.dotsPerPerson - used)
      last.set(person, allocation)
      if (step % 20 === 19) {
        await room.settle()
        await room.test.crash()
      }
    }
    const closed = await close()
    for (const person of people) expect(room.votes(person, roundId, {})).toBe('roundClosed')
    for (const cardId of round.candidateIds) {
      const given = [...last.values()].map((allocation) => allocation[cardId] ?? 0)
      expect(closed.tally.ranking.find((ranked) => ranked.cardId === cardId)).toMatchObject({
        votes: given.reduce((sum, dots) => sum + dots, 0),
        voters: given.filter((dots) => dots > 0).length,
      })
    }
    // What anybody can do with the published list.
    const { candidates, ballots } = closed
    const recount = tallyRound({ capPerCard: round.capPerCard, candidates, ballots, groups: null, merges: [] })
    expect(recount.ranking.map(({ cardId, votes }) => [cardId, votes])).toEqual(
      closed.tally.ranking.map(({ cardId, votes }) => [cardId, votes]),
    )
    expect(resultOf(roundId)).toEqual(closed)
  }
})

it('a workshop stored before there were rounds reads as before', async () => {
  const { records } = (await room.test.storage
    .load(room.test.id)
    .then((loaded) => (loaded.ok ? loaded.workshop : null))) ?? {
    records: new Map<string, string>(),
  }
  const older = new Map([...records].filter(([key]) => !/^(facilitation|round|ballot|result)/.test(key)))
  expect(Workshop.read('id', older)?.workshop.state()).toMatchObject({ rounds: [], agenda: { currentIndex: null } })
})
