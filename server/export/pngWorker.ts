// One picture, drawn in a thread of its own: a large map takes a second or two, and no room waits for it. The thread
// and its memory (four bytes for each pixel) are gone afterwards.
import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { fontStyles } from '../../shared/layout/FontMetrics.ts'
import { loadFontFile } from '../fonts/loadFontFile.ts'

export interface PngOrder {
  readonly svg: string
  readonly scale: number
}

const port = parentPort
if (!port) throw new Error('pngWorker.ts runs as a worker thread only')

const { svg, scale } = workerData as PngOrder
await initWasm(await readFile(new URL(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))))
const fontBuffers = await Promise.all(fontStyles.map((style) => loadFontFile(style)))
const drawing = new Resvg(svg, {
  font: { fontBuffers, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' },
  fitTo: { mode: 'zoom', value: scale },
})
const png = drawing.render().asPng()
port.postMessage(png, [png.buffer as ArrayBuffer])
