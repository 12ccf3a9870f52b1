// Voting on a whole server: what a modified client tries, what anybody's traffic holds, and 250 people at once.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { ClusterId } from '../../../shared/journey/clusters.ts'
import { groupCards, mergeCards } from '../../../shared/journey/edit/editClusters.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import type { CreatedWorkshop, RoundInfo } from '../../../shared/protocol/api.ts'
import type { Joined } from '../../../shared/protocol/entry.ts'
import { PROTOCOL_VERSION } from '../../../shared/protocol/messages.ts'
import { encodeRoomText } from '../../../server/rooms/encodeMessage.ts'
import { defaultLimits } from '../../../server/limits.ts'
import { Random } from '../../support/Random.ts'
import { addNote } from '../../support/room/TestRoom.ts'
import { TestServer, untilDoc } from '../../support/TestServer.ts'

let server: TestServer
let workshop: CreatedWorkshop
let maya: Joined
let anna: Joined
let ben: Joined
const path = () => `/api/workshops/${workshop.id}`

beforeAll(async () => {
  server = await TestServer.start({ limits: { ...defaultLimits, maxPeoplePerRoom: 400 } })
  workshop = await server.workshop('Vote')
  maya = await server.join(workshop, 'facilitator', 'Maya')
  anna = await server.join(workshop, 'participant', 'Anna')
  ben = await server.join(workshop, 'participant', 'Ben')
  const { doc } = await server.stockClient(workshop, maya.token)
  for (let at = 0; at < 13; at++) addNote(doc, `pain${at}`, `Pain ${at}`)
  const other = await server.stockClient(workshop, anna.token)
  await untilDoc(other.doc, () => other.doc.getMap('cards').has('pain12'))
})
afterAll(() => server.stop())

const command = (token: string, body: object) => server.command(workshop, token, body)
const openRound = async (terms: object = {}): Promise<string> => {
  const { body } = await command(maya.token, {
    type: 'round.open',
    question: 'Which?',
    kind: 'note',
    dotsPerPerson: 5,
    ...terms,
  })
  return String(body['roundId'])
}
const vote = (token: string, roundId: string, allocation: unknown) => server.vote(workshop, token, roundId, allocation)

/** Everything one person's sockets and calls receive, as text. */
class Eavesdropper {
  text = ''
  private readonly sockets: WebSocket[] = []
  async listen(token: string, document: 'board' | 'drafts'): Promise<void> {
    const url = `${server.url.replace('http', 'ws')}/sync/${workshop.id}/${document}`
    const socket = new WebSocket(url, ['journeyboard', `token.${token}`])
    this.sockets.push(socket)
    socket.on('message', (data: Buffer) => (this.text += data.toString('utf8')))
    await new Promise((resolve) => socket.once('open', resolve))
    const clientId = 1_000 + Math.trunc(Number.parseInt(token.slice(0, 6), 36) || 0) * 2 + this.sockets.length
    socket.send(encodeRoomText(JSON.stringify({ type: 'hello', protocol: PROTOCOL_VERSION, clientId })))
    await new Promise((resolve) => socket.once('message', resolve))
  }
  async get(token: string, address: string): Promise<void> {
    const { body, headers } = await server.call('GET', address, { token })
    this.text += JSON.stringify(body) + JSON.stringify([...headers])
  }
  close(): void {
    for (const socket of this.sockets) socket.terminate()
  }
}

describe('a modified client', () => {
  it('[VO9] cannot do what its role, the round or the clock forbids', async () => {
    const roundId = await openRound()
    const viewer = await server.join(workshop, 'viewer', '')
    const late = await server.join(workshop, 'participant', 'Late')
    const attempts: readonly (readonly [
      string,
      number,
      string,
      Promise<{ status: number; body: Record<string, unknown> }>,
    ])[] = [
      ['overspends', 422, 'overBudget', vote(anna.token, roundId, { pain0: 3, pain1: 3 })],
      ['goes over the cap', 422, 'overCap', vote(anna.token, roundId, { pain0: 4 })],
      ['votes for what is not a candidate', 422, 'unknownCard', vote(anna.token, roundId, { other: 1 })],
      ['sends half a dot', 422, 'invalid', vote(anna.token, roundId, { pain0: 0.5 })],
      ['takes dots away', 422, 'invalid', vote(anna.token, roundId, { pain0: 5, pain1: -3 })],
      ['sends no number', 422, 'invalid', vote(anna.token, roundId, { pain0: '3' })],
      ['sends a list', 422, 'invalid', vote(anna.token, roundId, [1, 2])],
      ['sends a hostile key', 422, 'unknownCard', vote(anna.token, roundId, JSON.parse('{"constructor":1}'))],
      ['votes in a round that is none', 404, 'unknownRound', vote(anna.token, 'nothing', { pain0: 1 })],
      ['votes without a token', 401, 'token', vote('x'.repeat(22), roundId, { pain0: 1 })],
      ['votes as a viewer', 403, 'viewer', vote(viewer.token, roundId, { pain0: 1 })],
      ['votes without having been there', 403, 'notEligible', vote(late.token, roundId, { pain0: 1 })],
      [
        'lets itself in',
        403,
        'notAllowed',
        command(late.token, { type: 'participant.admit', participantId: late.participantId }),
      ],
      ['votes for others', 403, 'notAllowed', command(anna.token, { type: 'round.proxy', allocation: { pain0: 3 } })],
      ['ends the vote', 403, 'notAllowed', command(anna.token, { type: 'round.close' })],
      ['opens one', 403, 'notAllowed', command(anna.token, { type: 'round.open', question: 'Q', kind: 'note' })],
      ['moves on', 403, 'notAllowed', command(anna.token, { type: 'phase.next' })],
      ['unlocks', 403, 'notAllowed', command(anna.token, { type: 'lock.set', locked: false })],
      ['takes the spotlight', 403, 'notAllowed', command(anna.token, { type: 'spotlight.start' })],
      ['reveals', 403, 'notAllowed', command(anna.token, { type: 'drafts.reveal' })],
      [
        'lowers hands',
        403,
        'notAllowed',
        command(anna.token, { type: 'hand.lower', participantId: ben.participantId }),
      ],
      ['raises a hand as viewer', 403, 'notAllowed', command(viewer.token, { type: 'hand.raise' })],
      [
        'acts as someone else',
        422,
        'invalid',
        command(anna.token, { type: 'done.set', participantId: ben.participantId }),
      ],
      ['writes no agenda', 422, 'invalid', command(maya.token, { type: 'agenda.set', phases: [{ id: '../x' }] })],
    ]
    for (const [what, status, code, attempt] of attempts) {
      const answer = await attempt
      expect({
        what,
        status: answer.status,
        code: (answer.body['error'] as { code?: string } | undefined)?.code,
      }).toEqual({
        what,
        status,
        code,
      })
      expect((answer.body['error'] as { message: string }).message).toMatch(/\S/)
    }
    // Twice with one token is one ballot.
    await vote(anna.token, roundId, { pain0: 3, pain1: 2 })
    await Promise.all(Array.from({ length: 10 }, () => vote(anna.token, roundId, { pain0: 3, pain1: 2 })))
    await command(maya.token, { type: 'round.close' })
    expect((await vote(anna.token, roundId, { pain2: 5 })).status).toBe(409)
    const { body } = await server.call('GET', `${path()}/rounds/${roundId}`, { token: anna.token })
    expect((body as unknown as RoundInfo).result?.tally).toMatchObject({ voted: 1, dots: 5 })
  })
})

it('[VO10] nobody’s traffic before the end holds anybody else’s vote; afterwards no file holds whose it was', async () => {
  const roundId = await openRound()
  const spies = [maya, ben].map((person) => ({ person, spy: new Eavesdropper() }))
  for (const { person, spy } of spies) {
    await spy.listen(person.token, 'board')
    await spy.listen(person.token, 'drafts')
  }
  const cast = await vote(anna.token, roundId, { pain7: 3, pain9: 2 })
  const receipt = String(cast.body['receipt'])
  await command(anna.token, { type: 'done.set', done: true })
  const own = await server.call('GET', `${path()}/rounds/${roundId}/ballot`, { token: anna.token })
  expect(own.body).toMatchObject({ allocation: { pain7: 3, pain9: 2 }, used: 5, left: 0, receipt, eligible: true })
  for (const { person, spy } of spies) {
    for (const address of [
      '',
      `/rounds/${roundId}`,
      `/rounds/${roundId}/ballot`,
      '/export/json',
      '/links',
      '/snapshots',
    ])
      await spy.get(person.token, path() + address)
    expect(spy.text).toContain(roundId)
    expect(spy.text).not.toContain(receipt)
    expect(spy.text).not.toMatch(/"pain[79]":/)
    spy.close()
  }
  const files = () => {
    const folder = join(server.folder, 'workshops')
    return readdirSync(folder)
      .map((name) => readFileSync(join(folder, name)).toString('latin1'))
      .join('')
  }
  const voter = `ballot.${roundId}.${anna.participantId}`
  expect(files()).toContain(voter)
  expect((await command(maya.token, { type: 'round.close' })).status).toBe(200)
  expect(files()).not.toContain(voter)
  expect(files()).not.toContain(`ballot.${roundId}`)
  expect(files()).toContain(receipt)
  const after = await server.call('GET', `${path()}/rounds/${roundId}/ballot`, { token: anna.token })
  expect(after.body).toMatchObject({ allocation: {}, receipt: null })
  const { body } = await server.call('GET', path(), { token: ben.token })
  expect(JSON.stringify(body['rounds'])).toContain(receipt)
})

it('[VO11] 250 people cast 10 dots, each one at a time: all answered, the tally is exact', async () => {
  const people: Joined[] = []
  for (let at = 0; at < 250; at++) people.push(await server.join(workshop, 'participant', `P${at}`))
  const roundId = await openRound({ dotsPerPerson: 10, capPerCard: 3 })
  const random = new Random(5)
  const expected = new Map<string, number>()
  const castAll = async (person: Joined): Promise<void> => {
    const allocation: Record<string, number> = {}
    for (let dot = 1; dot <= 10; dot++) {
      let cardId = ''
      do cardId = `pain${random.below(13)}`
      while ((allocation[cardId] ?? 0) >= 3)
      allocation[cardId] = (allocation[cardId] ?? 0) + 1
      const answer = await vote(person.token, roundId, allocation)
      expect(answer).toMatchObject({ status: 200, body: { used: dot, left: 10 - dot } })
    }
    for (const [cardId, dots] of Object.entries(allocation)) expected.set(cardId, (expected.get(cardId) ?? 0) + dots)
  }
  await Promise.all(people.map(castAll))
  await command(maya.token, { type: 'round.close' })
  const { body } = await server.call('GET', `${path()}/rounds/${roundId}`, { token: anna.token })
  const { tally } = (body as unknown as RoundInfo).result ?? { tally: null }
  expect(tally).toMatchObject({ voted: 250, dots: 2_500 })
  expect(Object.fromEntries(tally?.ranking.map(({ cardId, votes }) => [cardId, votes]) ?? [])).toEqual(
    Object.fromEntries(expected),
  )
})

it('[EX2] votes and clusters leave and come back with the file; open ones do not leave', async () => {
  const { doc } = await server.stockClient(workshop, maya.token)
  groupCards({ doc, origin: 'test' }, { id: 'g1' as ClusterId, name: 'Waits', cardIds: ['pain1', 'pain2'] as CardId[] })
  mergeCards({ doc, origin: 'test' }, { id: 'm1' as ClusterId, into: 'pain3' as CardId, parts: ['pain4'] as CardId[] })
  const roundId = await openRound({ cardIds: ['pain3', 'pain5'], question: 'Not over yet' })
  await vote(anna.token, roundId, { pain3: 2 })
  const exported = async (id: string, token: string) => {
    const { body } = await server.call('GET', `/api/workshops/${id}/export/json`, { token })
    return body
  }
  const during = JSON.stringify(await exported(workshop.id, maya.token))
  expect(during).not.toContain('Not over yet')
  await command(maya.token, { type: 'round.close' })
  const first = await exported(workshop.id, maya.token)
  expect(first['rounds']).toHaveLength(4)
  expect(first['clusters']).toMatchObject([
    { id: 'g1', name: 'Waits', cards: ['pain1', 'pain2'] },
    { id: 'm1', into: 'pain3', cards: ['pain4'] },
  ])
  const other = await server.workshop('Other')
  const kim = await server.join(other, 'facilitator', 'Kim')
  const imported = await server.call('POST', `/api/workshops/${other.id}/import/json?mode=replace`, {
    token: kim.token,
    body: JSON.stringify(first),
  })
  expect(imported.status).toBe(200)
  const again = await exported(other.id, kim.token)
  expect(again['rounds']).toEqual(first['rounds'])
  expect(again['clusters']).toEqual(first['clusters'])
})

it('[VO2] facilitators see who may vote, nobody else does, and nobody who has', async () => {
  const roundId = await openRound()
  await vote(anna.token, roundId, { pain0: 1 })
  const late = await server.join(workshop, 'participant', 'Later')
  const voters = () => server.call('GET', `${path()}/rounds/${roundId}/voters`, { token: maya.token })
  const before = (await voters()).body['participantIds']
  expect(before).toEqual(expect.arrayContaining([maya.participantId, anna.participantId, ben.participantId]))
  expect(before).not.toContain(late.participantId)
  await command(maya.token, { type: 'participant.admit', participantId: late.participantId })
  expect((await voters()).body['participantIds']).toContain(late.participantId)
  const asked = await server.call('GET', `${path()}/rounds/${roundId}/voters`, { token: anna.token })
  expect(asked.status).toBe(403)
  expect((await server.call('GET', `${path()}/rounds/none/voters`, { token: maya.token })).status).toBe(404)
  await command(maya.token, { type: 'round.close' })
})
