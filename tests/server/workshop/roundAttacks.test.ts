// A vote on a whole server under fire: malformed and huge orders and ballots, its end in the middle of a storm of ballots,
// a file that replaces the board under it. Whatever is sent is answered; what was answered with 200 is counted.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { CreatedWorkshop, RoundInfo } from '../../../shared/protocol/api.ts'
import type { Joined } from '../../../shared/protocol/entry.ts'
import { addNote } from '../../support/room/TestRoom.ts'
import { type Answer, TestServer, untilDoc } from '../../support/TestServer.ts'

const VOTERS = 40
let server: TestServer
let workshop: CreatedWorkshop
let maya: Joined
let anna: Joined
const path = () => `/api/workshops/${workshop.id}`
const command = (body: unknown) => server.command(workshop, maya.token, body)
const vote = (token: string, roundId: string, allocation: unknown) => server.vote(workshop, token, roundId, allocation)
const open = async (terms: object = {}): Promise<string> =>
  String((await command({ type: 'round.open', question: 'Which?', kind: 'note', ...terms })).body['roundId'])
const resultOf = async (roundId: string) => {
  const { body } = await server.call('GET', `${path()}/rounds/${roundId}`, { token: anna.token })
  return (body as unknown as RoundInfo).result
}
/** A refusal for people: 4xx, a code, a sentence. */
const isRefused = ({ status, body }: Answer): boolean => {
  const { code = '', message = '' } = (body['error'] ?? {}) as { code?: string; message?: string }
  return status >= 400 && status < 500 && code !== '' && message !== ''
}

beforeAll(async () => {
  server = await TestServer.start()
})
afterAll(() => server.stop())
beforeEach(async () => {
  workshop = await server.workshop('Fire')
  maya = await server.join(workshop, 'facilitator', 'Maya')
  anna = await server.join(workshop, 'participant', 'Anna')
  const writer = await server.stockClient(workshop, maya.token)
  const reader = await server.stockClient(workshop, anna.token)
  for (const id of ['pain0', 'pain1', 'pain2']) addNote(writer.doc, id, id)
  await untilDoc(reader.doc, () => reader.doc.getMap('cards').has('pain2'))
})

it('[VO9] orders and ballots of any shape are refused with a sentence, and change nothing', async () => {
  const ids = (count: number) => Array.from({ length: count }, (_, at) => `c${at}`)
  const badOrders: object[] = [
    { question: 'x'.repeat(201) },
    { question: 'x'.repeat(100_000) },
    { question: '' },
    { question: ['Which?'] },
    { cardIds: ids(501) },
    { cardIds: ids(1_000) },
    { cardIds: ['../up'] },
    { dotsPerPerson: 1e9 },
    { dotsPerPerson: 1.5 },
    { capPerCard: -1 },
    { minutes: 1e12 },
    { minutes: -1 },
    { weights: { Sales: 1e9 } },
    { weights: JSON.parse('{"__proto__": 2}') as object },
    { voters: ids(1_000) },
    { secret: 'no' },
  ]
  for (const terms of badOrders) {
    const answer = await command({ type: 'round.open', question: 'Which?', kind: 'note', ...terms })
    expect([JSON.stringify(terms).slice(0, 60), isRefused(answer)]).toEqual([expect.anything(), true])
  }
  const roundId = await open({ dotsPerPerson: 3, capPerCard: 2 })
  const taken = await vote(anna.token, roundId, { pain0: 2, pain1: 1 })
  const badBallots: unknown[] = [
    null,
    [],
    'pain0',
    { pain0: '2' },
    { pain0: -1 },
    { pain0: 0.5 },
    { pain0: 1e308 },
    { pain0: 3 },
    { pain0: 2, pain1: 2 },
    { 'pain0 ': 1 },
    { toString: 1 },
    Object.fromEntries(ids(5_000).map((id) => [id, 1])),
    { ['x'.repeat(10_000)]: 1 },
  ]
  for (const ballot of badBallots) {
    const answer = await vote(anna.token, roundId, ballot)
    expect([JSON.stringify(ballot).slice(0, 60), isRefused(answer)]).toEqual([expect.anything(), true])
  }
  const huge = await vote(anna.token, roundId, Object.fromEntries(ids(100_000).map((id) => [id, 0])))
  expect(huge.status).toBe(413)
  const { body } = await server.call('GET', `${path()}/rounds/${roundId}/ballot`, { token: anna.token })
  expect(body).toMatchObject({ allocation: { pain0: 2, pain1: 1 }, receipt: taken.body['receipt'] })
  await command({ type: 'round.close' })
  expect((await resultOf(roundId))?.tally).toMatchObject({ voted: 1, dots: 3 })
})

it('[VO11, VO18] the end comes in the middle of a storm: every ballot is answered, and exactly those with 200 count', async () => {
  const voters = await Promise.all(
    Array.from({ length: VOTERS }, (_, at) => server.join(workshop, 'participant', `V${at}`)),
  )
  const roundId = await open({ dotsPerPerson: 3, capPerCard: 3 })
  const cast = voters.map(({ token }, at) => vote(token, roundId, { [`pain${at % 3}`]: 1 + (at % 3) }))
  const end = command({ type: 'round.close', roundId })
  // As many dots: which of the two comes first over two sockets is nobody's promise.
  const late = voters.map(({ token }, at) => vote(token, roundId, { pain0: 1 + (at % 3) }))
  const answers = await Promise.all([...cast, ...late])
  expect((await end).status).toBe(200)
  expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true)
  // Who got a 200 has a ballot.
  const kept = voters.flatMap((_, at) => answers.find((one, of) => of % VOTERS === at && one.status === 200) ?? [])
  const result = await resultOf(roundId)
  const codes = result?.ballots.map(({ receipt }) => receipt).toSorted()
  expect(codes).toEqual(kept.map(({ body }) => String(body['receipt'])).toSorted())
  expect(result?.tally).toMatchObject({
    voted: kept.length,
    dots: kept.reduce((sum, { body }) => sum + Number(body['used']), 0),
  })
})

it('[VO14, VO18] a file replaces the board during a vote: the vote goes on, is counted, and stands beside those of the file', async () => {
  const first = await open()
  await vote(anna.token, first, { pain0: 1 })
  await command({ type: 'round.close' })
  const file = (await server.call('GET', `${path()}/export/json`, { token: maya.token })).body
  const text = JSON.stringify('text' in file ? JSON.parse(String(file['text'])) : file)
  const other = await server.workshop('Elsewhere')
  const eve = await server.join(other, 'facilitator', 'Eve')
  workshop = other
  maya = eve
  const writer = await server.stockClient(workshop, eve.token)
  addNote(writer.doc, 'here', 'Here')
  anna = await server.join(workshop, 'participant', 'Anna')
  const reader = await server.stockClient(workshop, anna.token)
  await untilDoc(reader.doc, () => reader.doc.getMap('cards').has('here'))
  const roundId = await open()
  expect((await vote(anna.token, roundId, { here: 1 })).status).toBe(200)
  const brought = await fetch(`${server.url}${path()}/import/json?mode=replace`, {
    method: 'POST',
    headers: { authorization: `Bearer ${eve.token}` },
    body: text,
  })
  expect(brought.status).toBe(200)
  await untilDoc(reader.doc, () => !reader.doc.getMap('cards').has('here'))
  expect((await vote(anna.token, roundId, { here: 2 })).status).toBe(200)
  const again = await command({ type: 'round.open', question: 'Two at once', kind: 'note' })
  expect(again.status).toBe(409)
  expect((await command({ type: 'round.close', roundId })).status).toBe(200)
  expect((await resultOf(roundId))?.tally).toMatchObject({ voted: 1, dots: 2 })
  const { body } = await server.call('GET', path(), { token: anna.token })
  const rounds = body['rounds'] as RoundInfo[]
  expect(rounds.map(({ round }) => round.state)).toEqual(['closed', 'closed'])
  expect(new Set(rounds.map(({ round }) => round.number)).size).toBe(2)
})
