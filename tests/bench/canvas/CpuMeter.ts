// Processor time that Chromium's drawing processes have used, whoever else the machine works for meanwhile. One page at a
// time: it cannot tell pages apart.
import type { Browser, CDPSession, Page } from '@playwright/test'

/** Scripts, layout and painting are the renderers'; putting the picture together is the GPU process's, without a GPU too. */
const drawing: ReadonlySet<string> = new Set(['renderer', 'GPU'])

export class CpuMeter {
  readonly #browser: CDPSession

  private constructor(browser: CDPSession) {
    this.#browser = browser
  }

  static async of(browser: Browser): Promise<CpuMeter> {
    return new CpuMeter(await browser.newBrowserCDPSession())
  }

  /** Used so far, ms. */
  async readMs(): Promise<number> {
    const { processInfo } = await this.#browser.send('SystemInfo.getProcessInfo')
    const used = processInfo.filter(({ type }) => drawing.has(type))
    return used.reduce((sum, { cpuTime }) => sum + cpuTime, 0) * 1_000
  }

  /** JavaScript heap after a collection, and nodes of the document. */
  async readMemory(page: Page): Promise<{ heapMb: number; nodes: number }> {
    const session = await page.context().newCDPSession(page)
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    await session.detach()
    const nodes = await page.evaluate(() => document.getElementsByTagName('*').length)
    return { heapMb: usedSize / 1024 / 1024, nodes }
  }
}
