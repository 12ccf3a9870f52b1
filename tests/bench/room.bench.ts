// How many people one room carries: ours beside a plain y-websocket-style relay and a bare relay without any
// document, in one run on one machine. A fifth of the people is active: 15 pointer moves and 5 edits a second each.
// Then a hundred people who join at once. PEOPLE=50,250 and SECONDS=5 make it shorter.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { encodeRoomText, encodeSyncStep1 } from '../../server/rooms/encodeMessage.ts'
import type { CreatedWorkshop, Joined } from '../../shared/protocol/api.ts'
import { createCards } from '../../shared/journey/edit/editCards.ts'
import { type CardId, newId } from '../../shared/journey/ids.ts'
import { PROTOCOL_VERSION } from '../../shared/protocol/messages.ts'
import { Bot, Marks } from './room/Bot.ts'
import { ServerUnderTest } from './room/ServerUnderTest.ts'

const PEOPLE = (process.env['PEOPLE'] ?? '50,100,250,500,1000').split(',').map(Number)
const SECONDS = Number(process.env['SECONDS'] ?? 8)
const CARDS = 2_000
const JOINING = 100
/** Above this a plain relay only shows that it has fallen over. */
const PLAIN_LIMIT = 250
/** Who looks for marks; the others only count as readers. */
const LISTENERS = 20

const folder = mkdtempSync(join(tmpdir(), 'journeyboard-bench-'))
const program = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const print = (line: string): void => void process.stdout.write(`${line}\n`)
const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN
const ms = (value: number): string => value.toFixed(value < 10 ? 1 : 0).padStart(6)
const pause = (durationMs: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, durationMs))

/** Where bots of a server connect, and with which token (null: it asks for none). */
interface Door {
  readonly server: ServerUnderTest
  readonly socketUrl: string
  readonly stateUrl: string | null
  readonly newToken: () => Promise<string | null>
}

async function openOurs(): Promise<Door> {
  const server = await ServerUnderTest.start('journeyboard', [program('../../server/main.ts')], {
    HOST: '127.0.0.1',
    PORT: '0',
    DATA_DIR: folder,
    LOG_LEVEL: 'error',
    MAX_MESSAGES_PER_SECOND: '10000',
    MAX_PEOPLE_PER_ROOM: '2000',
  })
  const post = async <T>(path: string, body: unknown): Promise<T> =>
    (await (await fetch(server.url + path, { method: 'POST', body: JSON.stringify(body) })).json()) as T
  const { id, keys } = await post<CreatedWorkshop>('/api/workshops', { title: 'Bench' })
  return {
    server,
    socketUrl: `${server.url.replace('http', 'ws')}/sync/${id}/board`,
    stateUrl: `${server.url}/api/workshops/${id}/state`,
    newToken: async () =>
      (await post<Joined>(`/api/workshops/${id}/join`, { key: keys.participant, name: 'Bot' })).token,
  }
}

async function openRelay(kind: 'plain' | 'bare'): Promise<Door> {
  const server = await ServerUnderTest.start(`${kind} relay`, [program('./room/relays.ts'), kind])
  return { server, socketUrl: server.url.replace('http', 'ws'), stateUrl: null, newToken: async () => null }
}

/** Fills the board by a participant's edits, in messages below the live limits. */
async function fillBoard({ socketUrl, newToken }: Door): Promise<void> {
  const bot = new Bot(socketUrl, await newToken())
  await bot.open(false)
  for (let made = 0; made < CARDS; made += 100) {
    createCards(
      { doc: bot.doc, origin: 'bench' },
      Array.from({ length: 100 }, (_, at) => ({
        id: newId<CardId>(),
        kind: 'note' as const,
        place: { x: made + at, y: at },
        fields: { text: `Pain number ${made + at}, in the words of somebody` },
      })),
    )
  }
  await pause(500)
  bot.close()
}

async function measureRoom(door: Door, people: number): Promise<{ p95: number; cpu: number }> {
  const bots: Bot[] = []
  for (let at = 0; at < people; at++) {
    const bot = new Bot(door.socketUrl, await door.newToken())
    await bot.open(false)
    bots.push(bot)
  }
  const marks = new Marks()
  const active = bots.filter((_, at) => at % 5 === 0)
  for (const bot of active) bot.start()
  for (const bot of bots.filter((_, at) => at % 5 !== 0).slice(0, LISTENERS)) bot.marks = marks
  await pause(1_000)
  for (const bot of active) bot.savedDelaysMs = []
  const before = door.server.usage()
  const startedMs = performance.now()
  const timers = active.flatMap((bot) => [
    startEvery(1_000 / 5, () => bot.edit(marks.next())),
    startEvery(1_000 / 15, () => bot.movePointer()),
  ])
  await pause(SECONDS * 1_000)
  for (const stop of timers) stop()
  const seconds = (performance.now() - startedMs) / 1_000
  await pause(1_400)
  const after = door.server.usage()
  const cpu = (after.cpuS - before.cpuS) / seconds
  const expected = marks.sentCount * Math.min(LISTENERS, bots.length - active.length)
  const { delaysMs } = marks
  const saved = active.flatMap((bot) => bot.savedDelaysMs)
  const seen = expected === 0 ? 0 : (delaysMs.length / expected) * 100
  const savedText = saved.length > 0 ? `saved p95 ${ms(percentile(saved, 0.95))} ms` : ''
  print(
    `${door.server.name.padEnd(13)} ${String(people).padStart(5)} people  p50 ${ms(percentile(delaysMs, 0.5))}  p95 ${ms(percentile(delaysMs, 0.95))}  p99 ${ms(percentile(delaysMs, 0.99))} ms  cpu ${cpu.toFixed(2)} core  ${after.rssMb.toFixed(0).padStart(4)} MB  seen ${seen.toFixed(0)} %  ${savedText}`,
  )
  for (const bot of bots) bot.close()
  await pause(300)
  return { p95: percentile(delaysMs, 0.95), cpu }
}

/** Spread evenly, so that bots do not all act in the same millisecond. */
function startEvery(intervalMs: number, run: () => void): () => void {
  let timer: NodeJS.Timeout
  const start = setTimeout(() => {
    timer = setInterval(run, intervalMs)
  }, Math.random() * intervalMs)
  return () => {
    clearTimeout(start)
    clearInterval(timer)
  }
}

/** A hundred people at once, each until the last byte of the complete state has arrived. */
async function measureJoins(door: Door): Promise<number> {
  const tokens: (string | null)[] = []
  for (let at = 0; at < JOINING; at++) tokens.push(await door.newToken())
  const before = door.server.usage()
  const startedMs = performance.now()
  const delaysMs = await Promise.all(
    tokens.map(async (token) => (await joinOnce(door, token), performance.now() - startedMs)),
  )
  const cpuS = door.server.usage().cpuS - before.cpuS
  print(
    `${door.server.name.padEnd(13)} ${JOINING} joins at once on ${CARDS} cards  p50 ${ms(percentile(delaysMs, 0.5))}  p95 ${ms(percentile(delaysMs, 0.95))} ms  server ${cpuS.toFixed(2)} s of cpu`,
  )
  return percentile(delaysMs, 0.95)
}

async function joinOnce({ socketUrl, stateUrl }: Door, token: string | null): Promise<void> {
  let etag: string | null = null
  if (stateUrl !== null) {
    const response = await fetch(stateUrl, { headers: { authorization: `Bearer ${token}` } })
    await response.arrayBuffer()
    etag = response.headers.get('etag')
  }
  await new Promise<void>((resolve) => {
    const socket = new WebSocket(socketUrl, token === null ? [] : ['journeyboard', `token.${token}`], {
      perMessageDeflate: false,
    })
    socket.on('error', () => {})
    socket.on('open', () => {
      if (etag !== null)
        socket.send(
          encodeRoomText(
            JSON.stringify({ type: 'hello', protocol: PROTOCOL_VERSION, clientId: new Y.Doc().clientID, state: etag }),
          ),
        )
      socket.send(encodeSyncStep1(new Uint8Array([0])))
    })
    socket.on('message', (data: Buffer) => {
      if (data[0] !== 0 || data[1] !== 1) return
      socket.terminate()
      resolve()
    })
  })
}

const results = new Map<string, { p95: number; cpu: number }>()
try {
  for (const open of [openOurs, () => openRelay('bare'), () => openRelay('plain')]) {
    const door = await open()
    try {
      const isPlain = door.server.name === 'plain relay'
      if (door.server.name !== 'bare relay') {
        await fillBoard(door)
        results.set(`${door.server.name} joins`, { p95: await measureJoins(door), cpu: 0 })
      }
      for (const people of PEOPLE) {
        if (!isPlain || people <= PLAIN_LIMIT)
          results.set(`${door.server.name} ${people}`, await measureRoom(door, people))
      }
    } finally {
      await door.server.stop()
    }
  }
  print('\nratios in this run')
  for (const people of PEOPLE) {
    const [ours, bare, plain] = ['journeyboard', 'bare relay', 'plain relay'].map((name) =>
      results.get(`${name} ${people}`),
    )
    if (!ours || !bare) continue
    const toPlain = plain
      ? `, plain relay p95 ${(plain.p95 / ours.p95).toFixed(1)} × ours at ${(plain.cpu / ours.cpu).toFixed(1)} × the cpu`
      : ''
    print(
      `${people} people: cpu ${(ours.cpu / bare.cpu).toFixed(2)} × bare (aim: at most 2 × + 0.2 core = ${(2 * bare.cpu + 0.2).toFixed(2)}, ours ${ours.cpu.toFixed(2)})${toPlain}`,
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
