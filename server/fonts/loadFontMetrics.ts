// Widths of the shipped font's characters, for laying maps out on the server.
import { Worker } from 'node:worker_threads'
import { createFontMetrics, type FontMetrics, type FontMetricsData } from '../../shared/layout/FontMetrics.ts'

/** Takes about a second; keep the result. Rejects if the font package is not installed. */
export async function loadFontMetrics(): Promise<FontMetrics> {
  return createFontMetrics(await loadFontMetricsData())
}

/** As it can be handed to another thread. */
export function loadFontMetricsData(): Promise<FontMetricsData> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./fontMetricsWorker.ts', import.meta.url))
    worker.once('message', (data: FontMetricsData) => resolve(data))
    worker.once('error', reject)
    // After the message this changes nothing: the promise is settled.
    worker.once('exit', (code) => reject(new Error(`Reading the fonts ended with ${code} and no widths`)))
  })
}
