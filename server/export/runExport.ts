// One file, made in a thread of its own: what a room costs while a file is made is the copy of its encoded board. Who
// may have a thread, and when, is ExportQueue's.
import { Worker } from 'node:worker_threads'
import type { FormatName } from '../../shared/export/catalog.ts'
import type { ExportOptions } from '../../shared/export/exportOptions.ts'
import type { ExportInput, ExportPicture, RenderedFile } from '../../shared/export/formats.ts'
import type { FontMetricsData } from '../../shared/layout/FontMetrics.ts'
import { loadFontMetricsData } from '../fonts/loadFontMetrics.ts'
import { isDrawn } from './renderers.ts'
import type { PictureWish } from './pictureWish.ts'

/** What is made: a file people asked for, or what the recap page shows. */
export type ExportJob =
  | { readonly kind: 'file'; readonly format: FormatName; readonly options: ExportOptions }
  | { readonly kind: 'recap' }

/** Everything but the board, which goes as it is stored, and the pictures, which are read if they are needed. */
interface WorkshopFacts extends Omit<ExportInput, 'board' | 'drawings' | 'pictures' | 'seal'> {
  readonly job: ExportJob
  /** Closes whose the feelings are in the lossless file; left out or '': they are nobody's. */
  readonly sealKey?: string
  /** Yjs updates, to be applied in this order. */
  readonly board: readonly Uint8Array[]
}
export interface ExportOrder extends WorkshopFacts {
  /** Left out: there are none. */
  readonly loadPictures?: (wish: PictureWish) => Promise<readonly ExportPicture[]>
}

export interface WorkerOrder extends WorkshopFacts {
  readonly metrics: FontMetricsData | null
  /** For pictures; null: none is drawn. */
  readonly resvg: WebAssembly.Module | null
}
/** What the thread says: first maybe that it needs pictures, which it is sent then, and last the file or that nothing of the selection is there. */
export type WorkerMessage =
  | { readonly type: 'pictures'; readonly wish: PictureWish }
  | { readonly type: 'file'; readonly file: ExportedFile }
  | { readonly type: 'empty' }

export interface ExportedFile extends RenderedFile {
  readonly content: Uint8Array<ArrayBuffer>
  /** To be saved under: the workshop's title and the day. */
  readonly name: string
}

/** The largest board takes a few seconds; after this long something is wrong. */
const MAX_MS = 60_000
/** Objects of one thread, MB; without a limit one huge board could take the server down with it. */
const MAX_HEAP_MB = 1_024
/** Of these for what lives a moment: with the usual 48 a third of the time goes into tidying up. */
const YOUNG_HEAP_MB = 96

/** `busy`: too many wait already; `gone`: nobody wants it any more; `empty`: nothing of the selection is there; `failed`: it cannot be made. */
export type ExportFault = 'busy' | 'gone' | 'empty' | 'failed'

export class ExportError extends Error {
  override readonly name = 'ExportError'
  readonly code: ExportFault
  constructor(code: ExportFault, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Never change while the server runs; made when the first drawing is asked for, again if that failed. */
const fontMetrics = keep(loadFontMetricsData)
const resvg = keep(async () => (await import('./renderPng.ts')).compileResvg())

function keep<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let kept: Promise<Value> | null = null
  return () => {
    kept ??= load().catch((error: unknown) => {
      kept = null
      throw error
    })
    return kept
  }
}

/** Rejects with an ExportError: `failed` if the file could not be made, `empty` if nothing of the selection is there, `gone` after the signal; the thread is ended then. */
export async function runExport(order: ExportOrder, signal?: AbortSignal): Promise<ExportedFile> {
  const { loadPictures, ...facts } = order
  const { job } = facts
  const metrics = job.kind === 'recap' || isDrawn(job.format) ? await fontMetrics() : null
  const drawing = job.kind === 'file' && job.format === 'png' ? await resvg() : null
  return runWorker({ ...facts, metrics, resvg: drawing }, loadPictures ?? (() => Promise.resolve([])), signal)
}

function runWorker(
  order: WorkerOrder,
  loadPictures: NonNullable<ExportOrder['loadPictures']>,
  signal?: AbortSignal,
): Promise<ExportedFile> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(new ExportError('gone', 'Nobody wants this file any more'))
    const worker = new Worker(new URL('./exportWorker.ts', import.meta.url), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB, maxYoungGenerationSizeMb: YOUNG_HEAP_MB },
    })
    const give = (code: ExportFault, message: string, cause?: unknown): void => {
      reject(new ExportError(code, message, { cause }))
      void worker.terminate()
    }
    const timer = setTimeout(() => give('failed', `The file was not ready after ${MAX_MS} ms`), MAX_MS)
    const leave = (): void => give('gone', 'Nobody wants this file any more')
    signal?.addEventListener('abort', leave, { once: true })
    worker.on('message', (message: WorkerMessage) => {
      if (message.type === 'file') return resolve(message.file)
      if (message.type === 'empty') return give('empty', 'Nothing of the selection is on the board any more')
      return loadPictures(message.wish).then(
        (pictures) => worker.postMessage(pictures),
        (error: unknown) => give('failed', 'The pictures could not be read', error),
      )
    })
    worker.once('error', (error) => give('failed', 'The file could not be made', error))
    worker.once('exit', (code) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', leave)
      // After the file this changes nothing: the promise is settled.
      reject(new ExportError('failed', `The export thread ended with ${code} and no file`))
    })
  })
}
