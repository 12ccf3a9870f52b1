// How long each format takes for a board of 5,000 cards, what memory it needs meanwhile, and how late the ticks of the
// rooms get. The aim: under 2 s and 300 MB, and a tick (50 ms) that nobody notices. Prints numbers; asserts nothing,
// because a shared machine's clock proves nothing. FORMATS=png,pdf RUNS=5 measure those. What a room at work notices of it
// is measured by exportRoom.bench.ts.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import * as Y from 'yjs'
import type { ExportOrder } from '../../server/export/ExportOrder.ts'
import { ExportPrograms } from '../../server/export/ExportPrograms.ts'
import { type FormatName, formatNames, isFormatName } from '../../shared/export/catalog.ts'
import { largeBoardDoc } from '../support/largeBoard.ts'
import { roundResult } from '../support/roundResult.ts'
import { treeUsage } from './treeUsage.ts'

const CARDS = 5_000
const RUNS = Number(process.env['RUNS'] ?? 3)
const FORMATS = process.env['FORMATS']?.split(',').filter(isFormatName) ?? formatNames
/** Between two looks at the memory, ms. */
const LOOK_MS = 100

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

async function measure(format: FormatName, programs: ExportPrograms): Promise<Measured> {
  globalThis.gc?.()
  const before = treeUsage(process.pid)
  let most = before.rssMb
  const watch = setInterval(() => (most = Math.max(most, treeUsage(process.pid).rssMb)), LOOK_MS)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const start = performance.now()
  const { content } = await programs.make({ ...facts, job: { kind: 'file', format, options: {} } })
  const ms = performance.now() - start
  delay.disable()
  clearInterval(watch)
  return {
    ms,
    cpuMs: (treeUsage(process.pid).cpuS - before.cpuS) * 1_000,
    mb: most - before.rssMb,
    lateMs: delay.max / 1e6,
    bytes: content.length,
  }
}

const best = (all: readonly Measured[], of: (one: Measured) => number): number => Math.min(...all.map(of))
const worst = (all: readonly Measured[], of: (one: Measured) => number): number => Math.max(...all.map(of))
const cell = (value: number): string => value.toFixed(0).padStart(8)

console.log(`${CARDS} cards, ${RUNS} files each by one program, started for the first: worst memory and delay`)
console.log('format         first ms  best ms   CPU ms   MB in all  late ms       kB')
// The first one also reads the widths of the font, once in the life of a server.
const warmed = new ExportPrograms()
await measure('svg', warmed)
warmed.stop()
for (const format of FORMATS) {
  const all: Measured[] = []
  const programs = new ExportPrograms()
  for (let run = 0; run < RUNS; run++) all.push(await measure(format, programs))
  programs.stop()
  const numbers = [
    all[0]?.ms ?? 0,
    best(all, ({ ms }) => ms),
    best(all, ({ cpuMs }) => cpuMs),
    // What the first adds is the program and its file; the others find the program there.
    worst(all, ({ mb }) => mb),
    worst(all, ({ lateMs }) => lateMs),
    (all[0]?.bytes ?? 0) / 1_024,
  ]
  console.log(format.padEnd(13) + numbers.map(cell).join(' '))
}
