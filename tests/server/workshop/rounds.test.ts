// Opening rounds and casting ballots in a room with people, time moved by hand.
import { beforeEach, describe, expect, it } from 'vitest'
import { MAX_PROXIES } from '../../../server/workshop/Rounds.ts'
import { Workshop } from '../../../server/workshop/Workshop.ts'
import { tallyRound } from '../../../shared/workshop/tally.ts'
import { Random } from '../../support/Random.ts'
import { addNote } from '../../support/room/TestRoom.ts'
import { twelveVoters } from '../../support/roundResult.ts'
import type { TestPeer } from '../../support/room/TestPeer.ts'
import { hour, type TestWorkshop } from '../../support/room/TestWorkshop.ts'
import { VotingRoom } from '../../support/room/VotingRoom.ts'

let voting: VotingRoom
let room: TestWorkshop
let maya: TestPeer
let anna: TestPeer
let ben: TestPeer

beforeEach(async () => {
  voting = await VotingRoom.create()
  ;({ room, maya, anna, ben } = voting)
})

describe('opening', () => {
  it('[VO1] freezes the candidates and gives defaults; everybody is told', async () => {
    const roundId = await voting.open()
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

  it('[VO1] one at a time, with cards, not in a phase for something else, not when closed', async () => {
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
    const roundId = await voting.open({ voters: ['Sales', 'Ops'] })
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
    const roundId = await voting.open()
    const first = room.votes(anna, roundId, { late: 2 })
    const second = room.votes(anna, roundId, { login: 1, late: 0 })
    expect(first).toMatchObject({ used: 2, left: 1, receipt: expect.stringMatching(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/) })
    expect(second).toMatchObject({ used: 1, left: 2, receipt: (first as { receipt: string }).receipt })
    expect(room.votes(anna, roundId, { late: 3, login: 1 })).toBe('overBudget')
    const { tally, ballots } = await voting.close()
    expect(ballots).toMatchObject([{ allocation: { login: 1 } }])
    expect(tally).toMatchObject({ voted: 1, dots: 1 })
  })

  it('[VO19] own cards can be left out', async () => {
    const roundId = await voting.open({ ownCards: false })
    expect(room.votes(ben, roundId, { bens: 1 })).toBe('ownCard')
    expect(room.votes(anna, roundId, { bens: 1 })).toMatchObject({ used: 1 })
    expect(room.votes(anna, roundId, { late: 1 })).toBe('ownCard')
  })

  it('[VO4] people see how many voted and finished, and nothing else, before the end', async () => {
    const roundId = await voting.open()
    room.votes(anna, roundId, { late: 2 })
    await room.do(anna, { type: 'done.set', done: true })
    expect(ben.last('activity')?.activity).toMatchObject({ done: 1, of: 3, round: { id: roundId, voted: 1 } })
    expect(room.test.commands.result(roundId)).toBeNull()
    const heard = JSON.stringify([ben.heard, maya.heard])
    expect(heard).not.toContain('allocation')
    expect(heard).not.toContain('receipt')
  })

  it('[VO19] a proxy ballot counts for a voter of its own, is replaced by its id, and is marked', async () => {
    const roundId = await voting.open()
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
    const { tally, ballots } = await voting.close()
    expect(tally).toMatchObject({ voted: 3, proxies: 2 })
    expect(tally.ranking.slice(0, 2)).toMatchObject([
      { cardId: 'late', votes: 4, voters: 2 },
      { cardId: 'bens', votes: 3, voters: 2 },
    ])
    expect(ballots.filter(({ proxy }) => proxy)).toHaveLength(2)
  })

  it('[VO19] so many ballots for others and no more; those that are there can still be changed', async () => {
    await voting.open()
    const enter = (at: number) =>
      room.does(maya, { type: 'round.proxy', proxyId: `p${at}`, name: `Person ${at}`, allocation: { late: 1 } })
    for (let at = 0; at < MAX_PROXIES; at++) expect(await enter(at)).toMatchObject({ ok: true })
    expect(await enter(MAX_PROXIES)).toMatchObject({ status: 409, code: 'tooManyProxies' })
    expect(await enter(0)).toMatchObject({ ok: true })
    expect((await voting.close()).tally).toMatchObject({ proxies: MAX_PROXIES })
  })
})

it('[VO14] votes that come with a file are closed ones, and do not end the one that is open', async () => {
  const roundId = await voting.open()
  const { rounds } = room.test.room.workshop
  rounds.restore(twelveVoters({ id: 'imported', number: 7, state: 'open', closedAtMs: null }))
  rounds.restore(twelveVoters({ id: 'earlier', number: 1 }))
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
  expect(room.resultOf(roundId).tally.voted).toBe(1)
  // No number twice: what people speak of as vote 1 stays vote 1.
  expect(room.state.rounds.map(({ id, number, state }) => [id, number, state])).toEqual([
    [roundId, 1, 'closed'],
    ['imported', 7, 'closed'],
    ['earlier', 8, 'closed'],
  ])
})

it('[VO8] random ballots, changes, removals, duplicates, late and forged ones: the tally is a plain recount of the last valid ballots', async () => {
  const random = new Random(11)
  for (let run = 0; run < 12; run++) {
    const roundId = await voting.open({
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
    const closed = await voting.close()
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
    expect(room.resultOf(roundId)).toEqual(closed)
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
