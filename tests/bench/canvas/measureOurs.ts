// The product under the benchmark: its real server, a participant in the browser, and a robot on a stock client that
// draws the board and edits it.
import type { Browser } from '@playwright/test'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { setField } from '../../../shared/journey/edit/editFields.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import type { Product } from '../../support/startProduct.ts'
import type { CpuMeter } from './CpuMeter.ts'
import { drawLargeBoard } from './largeBoard.ts'
import { type CanvasFigures, measureCanvas, SLOW_LIMIT_MS } from './measureCanvas.ts'
import { REMOTE_RATE, remoteCard, remoteTitle } from './remoteEdits.ts'

export interface Measured {
  readonly browser: Browser
  readonly cpu: CpuMeter
  /** Cards on the board. */
  readonly size: number
}

export async function measureOurs({ browser, cpu, size }: Measured, product: Product): Promise<CanvasFigures> {
  const { id, key, robot } = await makeWorkshop(product, size)
  const touchpoints = drawLargeBoard(robot.doc, size)
  await whenSent(robot)
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  page.setDefaultTimeout(SLOW_LIMIT_MS)
  await page.goto(`${product.origin}/w/${id}#${key}`)
  await page.getByLabel('Your name').fill('Anna')
  await page.getByRole('button', { name: 'Join the workshop' }).click()
  await page.locator('.tl-canvas').waitFor()
  const figures = await measureCanvas(
    {
      page,
      cpu,
      cardSelector: '.tl-shape[data-shape-type="card"]',
      open: async () => void (await page.reload({ waitUntil: 'commit' })),
      startRemoteEdits: () => Promise.resolve(renameSteadily(robot.doc, touchpoints)),
    },
    size,
  )
  await context.close()
  robot.destroy()
  // Its presence keeps a timer.
  robot.doc.destroy()
  return figures
}

async function makeWorkshop(product: Product, size: number) {
  const workshop = await postJson(`${product.origin}/api/workshops`, { title: `Benchmark ${size}`, template: 'blank' })
  const { id, keys } = workshop as { id: string; keys: { facilitator: string } }
  const key = keys.facilitator
  const joined = await postJson(`${product.origin}/api/workshops/${id}/join`, { key, name: 'Robot' })
  const { token } = joined as { token: string }
  const robot = new WebsocketProvider(`${product.origin.replace('http', 'ws')}/sync/${id}`, 'board', new Y.Doc(), {
    protocols: ['journeyboard', `token.${token}`],
    disableBc: true,
  })
  await new Promise<void>((resolve) => {
    robot.once('sync', () => resolve())
  })
  return { id, key, robot }
}

/** Until everything has left the socket: the page is to find the whole board. */
async function whenSent(robot: WebsocketProvider): Promise<void> {
  while ((robot.ws?.bufferedAmount ?? 0) > 0) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** Renames cards as a participant of its own. */
function renameSteadily(doc: Y.Doc, cards: readonly CardId[]): () => Promise<string> {
  const startedAtMs = performance.now()
  let done = 0
  const timer = setInterval(() => {
    // Timers come late on a busy machine; what is due is made up for, so that the rate holds.
    for (; done < ((performance.now() - startedAtMs) * REMOTE_RATE) / 1_000; done++) {
      const id = cards[remoteCard(done, cards.length)]
      if (id) setField({ doc, origin: 'robot' }, 'cards', id, 'title', remoteTitle(done))
    }
  }, 1_000 / REMOTE_RATE)
  return () => {
    clearInterval(timer)
    return Promise.resolve(remoteTitle(done - 1))
  }
}

async function postJson(url: string, body: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`)
  return response.json()
}
