// One file, made in a thread of its own: reading a large board and drawing it takes a second or two, and no room waits for
// it. The thread and its memory are gone afterwards.
import { parentPort, workerData } from 'node:worker_threads'
import * as Y from 'yjs'
import type { ExportInput } from '../../shared/export/formats.ts'
import { readBoard } from '../../shared/journey/BoardModel.ts'
import { readDrawings } from '../../shared/journey/edit/editDrawings.ts'
import { createFontMetrics } from '../../shared/layout/FontMetrics.ts'
import { renderRecapPage } from './mapFormats.ts'
import { renderFormat } from './renderers.ts'
import type { WorkerAnswer, WorkerOrder } from './runExport.ts'

const port = parentPort
if (!port) throw new Error('exportWorker.ts runs as a worker thread only')

const { job, board: updates, metrics: data, ...facts } = workerData as WorkerOrder
const doc = new Y.Doc()
for (const update of updates) Y.applyUpdate(doc, update)
const input: ExportInput = { ...facts, board: readBoard(doc), drawings: readDrawings(doc) }

async function metrics() {
  if (data === null) throw new Error('this order came without the widths of the font')
  return createFontMetrics(data)
}

async function make(): Promise<WorkerAnswer> {
  if (job.kind === 'file') return renderFormat(job.format, input, job.options, metrics)
  return { content: renderRecapPage(input, await metrics()), extension: 'json', contentType: 'application/json' }
}

const answer = await make()
port.postMessage(answer, typeof answer.content === 'string' ? [] : [answer.content.buffer])
