// Makes files in a process of its own, one after the other: reading a large board and drawing it takes a second or two, and
// no room waits for it.
import * as Y from 'yjs'
import { exportFileName, type ExportInput, type ExportPicture, type RenderedFile } from '../../shared/export/formats.ts'
import { EmptySelectionError } from '../../shared/export/svgSelection.ts'
import { readBoard } from '../../shared/journey/BoardModel.ts'
import { type DrawingRecord, readDrawings } from '../../shared/journey/edit/editDrawings.ts'
import { createFontMetrics } from '../../shared/layout/FontMetrics.ts'
import { sealWith } from '../auth/feelingSeal.ts'
import { beProgram, keepCompiledCode, tell } from '../ops/startProgram.ts'
import { renderRecapPage } from './mapFormats.ts'
import { wishedPictures } from './pictureWish.ts'
import { startResvg } from './renderPng.ts'
import { renderFormat } from './renderers.ts'
import type { ExportJob, ProgramMessage, ProgramOrder } from './ExportOrder.ts'

/** A message of this size holds up the server's loop for well below a millisecond, bytes. */
const PIECE_BYTES = 256 * 1024

const nextMessage = beProgram()
const say = (message: ProgramMessage): Promise<void> => tell(message)

async function pictures(job: ExportJob, drawings: readonly DrawingRecord[]): Promise<readonly ExportPicture[]> {
  const wish = wishedPictures(job, drawings)
  if (wish === null) return []
  await say({ type: 'pictures', wish })
  return nextMessage<readonly ExportPicture[]>()
}

async function make({ job, board, metrics: data, sealKey = '', ...facts }: ProgramOrder): Promise<RenderedFile> {
  // Beside reading the board and laying it out; a failure shows when the picture is drawn.
  if (job.kind === 'file' && job.format === 'png') startResvg().catch(() => {})
  const metrics = async () => {
    if (data === null) throw new Error('this order came without the widths of the font')
    return createFontMetrics(data)
  }
  const doc = new Y.Doc()
  for (const update of board) Y.applyUpdate(doc, update)
  const drawings = readDrawings(doc)
  const seal = sealKey === '' ? {} : { seal: sealWith(sealKey) }
  const input: ExportInput = {
    ...facts,
    ...seal,
    board: readBoard(doc),
    drawings,
    pictures: await pictures(job, drawings),
  }
  if (job.kind === 'file') return renderFormat(job.format, input, job.options, metrics)
  const content = renderRecapPage(input, await metrics())
  return { content, extension: 'json', contentType: 'application/json' }
}

async function answer(order: ProgramOrder): Promise<void> {
  const { content, ...kind } = await make(order)
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const name = exportFileName(order.workshop.title, kind.extension, order.nowMs)
  await say({ type: 'file', file: { ...kind, name }, bytes: bytes.length })
  for (let at = 0; at < bytes.length; at += PIECE_BYTES)
    await say({ type: 'piece', at, bytes: bytes.subarray(at, at + PIECE_BYTES) })
  await say({ type: 'end' })
}

for (;;) {
  const order = await nextMessage<ProgramOrder>()
  await answer(order).catch((error: unknown) =>
    say(
      error instanceof EmptySelectionError
        ? { type: 'empty' }
        : { type: 'failed', why: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    ),
  )
  keepCompiledCode()
}
