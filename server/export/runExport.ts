// Files are made in worker threads, a few at a time: what a room costs while a file is made is the copy of its encoded
// board.
import { Worker } from 'node:worker_threads'
import type { FormatName } from '../../shared/export/catalog.ts'
import type { ExportOptions } from '../../shared/export/exportOptions.ts'
import type { ExportInput, RenderedFile } from '../../shared/export/formats.ts'
import type { FontMetricsData } from '../../shared/layout/FontMetrics.ts'
import { loadFontMetricsData } from '../fonts/loadFontMetrics.ts'
import { isDrawn } from './renderers.ts'

/** What is made: a file people asked for, or what the recap page shows. */
export type ExportJob =
  | { readonly kind: 'file'; readonly format: FormatName; readonly options: ExportOptions }
  | { readonly kind: 'recap' }

/** Everything but the board, which goes as it is stored. */
export interface ExportOrder extends Omit<ExportInput, 'board' | 'drawings'> {
  readonly job: ExportJob
  /** Yjs updates, to be applied in this order. */
  readonly board: readonly Uint8Array[]
}

export interface WorkerOrder extends ExportOrder {
  readonly metrics: FontMetricsData | null
}
export type WorkerAnswer = RenderedFile

/** At once; each may take its memory limit. More would only wait for the same cores. */
const MAX_AT_ONCE = 2
/** Waiting; whoever asks then is told to try again. A room of a thousand ends its workshop within a minute or so. */
const MAX_WAITING = 200
/** The largest board takes a few seconds; after this long something is wrong. */
const MAX_MS = 60_000
/** Objects of one thread, MB; without a limit one huge board could take the server down with it. */
const MAX_HEAP_MB = 1_024
/** Of these for what lives a moment: with the usual 48 a third of the time goes into tidying up. */
const YOUNG_HEAP_MB = 96

export class ExportError extends Error {
  override readonly name = 'ExportError'
  readonly code: 'busy' | 'failed'
  constructor(code: 'busy' | 'failed', message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Of the process, not of a server in it: what is short are its cores and its memory. */
let running = 0
const waiting: (() => void)[] = []

/** Never changes while the server runs; read when the first drawing is asked for, again if that failed. */
let fontMetrics: Promise<FontMetricsData> | null = null

function metricsData(): Promise<FontMetricsData> {
  fontMetrics ??= loadFontMetricsData().catch((error: unknown) => {
    fontMetrics = null
    throw error
  })
  return fontMetrics
}

/** Rejects with an ExportError: `busy` if too many wait already, `failed` if the file could not be made. */
export async function runExport(order: ExportOrder): Promise<RenderedFile> {
  if (waiting.length >= MAX_WAITING) throw new ExportError('busy', 'Too many files are being made at the moment.')
  if (running >= MAX_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    const { job } = order
    const metrics = job.kind === 'recap' || isDrawn(job.format) ? await metricsData() : null
    return await runWorker({ ...order, metrics })
  } finally {
    // The place goes to the next one; only if nobody waits is it free.
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

function runWorker(order: WorkerOrder): Promise<RenderedFile> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./exportWorker.ts', import.meta.url), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB, maxYoungGenerationSizeMb: YOUNG_HEAP_MB },
    })
    const timer = setTimeout(() => {
      reject(new ExportError('failed', `The file was not ready after ${MAX_MS} ms`))
      void worker.terminate()
    }, MAX_MS)
    worker.once('message', (file: RenderedFile) => resolve(file))
    worker.once('error', (error) => reject(new ExportError('failed', 'The file could not be made', { cause: error })))
    worker.once('exit', (code) => {
      clearTimeout(timer)
      // After the file this changes nothing: the promise is settled.
      reject(new ExportError('failed', `The export thread ended with ${code} and no file`))
    })
  })
}
