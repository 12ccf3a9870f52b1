// What a room notices of files being made: 50 people at work on a board of 5,000 cards, while each format is asked for
// over HTTP again and again, one after the other (`pdf+png`: both at once). Between two formats the room is left alone;
// each is compared with the quiet stretches of the same run, as a shared machine's times prove nothing. Prints numbers;
// asserts nothing. SECONDS=4 PEOPLE=50 CARDS=5000 FORMATS=pdf,pdf+png make it shorter.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runExport } from '../support/runExport.ts'
import { formatNames } from '../../shared/export/catalog.ts'
import type { CreatedWorkshop } from '../../shared/protocol/api.ts'
import type { Joined } from '../../shared/protocol/entry.ts'
import { largeBoardDoc } from '../support/largeBoard.ts'
import { orderOf } from '../support/orderOf.ts'
import { readBoard } from '../../shared/journey/BoardModel.ts'
import { Crowd, type CrowdWatched } from './room/Crowd.ts'
import { type Door, startOurs } from './room/Door.ts'
import { machineLoad, ms, pause, percentile, print } from './room/report.ts'
import type { ServerUnderTest } from './room/ServerUnderTest.ts'

const CARDS = Number(process.env['CARDS'] ?? 5_000)
const PEOPLE = Number(process.env['PEOPLE'] ?? 50)
const SECONDS = Number(process.env['SECONDS'] ?? 6)
const FORMATS = (process.env['FORMATS'] ?? [...formatNames, 'pdf+png+xlsx'].join(',')).split(',')
const LISTENERS = 20
const LOOK_MS = 20

interface Stretch extends CrowdWatched {
  /** How late the server's thread was, 99th percentile. */
  readonly loopMs: number
  readonly peakMb: number
  readonly filesMs: readonly number[]
}

/** A workshop with the large board, brought in as a file as a facilitator would. */
async function openLargeWorkshop(server: ServerUnderTest): Promise<{ door: Door; id: string; token: string }> {
  const { id, keys } = await server.post<CreatedWorkshop>('/api/workshops', { title: 'Bench' })
  const join = async (role: 'facilitator' | 'participant') =>
    (await server.post<Joined>(`/api/workshops/${id}/join`, { key: keys[role], name: 'Bot' })).token
  const token = await join('facilitator')
  const doc = largeBoardDoc(CARDS)
  const workshop = { title: 'Bench', departments: [], participants: [] }
  const order = orderOf(doc, { board: readBoard(doc), drawings: [], workshop, nowMs: 0 })
  const { content } = await runExport({ ...order, job: { kind: 'file', format: 'json', options: {} } })
  const answer = await fetch(`${server.url}/api/workshops/${id}/import/json?mode=replace`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: content,
  })
  if (!answer.ok) throw new Error(`import answered ${answer.status}`)
  const door: Door = {
    server,
    socketUrl: `${server.url.replace('http', 'ws')}/sync/${id}/board`,
    stateUrl: `${server.url}/api/workshops/${id}/state`,
    newToken: () => join('participant'),
  }
  return { door, id, token }
}

/** Files of one format for that long; null: none, the room is left alone. */
async function makeFiles(url: string, token: string, format: string | null): Promise<number[]> {
  const endMs = performance.now() + SECONDS * 1_000
  if (format === null) return pause(SECONDS * 1_000).then(() => [])
  const filesMs: number[] = []
  const repeat = async (name: string): Promise<void> => {
    while (performance.now() < endMs) {
      const startedMs = performance.now()
      const answer = await fetch(`${url}/export/${name}`, { headers: { authorization: `Bearer ${token}` } })
      await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`${name} answered ${answer.status}`)
      filesMs.push(performance.now() - startedMs)
    }
  }
  await Promise.all(format.split('+').map(repeat))
  return filesMs
}

/** Resets with every reading. */
async function loopDelayMs(server: ServerUnderTest): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text()
  return Number(/^journeyboard_loop_delay_ms ([\d.]+)/m.exec(text)?.[1])
}

async function measure(crowd: Crowd, door: Door, token: string, format: string | null): Promise<Stretch> {
  const { server } = door
  await loopDelayMs(server)
  let peakMb = 0
  const look = setInterval(() => (peakMb = Math.max(peakMb, server.usage().rssMb)), LOOK_MS)
  let filesMs: number[] = []
  const watched = await crowd.watch(async () => {
    filesMs = await makeFiles((door.stateUrl ?? '').replace(/\/state$/, ''), token, format)
  })
  clearInterval(look)
  return { ...watched, loopMs: await loopDelayMs(server), peakMb, filesMs }
}

/** One stretch in which the machine had other things to do does not count. */
const median = (values: readonly number[]): number => percentile(values, 0.5)
const times = (value: number, quiet: number): string => `${(value / quiet).toFixed(2)} ×`.padStart(8)

function printRow(format: string, found: Stretch, quiet: readonly Stretch[]): void {
  const [p50, p95] = [percentile(found.delaysMs, 0.5), percentile(found.delaysMs, 0.95)]
  const quietP95 = median(quiet.map((one) => one.p95Ms))
  const quietSaved = median(quiet.map((one) => one.savedP95Ms))
  const quietLoop = median(quiet.map((one) => one.loopMs))
  print(
    `${format.padEnd(13)} ${String(found.filesMs.length).padStart(5)} ${ms(percentile(found.filesMs, 0.5))}  ${ms(p50)} ${ms(p95)} ${times(p95, quietP95)}  ${ms(found.savedP95Ms)} ${times(found.savedP95Ms, quietSaved)}  ${ms(found.loopMs)} ${times(found.loopMs, quietLoop)}  ${(found.peakMb - (quiet[0]?.rssMb ?? 0)).toFixed(0).padStart(6)} MB  (seen ${(found.seenShare * 100).toFixed(0)} %, generator late ${ms(found.lateMs)} ms, ${machineLoad()})`,
  )
}

/** The middle of all formats against the middle of all quiet stretches: what stands out on a machine with other work. */
function printAll(found: readonly Stretch[], quiet: readonly Stretch[]): void {
  const ratio = (of: (one: Stretch) => number): string => times(median(found.map(of)), median(quiet.map(of))).trim()
  print(
    `while files are made: relay p95 ${ratio((one) => one.p95Ms)}, saved p95 ${ratio((one) => one.savedP95Ms)}, loop p99 ${ratio((one) => one.loopMs)} of the quiet stretches`,
  )
}

const folder = mkdtempSync(join(tmpdir(), 'journeyboard-bench-'))
try {
  const server = await startOurs(join(folder, 'data'))
  try {
    const { door, token } = await openLargeWorkshop(server)
    const crowd = await Crowd.inOneRoom(door, PEOPLE, LISTENERS)
    await crowd.act()
    const quiet: Stretch[] = [await measure(crowd, door, token, null)]
    const rows: [string, Stretch][] = []
    for (const format of FORMATS) {
      rows.push([format, await measure(crowd, door, token, format)])
      quiet.push(await measure(crowd, door, token, null))
    }
    print(`${CARDS} cards, ${PEOPLE} people; × is against the median of the quiet stretches`)
    print('format         files    ms    p50   p95 of relay   saved p95         loop p99         memory')
    quiet.forEach((one, at) => printRow(`quiet ${at + 1}`, one, quiet))
    for (const [format, found] of rows) printRow(format, found, quiet)
    printAll(
      rows.map(([, found]) => found),
      quiet,
    )
    await crowd.leave()
  } finally {
    await server.stop()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
