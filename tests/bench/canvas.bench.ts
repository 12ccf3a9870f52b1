// Journeyboard's canvas beside plain tldraw 3.15.6 with the same number of shapes at the same places, in one run, in
// headless Chromium with real input. Ours and the yardstick take turns, so that whatever else the machine does meets
// both; printed are medians and their ratios. `BENCH_SIZES=300 BENCH_RUNS=1` makes it short.
import { cpus, loadavg } from 'node:os'
import { chromium } from '@playwright/test'
import { findBrowser } from '../support/findBrowser.mjs'
import { startProduct } from '../support/startProduct.ts'
import { CpuMeter } from './canvas/CpuMeter.ts'
import { type CanvasFigures, type Effort, type Step, steps } from './canvas/measureCanvas.ts'
import { measureOurs } from './canvas/measureOurs.ts'
import { measurePlain } from './canvas/measurePlain.ts'
import { servePlainTldraw } from './canvas/servePlainTldraw.ts'

const sizes = (process.env['BENCH_SIZES'] ?? '300,1000,3000').split(',').map(Number)
const runs = Number(process.env['BENCH_RUNS'] ?? '3')
const labels: Readonly<Record<Step, string>> = {
  pan: 'pan at 100 %',
  panFar: 'pan, all cards in view',
  zoom: 'zoom 100 % to 35 % and back',
  zoomFar: 'zoom, all cards in view',
  dragOne: 'drag 1 card at 100 %',
  dragMany: 'drag 50 cards at 50 %',
  remote: '100 remote edits/s at 100 %',
  remoteFar: '100 remote edits/s, all in view',
}

type Both = Record<'ours' | 'plain', CanvasFigures[]>

const found = await findBrowser()
if (!found) throw new Error('No Chromium was found.')
const browser = await chromium.launch({
  executablePath: found.path,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
})
const product = await startProduct()
try {
  const cpu = await CpuMeter.of(browser)
  for (const size of sizes) {
    const plain = await servePlainTldraw(size)
    const both: Both = { ours: [], plain: [] }
    for (let run = 0; run < runs; run++) {
      // Each is the first every other time: what is first finds the machine colder.
      for (const which of run % 2 === 0 ? (['ours', 'plain'] as const) : (['plain', 'ours'] as const)) {
        const on = { browser, cpu, size }
        both[which].push(which === 'ours' ? await measureOurs(on, product) : await measurePlain(on, plain))
      }
    }
    await plain.stop()
    printTable(size, both)
  }
} finally {
  await browser.close()
  await product.stop()
}

function printTable(size: number, both: Both): void {
  const load = loadavg()[0] ?? 0
  console.log(`\n${size} cards, median of ${runs} (load ${load.toFixed(1)} on ${cpus().length} processors)`)
  console.log(`${' '.repeat(33)}p95 frame, ms            processor time per frame, ms`)
  console.log(`${' '.repeat(33)}ours    plain   ratio    ours    plain   ratio`)
  printEffort('from navigation to all cards', both, (figures) => figures.visible)
  for (const step of steps) printEffort(labels[step], both, (figures) => figures.efforts[step])
  printRow(
    'heap, MB',
    compare(both, (figures) => figures.heapMb),
  )
  printRow(
    'elements',
    compare(both, (figures) => figures.nodes),
  )
}

function printEffort(label: string, both: Both, of: (figures: CanvasFigures) => Effort): void {
  const frames = compare(both, (figures) => of(figures).frameMs)
  printRow(label, `${frames}  ${compare(both, (figures) => of(figures).cpuMs)}`)
}

function printRow(label: string, columns: string): void {
  console.log(`${label.padEnd(31)}${columns}`)
}

function compare(both: Both, of: (figures: CanvasFigures) => number): string {
  const [ours, plain] = [median(both.ours.map(of)), median(both.plain.map(of))]
  const digits = Math.max(ours, plain) < 100 ? 1 : 0
  return `${ours.toFixed(digits).padStart(6)} ${plain.toFixed(digits).padStart(8)} ${(ours / plain).toFixed(2).padStart(7)}`
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2
}
