// Departments that count differently, and what must not be had from it: no group of fewer than three voters, neither by
// its weight on the ballots nor by its part of the totals.
import { beforeEach, expect, it } from 'vitest'
import type { RoundResult } from '../../../shared/workshop/results.ts'
import { tallyRound } from '../../../shared/workshop/tally.ts'
import { addNote } from '../../support/room/TestRoom.ts'
import type { TestPeer } from '../../support/room/TestPeer.ts'
import { TestWorkshop } from '../../support/room/TestWorkshop.ts'

let room: TestWorkshop
let sales: TestPeer[]
let support: TestPeer[]
const weights = { Sales: 2, Support: 1 }

beforeEach(async () => {
  room = await TestWorkshop.create()
  sales = [1, 2, 3].map((at) => room.person(`S${at}`, at === 1 ? 'facilitator' : 'participant', 'Sales'))
  support = [1, 2, 3, 4].map((at) => room.person(`U${at}`, 'participant', 'Support'))
  await room.settle()
  for (const id of ['late', 'login']) addNote(maya().doc, id, id)
  await room.settle()
})

function maya(): TestPeer {
  const [first] = sales
  if (!first) throw new Error('nobody leads')
  return first
}

async function open(terms: object = {}): Promise<string> {
  const order = { type: 'round.open', question: 'Which first?', kind: 'note', weights, ...terms } as const
  return (await room.do(maya(), order)).roundId ?? ''
}

async function close(roundId: string): Promise<RoundResult> {
  await room.do(maya(), { type: 'round.close' })
  const result = room.test.commands.result(roundId)
  if (!result) throw new Error('no result')
  return result
}

const votesOf = ({ tally }: RoundResult) =>
  Object.fromEntries(tally.ranking.map(({ cardId, votes }) => [cardId, votes]))
const recount = ({ round, candidates, ballots }: RoundResult) =>
  tallyRound({ capPerCard: round.capPerCard, candidates, ballots, groups: null, merges: [] }).ranking.map(
    ({ cardId, votes }) => [cardId, votes],
  )

it('[VO15] weights count when three or more voted under each', async () => {
  const roundId = await open()
  for (const person of sales) room.votes(person, roundId, { late: 1 })
  for (const person of support.slice(1)) room.votes(person, roundId, { login: 1 })
  const result = await close(roundId)
  expect(result.weightsDropped).toBeUndefined()
  expect(votesOf(result)).toEqual({ late: 6, login: 3 })
  expect(recount(result)).toEqual([
    ['late', 6],
    ['login', 3],
  ])
})

it.each([1, 2])('[VO15] with %i ballots of a department nobody’s weight counts or is told', async (count) => {
  const roundId = await open()
  for (const person of sales.slice(0, count)) room.votes(person, roundId, { late: 1 })
  for (const person of support) room.votes(person, roundId, { login: 1 })
  const result = await close(roundId)
  expect(result.weightsDropped).toBe(true)
  expect(result.ballots.map(({ weight }) => weight)).toEqual(Array(count + 4).fill(1))
  expect(votesOf(result)).toEqual({ late: count, login: 4 })
  expect(recount(result)).toEqual([
    ['login', 4],
    ['late', count],
  ])
  expect(result.round.weights).toEqual(weights)
  await room.settle()
  await room.test.crash()
  expect(room.test.commands.result(roundId)).toEqual(result)
})

it('[VO15] ballots for others are no company: they are marked, and known to whoever entered them', async () => {
  const roundId = await open()
  const [one] = sales
  if (one) room.votes(one, roundId, { late: 1 })
  for (const person of support.slice(1)) room.votes(person, roundId, { login: 1 })
  for (const proxyId of ['a', 'b', 'c'])
    await room.do(maya(), { type: 'round.proxy', proxyId, department: 'Sales', allocation: { login: 2 } })
  const result = await close(roundId)
  expect(result.weightsDropped).toBe(true)
  expect(result.tally.groups).toBeNull()
})

it('[VO15] a department that did not vote, and a named vote, hide nobody', async () => {
  const first = await open()
  for (const person of support) room.votes(person, first, { login: 1 })
  expect((await close(first)).weightsDropped).toBeUndefined()
  const second = await open({ secret: false })
  room.votes(maya(), second, { late: 1 })
  for (const person of support) room.votes(person, second, { login: 1 })
  const named = await close(second)
  expect(named.weightsDropped).toBeUndefined()
  expect(votesOf(named)).toEqual({ late: 2, login: 4 })
})

it('[VO15] nobody is let in who would vote alone under a weight', async () => {
  const legal = room.person('Lea', 'participant', 'Legal')
  const late = room.person('Late', 'participant', 'Sales')
  await room.settle()
  const lea = legal.participant.id
  const refused = await room.does(maya(), { type: 'round.open', question: 'Q', kind: 'note', weights })
  expect(refused).toMatchObject({ code: 'smallGroups' })
  await room.do(maya(), { type: 'participant.remove', participantId: lea })
  const roundId = await open({ weights: { Sales: 2, Support: 0.5 } })
  const again = room.person('Lea', 'participant', 'Legal')
  const soon = room.person('Soon', 'participant', 'Sales')
  await room.settle()
  const admit = (peer: TestPeer) => room.does(maya(), { type: 'participant.admit', participantId: peer.participant.id })
  expect(await admit(again)).toMatchObject({ ok: false, status: 422, code: 'smallGroups' })
  expect(await admit(again)).toMatchObject({ message: expect.stringContaining('Legal') })
  expect(room.votes(again, roundId, { late: 1 })).toBe('notEligible')
  expect(await admit(soon)).toMatchObject({ ok: true })
  expect(room.votes(late, roundId, { late: 1 })).toMatchObject({ used: 1 })
  // In a department that votes already the same person is one of several.
  await room.do(maya(), { type: 'participant.rename', participantId: again.participant.id, department: 'Support' })
  expect(await admit(again)).toMatchObject({ ok: true })
})

it('[VO15] a department may be called as it likes', async () => {
  const roundId = await open()
  for (const person of [...sales, ...support]) room.votes(person, roundId, { late: 1 })
  await room.do(maya(), { type: 'round.proxy', department: 'constructor', allocation: { login: 1 } })
  const result = await close(roundId)
  expect(result.ballots.find(({ proxy }) => proxy)?.weight).toBe(1)
  expect(votesOf(result)).toEqual({ late: 10, login: 1 })
  await room.settle()
  await room.test.crash()
  expect(room.test.commands.result(roundId)).toEqual(result)
})
