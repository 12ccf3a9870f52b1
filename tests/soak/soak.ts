// A long day in one room: 40 robots that write, reload, sleep and lose the network, on a real server. Prints memory and
// latency over time; at the end all of them, and a newcomer, must have the same board. Minutes as argument.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CreatedWorkshop } from '../../shared/protocol/api.ts'
import type { Joined } from '../../shared/protocol/entry.ts'
import { machineLoad, ms, pause, percentile, print } from '../bench/room/report.ts'
import { ServerUnderTest } from '../bench/room/ServerUnderTest.ts'
import { Random } from '../support/Random.ts'
import { Robot } from './Robot.ts'

const ROBOTS = 40
const ACT_MS = 1_000
const MOOD_MS = 15_000
const SLEEP_MS = 20_000
const FRESH_MS = 5_000
const END_MS = 60_000

const minutes = Number(process.argv[2] ?? 10)
/** Twenty lines for a short run, one a minute for a long one. */
const reportMs = Math.min(60_000, (minutes * 60_000) / 20)
const folder = mkdtempSync(join(tmpdir(), 'journeyboard-soak-'))
const random = new Random(Number(process.env['SEED'] ?? 1))
const sentMs = new Map<string, number>()
let delaysMs: number[] = []
let marks = 0

const server = await ServerUnderTest.start(
  'journeyboard',
  [fileURLToPath(new URL('../../server/main.ts', import.meta.url))],
  { HOST: '127.0.0.1', PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'error' },
)
const timers: NodeJS.Timeout[] = []
let robots: Robot[] = []
let isEqual = false
try {
  robots = await invite()
  for (const robot of robots) keepBusy(robot)
  await report(minutes * 60_000)
  for (const timer of timers) clearTimeout(timer)
  isEqual = await endsEqual()
} finally {
  for (const robot of robots) robot.leave()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = isEqual ? 0 : 1

async function invite(): Promise<Robot[]> {
  const { id, keys } = await server.post<CreatedWorkshop>('/api/workshops', { title: 'Soak' })
  const url = `${server.url.replace('http', 'ws')}/sync/${id}`
  const names = Array.from({ length: ROBOTS }, (_, at) => `robot${at}`)
  return Promise.all(
    names.map(async (name) => {
      const { token } = await server.post<Joined>(`/api/workshops/${id}/join`, { key: keys.participant, name })
      return new Robot(name, { url, token }, random, heard)
    }),
  )
}

function heard(mark: string): void {
  const atMs = sentMs.get(mark)
  // A newcomer reads old ones: only the fresh ones say how long the way is.
  if (atMs !== undefined) delaysMs.push(performance.now() - atMs)
}

function keepBusy(robot: Robot): void {
  let asleep = false
  timers.push(
    setInterval(() => {
      if (asleep) return
      const mark = `~m${String(marks++).padStart(9, '0')}`
      if (robot.act(mark)) {
        sentMs.set(mark, performance.now())
        timers.push(setTimeout(() => sentMs.delete(mark), FRESH_MS))
      }
    }, ACT_MS),
    setInterval(
      () => {
        if (asleep) return
        const dice = random.below(12)
        if (dice === 0) robot.reload()
        else if (dice === 1) robot.cut()
        else if (dice === 2) {
          robot.sleep()
          asleep = true
          // Kept with the others: woken up after it had left it would come back for ever.
          timers.push(
            setTimeout(() => {
              robot.wake()
              asleep = false
            }, SLEEP_MS),
          )
        }
      },
      MOOD_MS + random.below(1_000),
    ),
  )
}

async function report(durationMs: number): Promise<void> {
  const startedMs = performance.now()
  let before = server.usage()
  print('minute  online  p50     p95     p99       server: memory  cpu        so far')
  while (performance.now() - startedMs < durationMs) {
    await pause(Math.min(reportMs, Math.max(1, durationMs - (performance.now() - startedMs))))
    const after = server.usage()
    const online = robots.filter((robot) => robot.isConnected).length
    const sum = (count: (robot: Robot) => number): number => robots.reduce((total, robot) => total + count(robot), 0)
    print(
      `${((performance.now() - startedMs) / 60_000).toFixed(1).padStart(6)}  ${String(online).padStart(6)}  ${[0.5, 0.95, 0.99].map((share) => ms(percentile(delaysMs, share))).join('   ')} ms  ${after.rssMb.toFixed(0).padStart(10)} MB  ${(after.cpuS - before.cpuS).toFixed(1).padStart(5)} s  ${marks} edits, ${sum((robot) => robot.reloads)} reloads, ${sum((robot) => robot.sleeps)} sleeps, ${sum((robot) => robot.cuts)} cuts (${machineLoad()})`,
    )
    before = after
    delaysMs = []
  }
}

/** Everybody awake and quiet: the same cards for all, also for somebody who loads the page now. */
async function endsEqual(): Promise<boolean> {
  for (const robot of robots) robot.wake()
  robots[0]?.reload()
  const startedMs = performance.now()
  const cardsOf = ({ doc }: Robot): string => JSON.stringify(sorted(doc.getMap('cards').toJSON()))
  while (performance.now() - startedMs < END_MS) {
    await pause(1_000)
    if (!robots.every((robot) => robot.isConnected)) continue
    const [first, ...others] = robots.map(cardsOf)
    if (others.every((cards) => cards === first)) {
      print(`all ${ROBOTS} have the same board (${first?.length} characters)`)
      return true
    }
  }
  const connected = robots.filter((robot) => robot.isConnected).length
  print(`not the same board for all: ${connected} connected, ${new Set(robots.map(cardsOf)).size} different boards`)
  return false
}

function sorted(record: Record<string, unknown>): [string, unknown][] {
  return Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1))
}
