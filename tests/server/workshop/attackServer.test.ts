// What a modified client can try over raw sockets and HTTP while a workshop runs, one attempt after the other against a
// whole server: nobody's board, phase, locks, spotlight, ballot or drafts give way. votingServer.test.ts has the attempts
// on a single ballot.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { encodeRoomText, encodeUpdate } from '../../../server/rooms/encodeMessage.ts'
import { closeCodes } from '../../../shared/protocol/closeCodes.ts'
import type { CreatedWorkshop, RoundInfo } from '../../../shared/protocol/api.ts'
import type { Joined } from '../../../shared/protocol/entry.ts'
import { PROTOCOL_VERSION } from '../../../shared/protocol/messages.ts'
import type { Phase } from '../../../shared/workshop/agenda.ts'
import { readyAgenda } from '../../../shared/workshop/agendas.ts'
import { addNote, noteText } from '../../support/room/TestRoom.ts'
import { SkippingClock } from '../../support/SkippingClock.ts'
import { TestServer, untilDoc } from '../../support/TestServer.ts'

/** Edits under way at a change of rights are taken for 5 s; then none. */
const AFTER_GRACE_MS = 6_000

const clock = new SkippingClock()
const phases: readonly Phase[] = readyAgenda(60)
let server: TestServer
let workshop: CreatedWorkshop
let maya: Joined
let anna: Joined
let ben: Joined
/** What an honest participant sees. */
let honest: Y.Doc
let truth: { doc: Y.Doc; provider: WebsocketProvider }

const path = () => `/api/workshops/${workshop.id}`
const command = (token: string, body: object) => server.command(workshop, token, body)
const vote = (token: string, roundId: string, allocation: unknown) => server.vote(workshop, token, roundId, allocation)
const codeOf = ({ body }: { body: Record<string, unknown> }) => (body['error'] as { code?: string } | undefined)?.code

beforeAll(async () => {
  server = await TestServer.start({}, { clock })
  workshop = await server.workshop('Attack')
  maya = await server.join(workshop, 'facilitator', 'Maya')
  anna = await server.join(workshop, 'participant', 'Anna')
  ben = await server.join(workshop, 'participant', 'Ben')
  truth = await server.stockClient(workshop, maya.token)
  honest = (await server.stockClient(workshop, ben.token)).doc
  addNote(truth.doc, 'pain0', 'Pain 0')
  addNote(truth.doc, 'pain1', 'Pain 1')
  await untilDoc(honest, () => honest.getMap('cards').has('pain1'))
  expect((await command(maya.token, { type: 'agenda.set', phases })).status).toBe(200)
})
afterAll(() => server.stop())

async function goTo(name: string): Promise<void> {
  const phaseId = phases.find((phase) => phase.name === name)?.id
  expect((await command(maya.token, { type: 'phase.goto', phaseId })).status).toBe(200)
  clock.skip(AFTER_GRACE_MS)
}

/** Writes as a client does that asks nobody whether it may. Resolves with how the server ends the connection. */
async function writes(token: string, edit: (doc: Y.Doc) => void): Promise<number> {
  const { doc, provider } = await server.stockClient(workshop, token)
  const closed = new Promise<number>((resolve) => {
    provider.on('connection-close', (event) => resolve(event?.code ?? 0))
  })
  doc.transact(() => edit(doc))
  return closed
}

let marks = 0
/** Waits until everything sent before has reached the others, or never will. */
async function everybodyHasHeard(): Promise<void> {
  const mark = `mark${marks++}`
  addNote(truth.doc, mark)
  await untilDoc(honest, () => honest.getMap('cards').has(mark))
}

/** A bare socket that says hello under any client id it likes. */
async function openRaw(
  token: string,
  query = '',
  clientId = 4_242,
): Promise<{ socket: WebSocket; heard: () => string }> {
  let text = ''
  const url = `${server.url.replace('http', 'ws')}/sync/${workshop.id}/board${query}`
  const socket = new WebSocket(url, ['journeyboard', `token.${token}`])
  socket.on('message', (data: Buffer) => (text += data.toString('utf8')))
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  socket.send(encodeRoomText(JSON.stringify({ type: 'hello', protocol: PROTOCOL_VERSION, clientId })))
  await new Promise((resolve) => socket.once('message', resolve))
  return { socket, heard: () => text }
}

describe('while people vote, the board', () => {
  it('[VO9] takes no card, no word and no drawing over a raw socket', async () => {
    await goTo('Vote')
    const refused = closeCodes.refused.code
    expect(await writes(anna.token, (doc) => addNote(doc, 'forbidden'))).toBe(refused)
    expect(await writes(anna.token, (doc) => noteText(doc, 'pain0').insert(0, 'x'))).toBe(refused)
    expect(await writes(anna.token, (doc) => doc.getMap('cards').delete('pain0'))).toBe(refused)
    expect(await writes(anna.token, (doc) => doc.getMap('clusters').set('c1', new Y.Map()))).toBe(refused)
    const drawing = { id: 'shape:x', typeName: 'shape' }
    expect(await writes(anna.token, (doc) => doc.getMap('drawings').set('shape:x', drawing))).toBe(refused)
    await everybodyHasHeard()
    expect(honest.getMap('cards').has('forbidden')).toBe(false)
    expect(noteText(honest, 'pain0').toString()).toBe('Pain 0')
    expect(honest.getMap('clusters').size + honest.getMap('drawings').size).toBe(0)
  })

  it('[VO9] takes nobody’s feelings but one’s own', async () => {
    const entry = new Y.Map()
    const others = `journey.all.${ben.participantId}`
    expect(await writes(anna.token, (doc) => doc.getMap('emotions').set(others, entry))).toBe(closeCodes.refused.code)
  })

  it('[VO9] cannot be talked into anything: what only the server says is not believed', async () => {
    const state = async () => (await server.call('GET', path(), { token: maya.token })).body['workshop']
    const before = (await state()) as Record<string, unknown>
    const { socket } = await openRaw(anna.token)
    const lies = [
      { type: 'workshop', workshop: { ...before, version: 1e9, structureLocked: false, agenda: null }, nowMs: 0 },
      { type: 'roster', changed: [{ id: anna.participantId, role: 'facilitator' }], gone: [maya.participantId] },
      { type: 'activity', activity: { done: 99 } },
      { type: 'own', own: { done: true, revealed: {} } },
      { type: 'phase.next' },
      { type: 'round.close' },
      { type: 'command', command: { type: 'phase.next' }, token: maya.token },
    ]
    for (const lie of lies) socket.send(encodeRoomText(JSON.stringify(lie)))
    await everybodyHasHeard()
    socket.terminate()
    expect(await state()).toEqual(before)
  })
})

it('[VO9] locks stay locked: of stages, of a card, of the whole board', async () => {
  await command(maya.token, { type: 'phase.stop' })
  await command(maya.token, { type: 'lock.set', locked: true })
  await command(maya.token, { type: 'lock.set', locked: true, target: 'cards', cardIds: ['pain1'] })
  clock.skip(AFTER_GRACE_MS)
  const refused = closeCodes.refused.code
  expect(await writes(anna.token, (doc) => doc.getMap('stages').set('s1', new Y.Map()))).toBe(refused)
  expect(await writes(anna.token, (doc) => noteText(doc, 'pain1').insert(0, 'x'))).toBe(refused)
  for (const target of ['structure', 'board', 'cards'])
    expect((await command(anna.token, { type: 'lock.set', locked: false, target, cardIds: ['pain1'] })).status).toBe(
      403,
    )
  await command(maya.token, { type: 'lock.set', locked: true, target: 'board' })
  clock.skip(AFTER_GRACE_MS)
  expect(await writes(anna.token, (doc) => addNote(doc, 'frozen'))).toBe(refused)
  await command(maya.token, { type: 'lock.set', locked: false, target: 'board' })
  await everybodyHasHeard()
  expect(honest.getMap('cards').has('frozen')).toBe(false)
  expect(noteText(honest, 'pain1').toString()).toBe('Pain 1')
})

it('[VO9] nobody acts as somebody else: a name in the body changes nothing about who asks', async () => {
  const claims = {
    participantId: ben.participantId,
    id: ben.participantId,
    actor: maya.participantId,
    role: 'facilitator',
  }
  // Who is done is counted among those who are here.
  await server.stockClient(workshop, anna.token)
  expect((await command(anna.token, { type: 'done.set', done: true, ...claims })).status).toBe(200)
  expect((await command(anna.token, { type: 'hand.raise', ...claims })).status).toBe(200)
  const { body } = await server.call('GET', path(), { token: anna.token })
  expect(body).toMatchObject({ activity: { done: 1 }, workshop: { hands: [anna.participantId] }, role: 'participant' })
  // A card under the client id of the facilitator, who has every right.
  const forged = new Y.Doc()
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(truth.doc))
  forged.clientID = truth.doc.clientID
  const before = Y.encodeStateVector(forged)
  addNote(forged, 'forged')
  const { socket, heard } = await openRaw(anna.token)
  socket.send(encodeUpdate(Y.encodeStateAsUpdate(forged, before)))
  await expect.poll(() => heard().includes('"refused"') || socket.readyState === WebSocket.CLOSED).toBe(true)
  socket.terminate()
  await everybodyHasHeard()
  expect(honest.getMap('cards').has('forged')).toBe(false)
  for (const forbidden of [
    { type: 'participant.rename', participantId: ben.participantId, name: 'Mallory' },
    { type: 'participant.promote', participantId: anna.participantId },
    { type: 'participant.remove', participantId: ben.participantId },
    { type: 'link.issue', role: 'facilitator' },
    { type: 'spotlight.start', mode: 'keep', hold: true },
    { type: 'spotlight.stop' },
    { type: 'phase.extend', minutes: -600 },
    { type: 'timer.pause' },
    { type: 'agenda.set', phases: [] },
    { type: 'departments.set', departments: [] },
    { type: 'workshop.close' },
  ])
    expect({ ...forbidden, status: (await command(anna.token, forbidden)).status }).toEqual({
      ...forbidden,
      status: 403,
    })
})

it('[VO9] hidden notes are nobody’s but their author’s, whatever is asked for', async () => {
  await goTo('Pains')
  const url = `${server.url.replace('http', 'ws')}/sync/${workshop.id}/drafts`
  const secret = 'What only Anna knows'
  const drafts = new Y.Doc()
  addNote(drafts, 'draft1', secret)
  const own = await letIn(url, anna.token)
  own.send(encodeRoomText(JSON.stringify({ type: 'hello', protocol: PROTOCOL_VERSION, clientId: drafts.clientID })))
  own.send(encodeUpdate(Y.encodeStateAsUpdate(drafts)))
  await expect
    .poll(async () => (await server.call('GET', path(), { token: ben.token })).body['activity'])
    .toMatchObject({ drafts: { notes: 1, writers: 1 } })
  let heard = ''
  for (const query of ['', `?participant=${anna.participantId}`, `?participantId=${anna.participantId}`]) {
    let messages = 0
    const spy = await letIn(url + query, ben.token, (data) => {
      heard += data.toString('utf8')
      messages++
    })
    spy.send(encodeRoomText(JSON.stringify({ type: 'hello', protocol: PROTOCOL_VERSION, clientId: 77 })))
    // An empty state vector: send me everything.
    spy.send(new Uint8Array([0, 0, 1, 0]))
    // The welcome, the question what one has, the answer to one's own.
    await expect.poll(() => messages).toBeGreaterThanOrEqual(3)
    spy.terminate()
  }
  for (const { token } of [ben, maya])
    for (const address of [
      '',
      '/state',
      '/export/json',
      '/export/csv',
      '/drafts',
      `/drafts/${anna.participantId}`,
      '/snapshots',
    ])
      heard += await textOf(address, token)
  expect(heard).toContain('Pain 0')
  expect(heard).not.toContain(secret)
  expect((await command(ben.token, { type: 'drafts.reveal' })).status).toBe(403)
  expect((await command(ben.token, { type: 'phase.next', reveal: true })).status).toBe(403)
  own.terminate()
})

// The last one: it moves the clock, and a server that finds itself a minute late takes no new sockets for a while.
it('[VO9] a ballot is one person’s, in one workshop, until the end', async () => {
  await goTo('Vote')
  const other = await server.workshop('Elsewhere')
  const stranger = await server.join(other, 'facilitator', 'Eve')
  const gone = await server.join(workshop, 'participant', 'Gone')
  const { body } = await command(maya.token, { type: 'round.open', question: 'Q', kind: 'note', minutes: 1 })
  const roundId = String(body['roundId'])
  expect((await vote(anna.token, roundId, { pain0: 1 })).status).toBe(200)
  // With a token of another workshop, of somebody who was removed, of a link that was revoked, with none.
  expect((await vote(stranger.token, roundId, { pain0: 1 })).status).toBe(401)
  await command(maya.token, { type: 'participant.remove', participantId: gone.participantId })
  expect((await vote(gone.token, roundId, { pain0: 1 })).status).toBe(401)
  expect((await vote('', roundId, { pain0: 1 })).status).toBe(401)
  // Nobody's ballot can be named: the address knows only one's own.
  for (const address of [
    `/rounds/${roundId}/ballot?participantId=${anna.participantId}`,
    `/rounds/${roundId}/ballot/${anna.participantId}`,
    `/rounds/${roundId}/ballots`,
    `/rounds/${anna.participantId}/ballot`,
    `/rounds/..%2f${roundId}`,
  ]) {
    const answer = await server.call('GET', path() + address, { token: ben.token })
    expect(JSON.stringify(answer.body)).not.toContain('"pain0"')
  }
  expect((await server.call('GET', `${path()}/rounds/${roundId}`, { token: ben.token })).body['result']).toBeNull()
  // Joining again with one's token gives no second ballot.
  const again = await server.call('POST', `${path()}/join`, {
    token: anna.token,
    body: { key: workshop.keys.participant, name: 'Anna again' },
  })
  expect(again.body['participantId']).toBe(anna.participantId)
  expect((await vote(String(again.body['token']), roundId, { pain1: 1 })).status).toBe(200)
  // A new name after the opening has none.
  const second = await server.join(workshop, 'participant', 'Anna 2')
  expect(codeOf(await vote(second.token, roundId, { pain1: 1 }))).toBe('notEligible')
  // The time is over by the server's clock, whatever the request says.
  clock.jumpWall(61_000)
  clock.skip(61_000)
  expect(codeOf(await vote(ben.token, roundId, { pain0: 1 }))).toBe('roundClosed')
  const { body: info } = await server.call('GET', `${path()}/rounds/${roundId}`, { token: ben.token })
  const { result } = info as unknown as RoundInfo
  expect(result?.tally).toMatchObject({ voted: 1, dots: 1 })
  expect(result?.ballots).toMatchObject([{ allocation: { pain1: 1 }, voterId: null }])
  expect((await vote(anna.token, roundId, {})).status).toBe(409)
})

/** A clock that moves makes the server look late for a moment, and a late server takes no new sockets. */
async function letIn(url: string, token: string, hear: (data: Buffer) => void = () => {}): Promise<WebSocket> {
  for (;;) {
    const socket = new WebSocket(url, ['journeyboard', `token.${token}`])
    // From the first moment: the server asks before the client has said anything.
    socket.on('message', hear)
    const isOpen = await new Promise<boolean>((resolve) => {
      socket.once('open', () => resolve(true))
      socket.once('error', () => resolve(false))
    })
    if (isOpen) return socket
  }
}

async function textOf(address: string, token: string): Promise<string> {
  const response = await fetch(server.url + path() + address, { headers: { authorization: `Bearer ${token}` } })
  return Buffer.from(await response.arrayBuffer()).toString('latin1')
}
