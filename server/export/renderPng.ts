// SVG → PNG without a browser. Draws with the shipped font only; characters it lacks (CJK, Arabic, emoji …) stay
// empty in the picture, while SVG and PDF viewers draw them with the reader's own fonts.
import { Worker } from 'node:worker_threads'
import type { PngOrder } from './pngWorker.ts'

/** Four bytes each while drawing: 80 MB at most, twice that while the file is made. A map of 24 stages is 18 million at its own size. */
export const MAX_PIXELS = 20_000_000
/** A map at the limit takes a few seconds; after this long something is wrong. */
const MAX_DRAWING_MS = 60_000

export class PngError extends Error {
  override readonly name = 'PngError'
}

export interface PngOptions {
  /** Pixels for each px of the drawing; lowered where the picture would pass `MAX_PIXELS`. */
  readonly scale?: number
}

/** The picture of an SVG made by `renderSvg`. Rejects with `PngError` if it cannot be drawn. */
export function renderPng(svg: string, { scale = 2 }: PngOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  const fitted = fitScale(svg, scale)
  const order: PngOrder = { svg: legible(svg, fitted), scale: fitted }
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./pngWorker.ts', import.meta.url), { workerData: order })
    const timer = setTimeout(() => {
      reject(new PngError(`The picture was not ready after ${MAX_DRAWING_MS} ms`))
      void worker.terminate()
    }, MAX_DRAWING_MS)
    worker.once('message', (png: Uint8Array<ArrayBuffer>) => resolve(png))
    // resvg throws plain strings for drawings it cannot read.
    worker.once('error', (error) => reject(new PngError('The picture could not be drawn', { cause: error })))
    worker.once('exit', (code) => {
      clearTimeout(timer)
      // After a picture this changes nothing: the promise is settled.
      reject(new PngError(`The drawing thread ended with ${code} and no picture`))
    })
  })
}

/** The largest scale up to the wanted one that keeps the picture within the limit. */
export function fitScale(svg: string, scale: number): number {
  const [, width = '1', height = '1'] = /<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
  const pixels = Number(width) * Number(height)
  return Math.min(scale, Math.sqrt(MAX_PIXELS / Math.max(1, pixels)))
}

/** Pixels below which letters are a grey line: not drawn, as they are most of the work. */
const LEAST_LETTERS = 3

/** The drawing without words that nobody could read at that scale. */
function legible(svg: string, scale: number): string {
  return svg.replaceAll(/<text [^>]*font-size="([\d.]+)"[^>]*>[^<]*<\/text>/g, (whole, size: string) =>
    Number(size) * scale < LEAST_LETTERS ? '' : whole,
  )
}
