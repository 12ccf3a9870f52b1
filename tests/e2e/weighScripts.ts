// How much script a page loads. Limits are stated in gzip, which every browser and proxy can do; the server sends less
// to browsers that take brotli.
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'

interface ScriptWeight {
  readonly path: string
  /** As `gzip -9` makes it. */
  readonly bytes: number
}

/** From now on; what it gives back tells everything loaded so far, when nothing more is on its way. */
export function weighScripts(page: Page): () => Promise<{ bytes: number; paths: string[] }> {
  const scripts: Promise<ScriptWeight>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return
    const path = new URL(response.url()).pathname
    scripts.push(response.body().then((body) => ({ path, bytes: gzipSync(body, { level: 9 }).length })))
  })
  return async () => {
    await page.waitForLoadState('networkidle')
    const loaded = await Promise.all(scripts)
    return { bytes: loaded.reduce((sum, { bytes }) => sum + bytes, 0), paths: loaded.map(({ path }) => path) }
  }
}
