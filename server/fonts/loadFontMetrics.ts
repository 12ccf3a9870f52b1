// Widths of the shipped font's characters, for laying maps out on the server.
import { createFontMetrics, type FontMetrics, type FontMetricsData } from '../../shared/layout/FontMetrics.ts'
import { startProgram } from '../ops/startProgram.ts'

/** Five fonts unpacked are some 50 MB. */
const MAX_HEAP_MB = 512

/** Takes about a second; keep the result. Rejects if the font package is not installed. */
export async function loadFontMetrics(): Promise<FontMetrics> {
  return createFontMetrics(await loadFontMetricsData())
}

/** As it can be handed to another process. */
export function loadFontMetricsData(): Promise<FontMetricsData> {
  const program = startProgram(new URL('./fontMetricsMain.ts', import.meta.url), { maxHeapMb: MAX_HEAP_MB })
  return new Promise<FontMetricsData>((resolve, reject) => {
    program.once('message', (data: FontMetricsData) => resolve(data))
    program.on('error', reject)
    // After the message this changes nothing: the promise is settled.
    program.once('exit', (code, endedBy) =>
      reject(new Error(`Reading the fonts ended with ${endedBy ?? code} and no widths`)),
    )
  }).finally(() => program.kill('SIGKILL'))
}
