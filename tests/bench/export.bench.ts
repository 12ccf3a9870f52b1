// How long each format takes for a board of 5,000 cards, what memory it needs meanwhile, and how late the ticks of the
// rooms get. The aim: under 2 s and 300 MB, and a tick (50 ms) that nobody notices. Prints numbers; asserts nothing,
// because a shared machine's clock proves nothing. FORMATS=png,pdf RUNS=5 measure those. What a room at work notices of it
// is measured by exportRoom.bench.ts.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import * as Y from 'yjs'
import { type ExportOrder, runExport } from '../../server/export/runExport.ts'
import { type FormatName, formatNames, isFormatName } from '../../shared/export/catalog.ts'
import { largeBoardDoc } from '../support/largeBoard.ts'
import { roundResult } from '../support/roundResult.ts'

const CARDS = 5_000
const RUNS = Number(process.env['RUNS'] ?? 3)
const FORMATS = process.env['FORMATS']?.split(',').filter(isFormatName) ?? formatNames
const MB = 1024 * 1024

const board = [Y.encodeStateAsUpdate(largeBoardDoc(CARDS))]
const candidates = Array.from({ length: 200 }, (_, at) => ({ cardId: `card${at * 8 + 1}` }))
const facts: Omit<ExportOrder, 'job'> = {
  board,
  workshop: { title: 'A large board', departments: ['Sales', 'Support'], participants: [] },
  rounds: [
    roundResult({
      cards: candidates,
      ballots: Array.from({ length: 60 }, (_, at) => ({ dots: { [`card${(at % 40) * 8 + 1}`]: 2 } })),
    }),
  ],
  nowMs: 0,
}

interface Measured {
  readonly ms: number
  readonly cpuMs: number
  readonly mb: number
  /** The longest the loop of this thread, where rooms would tick, was held up. */
  readonly lateMs: number
  readonly bytes: number
}

async function measure(format: FormatName): Promise<Measured> {
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 10)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const cpu = process.cpuUsage()
  const start = performance.now()
  const { content } = await runExport({ ...facts, job: { kind: 'file', format, options: {} } })
  const ms = performance.now() - start
  const { user, system } = process.cpuUsage(cpu)
  delay.disable()
  clearInterval(watch)
  return {
    ms,
    cpuMs: (user + system) / 1_000,
    mb: (most - before) / MB,
    lateMs: delay.max / 1e6,
    bytes: content.length,
  }
}

const best = (all: readonly Measured[], of: (one: Measured) => number): number => Math.min(...all.map(of))
const worst = (all: readonly Measured[], of: (one: Measured) => number): number => Math.max(...all.map(of))
const cell = (value: number): string => value.toFixed(0).padStart(8)

console.log(`${CARDS} cards, ${RUNS} runs each: best time, worst memory and delay`)
console.log('format             ms   CPU ms      MB  late ms       kB')
// The first one also reads the widths of the font, once in the life of a server.
await measure('svg')
for (const format of FORMATS) {
  const all: Measured[] = []
  for (let run = 0; run < RUNS; run++) all.push(await measure(format))
  const numbers = [
    best(all, ({ ms }) => ms),
    best(all, ({ cpuMs }) => cpuMs),
    worst(all, ({ mb }) => mb),
    worst(all, ({ lateMs }) => lateMs),
    (all[0]?.bytes ?? 0) / 1_024,
  ]
  console.log(format.padEnd(13) + numbers.map(cell).join(' '))
}
