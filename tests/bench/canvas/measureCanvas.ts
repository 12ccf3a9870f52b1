// What a person feels on a canvas, measured with real mouse input: gaps between animation frames while panning,
// zooming and dragging, and while others edit. The same steps run on the product and on plain tldraw.
import type { Page } from '@playwright/test'
import type { CpuMeter } from './CpuMeter.ts'
import { dragCards, pan, selectCards, viewAll, viewAt, zoom } from './gestures.ts'

/** One thing a person does. */
export interface Effort {
  /** 95th percentile of the gap between frames, ms. Other programs on the machine show here. */
  readonly frameMs: number
  /** Processor time of the browser for a frame of it, ms: the steadier figure of the two. */
  readonly cpuMs: number
}

export const steps = ['pan', 'panFar', 'zoom', 'zoomFar', 'dragOne', 'dragMany', 'remote', 'remoteFar'] as const
export type Step = (typeof steps)[number]

export interface CanvasFigures {
  /** From navigation to the last card on the page, as if it were one frame. */
  readonly visible: Effort
  readonly efforts: Readonly<Record<Step, Effort>>
  /** After all cards are there and the rubbish is collected. */
  readonly heapMb: number
  readonly nodes: number
}

export interface CanvasUnderTest {
  readonly page: Page
  readonly cpu: CpuMeter
  /** CSS selector of a card's element. */
  readonly cardSelector: string
  /** Navigates anew; resolves at once, cards come later. */
  open(): Promise<void>
  /** Starts 100 edits a second by somebody else; returns the way to stop, which tells the words of the last edit. */
  startRemoteEdits(): Promise<() => Promise<string>>
}

const REMOTE_MS = 2_500
/** A busy machine may take long, and is measured all the same. */
export const SLOW_LIMIT_MS = 120_000
/** Cards dragged at once. */
const MANY = 50

export async function measureCanvas(canvas: CanvasUnderTest, cards: number): Promise<CanvasFigures> {
  const { page, cardSelector } = canvas
  const visible = await timeToAllVisible(canvas, cards)
  await settle(page)
  const { heapMb, nodes } = await canvas.cpu.readMemory(page)
  await page.mouse.move(640, 400)

  const effort = (action: () => Promise<void>) => effortOf(canvas, action)
  const remote = async (): Promise<Effort> => {
    const stop = await canvas.startRemoteEdits()
    const measured = await effort(() => settle(page, REMOTE_MS))
    const last = await stop()
    // Whatever did not arrive would have cost nothing.
    await page.waitForFunction(
      ([selector, words]) => [...document.querySelectorAll(selector)].some((card) => card.textContent?.includes(words)),
      [cardSelector, last] as const,
    )
    return measured
  }
  await viewAll(page)
  await settle(page)
  const panFar = await effort(() => pan(page))
  const zoomFar = await effort(() => zoom(page))
  const remoteFar = await remote()
  await viewAt(page, 1)
  await settle(page)
  const panned = await effort(() => pan(page))
  const zoomed = await effort(() => zoom(page))
  await viewAt(page, 1)
  await settle(page)
  const dragOne = await effort(() => dragCards(page, cardSelector, 1))
  await leave(page)
  const remoteNear = await remote()
  await viewAt(page, 0.5)
  await settle(page)
  await selectCards(page, cardSelector, MANY)
  await settle(page)
  const dragMany = await effort(() => dragCards(page, cardSelector, MANY))
  await leave(page)
  return {
    visible,
    heapMb,
    nodes,
    efforts: { pan: panned, panFar, zoom: zoomed, zoomFar, dragOne, dragMany, remote: remoteNear, remoteFar },
  }
}

async function timeToAllVisible(canvas: CanvasUnderTest, cards: number): Promise<Effort> {
  const { page, cpu, cardSelector } = canvas
  const cpuBefore = await cpu.readMs()
  const startedAtMs = performance.now()
  await canvas.open()
  await page.waitForFunction(
    ([selector, count]) => document.querySelectorAll(selector).length >= count,
    [cardSelector, cards] as const,
    { timeout: SLOW_LIMIT_MS, polling: 'raf' },
  )
  return { frameMs: performance.now() - startedAtMs, cpuMs: (await cpu.readMs()) - cpuBefore }
}

/** Out of whatever is selected or being done. */
async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await settle(page, 200)
}

/** Runs frames for a while; benchmarks may wait, tests may not. */
async function settle(page: Page, ms = 400): Promise<void> {
  await page.evaluate(
    (ms) =>
      new Promise<void>((resolve) => {
        const endMs = performance.now() + ms
        const next = (): void => {
          if (performance.now() < endMs) requestAnimationFrame(next)
          else resolve()
        }
        next()
      }),
    ms,
  )
}

async function effortOf({ page, cpu }: CanvasUnderTest, action: () => Promise<void>): Promise<Effort> {
  const recording = await page.evaluateHandle(() => {
    const gaps: number[] = []
    let last = performance.now()
    let running = true
    const next = (): void => {
      const now = performance.now()
      gaps.push(now - last)
      last = now
      if (running) requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
    return {
      stop() {
        running = false
        return gaps
      },
    }
  })
  const cpuBefore = await cpu.readMs()
  await action()
  const cpuMs = (await cpu.readMs()) - cpuBefore
  const gaps = await recording.evaluate((handle) => handle.stop())
  const sorted = gaps.toSorted((a, b) => a - b)
  return { frameMs: sorted[Math.floor(sorted.length * 0.95)] ?? 0, cpuMs: cpuMs / gaps.length }
}
