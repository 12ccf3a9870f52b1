// The yardstick under the benchmark: a page with tldraw as it comes.
import { type CanvasFigures, measureCanvas, SLOW_LIMIT_MS } from './measureCanvas.ts'
import type { Measured } from './measureOurs.ts'
import type { PlainTldraw } from './servePlainTldraw.ts'
import { REMOTE_RATE } from './remoteEdits.ts'

export async function measurePlain({ browser, cpu, size }: Measured, plain: PlainTldraw): Promise<CanvasFigures> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  await context.addInitScript((cards) => {
    window.plainCards = cards
  }, plain.cards)
  const page = await context.newPage()
  page.setDefaultTimeout(SLOW_LIMIT_MS)
  // Once before it counts, as ours: scripts are compiled and files are in the browser's cache.
  await page.goto(plain.url)
  await page.locator('.tl-canvas').waitFor()
  const figures = await measureCanvas(
    {
      page,
      cpu,
      cardSelector: '.tl-shape[data-shape-type="geo"]',
      open: async () => void (await page.reload({ waitUntil: 'commit' })),
      startRemoteEdits: async () => {
        const robot = await page.evaluateHandle((rate) => window.renameSteadily?.(rate), REMOTE_RATE)
        return () => robot.evaluate((stop) => stop?.() ?? '')
      },
    },
    size,
  )
  await context.close()
  return figures
}
