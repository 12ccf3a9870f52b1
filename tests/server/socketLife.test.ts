// Sockets that go quiet, come in masses, or come from where they should not: the whole server, time moved by hand.
import { request } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { defaultLimits } from '../../server/limits.ts'
import { LoopLag } from '../../server/ops/LoopLag.ts'
import { closeCodes } from '../../shared/protocol/closeCodes.ts'
import type { CreatedWorkshop } from '../../shared/protocol/api.ts'
import { addNote } from '../support/room/TestRoom.ts'
import { SkippingClock } from '../support/SkippingClock.ts'
import { TestServer, untilDoc } from '../support/TestServer.ts'

const HOUR_MS = 3_600_000
const clock = new SkippingClock()
let server: TestServer
beforeAll(async () => {
  server = await TestServer.start({}, { clock })
})
afterAll(() => server.stop())

async function open(on: TestServer, workshop: CreatedWorkshop, autoPong = true): Promise<WebSocket> {
  const { token } = await on.join(workshop, 'participant')
  const url = `${on.url.replace('http', 'ws')}/sync/${workshop.id}/board`
  const socket = new WebSocket(url, ['journeyboard', `token.${token}`], { autoPong })
  socket.on('error', () => {})
  await new Promise((resolve) => socket.once('open', resolve))
  return socket
}

/** Whatever the socket had sent before has been read by the server when this resolves. */
function roundTrip(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('pong', () => resolve())
    socket.ping()
  })
}

const online = async (workshop: CreatedWorkshop, token: string): Promise<unknown> =>
  ((await server.call('GET', `/api/workshops/${workshop.id}`, { token })).body['participants'] as { online: number })
    .online

it('[WS7] a half-open socket is found within 35 s; a quiet one that answers stays', async () => {
  const workshop = await server.workshop()
  const { token } = await server.join(workshop, 'facilitator')
  const [dead, quiet] = [await open(server, workshop, false), await open(server, workshop)]
  const died = new Promise((resolve) => dead.once('close', resolve))
  const skip = async (ms: number): Promise<void> => {
    for (let skipped = 0; skipped < ms; skipped += 5_000) {
      clock.skip(5_000)
      await roundTrip(quiet)
    }
  }
  await skip(25_000)
  expect(await online(workshop, token)).toBe(2)
  await skip(10_000)
  await died
  expect(await online(workshop, token)).toBe(1)
  // `ping` of ours counts as no message: only the answers to the server's pings keep it.
  await skip(120_000)
  expect(quiet.readyState).toBe(WebSocket.OPEN)
  quiet.close()
})

it('[WS7] the wall clock may jump an hour either way: nobody is dropped, edits go through', async () => {
  const workshop = await server.workshop()
  const [a, b] = [await server.join(workshop, 'facilitator', 'A'), await server.join(workshop, 'participant', 'B')]
  const [anna, ben] = [await server.stockClient(workshop, a.token), await server.stockClient(workshop, b.token)]
  for (const [at, jumpMs] of [HOUR_MS, -2 * HOUR_MS, HOUR_MS].entries()) {
    clock.jumpWall(jumpMs)
    clock.skip(5_000)
    addNote(anna.doc, `note${at}`)
    await untilDoc(ben.doc, () => ben.doc.getMap('cards').has(`note${at}`))
  }
  expect([anna.provider.wsconnected, ben.provider.wsconnected]).toEqual([true, true])
  expect(await online(workshop, a.token)).toBe(2)
})

it('[WS8] an overloaded server refuses new sockets, says so, and keeps those it has', async () => {
  const lag = new LoopLag(clock)
  let isOverloaded = false
  Object.defineProperty(lag, 'isOverloaded', { get: () => isOverloaded })
  const busy = await TestServer.start({}, { lag })
  try {
    const workshop = await busy.workshop()
    const { token } = await busy.join(workshop, 'participant')
    const socket = await open(busy, workshop)
    isOverloaded = true
    await expect(busy.closeCode(`/sync/${workshop.id}/board?token=${token}`)).rejects.toThrow('503')
    expect((await busy.call('GET', '/ready')).status).toBe(503)
    expect((await busy.call('GET', '/health')).status).toBe(200)
    await roundTrip(socket)
    isOverloaded = false
    expect((await busy.call('GET', '/ready')).status).toBe(200)
    ;(await open(busy, workshop)).close()
  } finally {
    await busy.stop()
  }
})

it('[WS9] 300 sockets that come and go at once leave nobody online; a full room says so', async () => {
  const small = await TestServer.start({ limits: { ...defaultLimits, maxPeoplePerRoom: 50 } })
  try {
    const workshop = await small.workshop()
    const { token } = await small.join(workshop, 'facilitator')
    const path = `/sync/${workshop.id}/board?token=${token}`
    const codes = await Promise.all(
      Array.from({ length: 300 }, () =>
        small
          .closeCode(path, { onOpen: (socket) => setImmediate(() => socket.close(1000)) })
          .catch((error: unknown) => (error instanceof Error ? Number(error.message) : 0)),
      ),
    )
    const known = new Set<number>([1000, 503, closeCodes.full.code])
    expect(codes.filter((code) => !known.has(code))).toEqual([])
    await expect
      .poll(async () => (await small.call('GET', '/metrics')).body['text'])
      .toContain('journeyboard_connections 0')
    const sockets: WebSocket[] = []
    const stays = () =>
      new Promise<void>((resolve) => {
        const onOpen = (socket: WebSocket) => resolve(void sockets.push(socket))
        small.closeCode(path, { onOpen }).catch(() => undefined)
      })
    await Promise.all(Array.from({ length: 50 }, stays))
    await expect
      .poll(async () => (await small.call('GET', '/metrics')).body['text'])
      .toContain('journeyboard_connections 50')
    expect(await small.closeCode(path)).toBe(closeCodes.full.code)
    for (const socket of sockets) socket.close(1000)
  } finally {
    await small.stop()
  }
})

it('[WS10] other origins and hosts get no socket', async () => {
  const named = await TestServer.start({ publicUrl: 'https://board.example.org' })
  try {
    const workshop = await named.workshop()
    const { port } = new URL(named.url)
    const attempt = (headers: Record<string, string>): Promise<string> =>
      named.closeCode(`/sync/${workshop.id}/board`, { headers }).then(String, (error: Error) => error.message)
    const host = 'board.example.org'
    const cases: [Record<string, string>, string][] = [
      [{ host, origin: `https://${host}` }, '4403'],
      [{ host }, '4403'],
      [{ host, origin: `http://${host}` }, '403'],
      [{ host, origin: `https://${host}.evil.example` }, '403'],
      [{ host, origin: `https://evil.example/${host}` }, '403'],
      [{ host, origin: `https://${host}:444` }, '403'],
      [{ host, origin: 'null' }, '403'],
      [{ host: 'evil.example', origin: 'http://evil.example' }, '421'],
      [{ host: `rebound.example:${port}` }, '421'],
    ]
    for (const [headers, answer] of cases) expect([headers, await attempt(headers)]).toEqual([headers, answer])
  } finally {
    await named.stop()
  }
})

it('[WS10] paths that are tricks reach no room and no file', async () => {
  const { hostname, port } = new URL(server.url)
  const status = (path: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      request({ hostname, port, path, headers: { accept: '*/*' } }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .on('error', reject)
        .end()
    })
  const tricks = [
    '/../../etc/passwd',
    '/..%2f..%2fetc/passwd',
    '/assets/..%5c..%5cpackage.json',
    '/api/workshops/..%2f..%2fdata',
    '/api/workshops/%00abcdefghij',
    '/api/workshops/ABCDEFGHIJKLMNOP',
    '/api/workshops/__proto__',
    '/api/workshops/constructor/state',
    '/api/workshops/abcdefghij.sqlite',
    '/api/workshops/%f0%28%8c%28',
    '/schema/../server/main.ts',
    '//evil.example/',
  ]
  for (const path of tricks) expect([path, await status(path)]).toEqual([path, 404])
})
