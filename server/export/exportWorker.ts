// One file, made in a thread of its own: reading a large board and drawing it takes a second or two, and no room waits for
// it. The thread and its memory are gone afterwards.
import { parentPort, workerData } from 'node:worker_threads'
import * as Y from 'yjs'
import { exportFileName, type ExportInput, type ExportPicture, type RenderedFile } from '../../shared/export/formats.ts'
import { EmptySelectionError } from '../../shared/export/svgSelection.ts'
import { readBoard } from '../../shared/journey/BoardModel.ts'
import { readDrawings } from '../../shared/journey/edit/editDrawings.ts'
import { createFontMetrics } from '../../shared/layout/FontMetrics.ts'
import { sealWith } from '../auth/feelingSeal.ts'
import { stepBack } from '../ops/stepBack.ts'
import { renderRecapPage } from './mapFormats.ts'
import { wishedPictures } from './pictureWish.ts'
import { startResvg } from './renderPng.ts'
import { renderFormat } from './renderers.ts'
import type { WorkerMessage, WorkerOrder } from './runExport.ts'

const port = parentPort
if (!port) throw new Error('exportWorker.ts runs as a worker thread only')

stepBack()
const { job, board: updates, metrics: data, resvg, sealKey = '', ...facts } = workerData as WorkerOrder
const { workshop, nowMs } = facts
// Beside reading the board and laying it out; a failure shows when the picture is drawn.
if (resvg) startResvg(Promise.resolve(resvg)).catch(() => {})
const doc = new Y.Doc()
for (const update of updates) Y.applyUpdate(doc, update)
const drawings = readDrawings(doc)
const seal = sealKey === '' ? {} : { seal: sealWith(sealKey) }
const input: ExportInput = { ...facts, ...seal, board: readBoard(doc), drawings, pictures: await pictures() }

function say(message: WorkerMessage, transfer: ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer)
}

async function pictures(): Promise<readonly ExportPicture[]> {
  const wish = wishedPictures(job, drawings)
  if (wish === null) return []
  const answer = new Promise<readonly ExportPicture[]>((resolve) => port?.once('message', resolve))
  say({ type: 'pictures', wish })
  return answer
}

async function metrics() {
  if (data === null) throw new Error('this order came without the widths of the font')
  return createFontMetrics(data)
}

async function make(): Promise<RenderedFile> {
  if (job.kind === 'file') return renderFormat(job.format, input, job.options, metrics)
  const content = renderRecapPage(input, await metrics())
  return { content, extension: 'json', contentType: 'application/json' }
}

try {
  const made = await make()
  // Bytes are handed over; text would be copied, and is written to the network as bytes anyway.
  const content = typeof made.content === 'string' ? new TextEncoder().encode(made.content) : made.content
  const name = exportFileName(workshop.title, made.extension, nowMs)
  say({ type: 'file', file: { ...made, name, content } }, [content.buffer])
} catch (error) {
  if (!(error instanceof EmptySelectionError)) throw error
  say({ type: 'empty' })
}
