// Files out and in: downloads with the token or with a ticket, imports by the facilitator.
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod/mini'
import { isFormatName } from '../../../shared/export/catalog.ts'
import { type ExportOptions, exportOptionsSchema, optionsQuery } from '../../../shared/export/exportOptions.ts'
import { IMPORT_MAX_BYTES } from '../../../shared/protocol/limits.ts'
import { Recaps } from '../../workshop/Recaps.ts'
import { exportOrder } from '../../workshop/exportOrder.ts'
import { ImportReader } from '../../workshop/imports/ImportReader.ts'
import { importFormats, type ParseOrder } from '../../workshop/imports/parseImport.ts'
import { importIntoWorkshop } from '../../workshop/importIntoWorkshop.ts'
import { CompressedBytes } from '../CompressedBytes.ts'
import { acceptedEncoding, ownBuffer } from '../compressBytes.ts'
import { HttpError, problemResponse, problems } from '../httpError.ts'
import { makeFile, tooBusy } from '../makeFile.ts'
import { bearerOf, openRoom, readBody, type Visit, visit, whenSaved } from '../requests.ts'
import type { AppEnv, ServerContext } from '../ServerContext.ts'
import { Tickets } from '../Tickets.ts'

const ticketRequestSchema = z.strictObject({
  format: z.string().check(z.maxLength(40)),
  options: z.optional(exportOptionsSchema),
})
const modeSchema = z.enum(['add', 'replace'])

export function exportRoutes(server: ServerContext): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const tickets = new Tickets(server.clock)
  const recaps = new Recaps(server)
  const compressed = new CompressedBytes()

  // What everybody takes home, to be read in the browser; for every role.
  app.get('/:id/recap', async (context) => {
    const file = await recaps.of(await visit(server, context)).catch(tooBusy)
    const encoding = acceptedEncoding(context)
    context.header('Content-Type', file.contentType)
    context.header('Vary', 'Accept-Encoding')
    if (encoding === null) return context.body(file.content)
    context.header('Content-Encoding', encoding)
    return context.body(ownBuffer(await compressed.get(file, file.content, encoding)))
  })

  app.get('/:id/export/:format', async (context) => {
    const format = context.req.param('format')
    const { ticket, ...query } = context.req.query()
    const options = exportOptionsSchema.safeParse(query)
    if (!options.success)
      throw new HttpError({ status: 422, code: 'invalid', message: 'These options are not known.', field: 'options' })
    const wanted = { format, options: options.data }
    if (ticket === undefined || bearerOf(context) !== null)
      return download(server, context, (await visit(server, context)).participant.id, wanted)
    const { room } = await openRoom(server, context)
    const taken = tickets.take(ticket, subjectOf(room.id, format, options.data))
    // Whoever was shown out since takes nothing along.
    if (!taken || !room.workshop.isWelcome(taken.holderId)) throw new HttpError(problems.token)
    const selection = taken.selection ? { selection: [...taken.selection] } : {}
    return download(server, context, taken.holderId, { format, options: { ...options.data, ...selection } })
  })

  app.post('/:id/export-ticket', async (context) => {
    const { room, participant } = await visit(server, context)
    const { format, options: wanted = {} } = await readBody(context, ticketRequestSchema)
    if (!isFormatName(format)) throw new HttpError(problems.notFound)
    const { selection = null, ...options } = wanted
    const ticket = tickets.issue(subjectOf(room.id, format, options), participant.id, selection)
    // What was chosen is no secret: it stands in the address as text.
    const chosen = optionsQuery(options)
    const query = `ticket=${ticket}${chosen === '' ? '' : `&${chosen}`}`
    return context.json({ url: `/api/workshops/${room.id}/export/${format}?${query}` })
  })

  const limit = bodyLimit({
    maxSize: IMPORT_MAX_BYTES,
    onError: (context) => problemResponse(context, problems.tooLarge),
  })
  const reader = new ImportReader()
  /** Workshops with a file on its way in. */
  const importing = new Set<string>()
  app.post('/:id/import/:format', limit, async (context) => {
    const visitor = await visit(server, context, ['facilitator'])
    // One after the other: they would lie in memory, and the last one's snapshot would be of half of the others.
    if (importing.has(visitor.room.id)) throw new HttpError(problems.importing)
    importing.add(visitor.room.id)
    try {
      return await bringIn(server, context, visitor, reader)
    } finally {
      importing.delete(visitor.room.id)
    }
  })
  return app
}

async function bringIn(
  server: ServerContext,
  context: Context<AppEnv, '/:id/import/:format'>,
  visitor: Visit,
  reader: ImportReader,
): Promise<Response> {
  const format = importFormats.find((name) => name === context.req.param('format'))
  if (!format) throw new HttpError(problems.notFound)
  const { room, participant } = visitor
  if (room.workshop.info.closed) throw new HttpError(problems.closed)
  const mode = modeSchema.safeParse(context.req.query('mode') ?? 'add')
  if (!mode.success)
    throw new HttpError({ status: 422, code: 'invalid', message: 'mode must be add or replace.', field: 'mode' })
  const bytes = new Uint8Array(await context.req.arrayBuffer())
  const order = { format, bytes, mode: mode.data, by: participant.id }
  const { storage, clock, config } = server
  const parse = (file: ParseOrder) => reader.read(file)
  const means = { storage, limits: config.limits, nowMs: clock.nowMs(), parse }
  const outcome = await importIntoWorkshop(visitor, means, order)
  if (!outcome.ok) {
    const [first] = outcome.problems
    const message = `${first ? `Line ${first.line}, column ${first.column}: ${first.sentence}` : 'The file cannot be read.'} Nothing was changed.`
    return context.json({ error: { code: 'invalidFile', message, problems: outcome.problems } }, 422)
  }
  room.workshop.notices.tell({ kind: 'imported', by: participant.id, mode: mode.data })
  room.announce()
  void visitor.quotas.check()
  const { report, notes, before, changeId, saved } = outcome
  await whenSaved(server, saved)
  // `change.undo` with the change's name takes it back; restoring the snapshot takes back what others did since, too.
  return context.json({ version: room.workshop.version, ...report, before: before.sid, changeId, notes })
}

/** What a ticket is good for: this file as it was asked for, and no other. */
function subjectOf(workshopId: string, format: string, options: ExportOptions): string {
  return `${workshopId}/${format}?${optionsQuery(options)}`
}

async function download(
  server: ServerContext,
  context: Context<AppEnv>,
  participantId: string,
  { format, options }: { readonly format: string; readonly options: ExportOptions },
): Promise<Response> {
  if (!isFormatName(format)) throw new HttpError(problems.notFound)
  const workshopId = context.req.param('id') ?? ''
  const file = await makeFile(server, context, {
    workshopId,
    participantId,
    subject: subjectOf(workshopId, format, options),
    order: (open) => ({
      ...exportOrder(open, server.storage, server.clock.nowMs()),
      job: { kind: 'file', format, options },
    }),
  })
  const plainName = file.name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  context.header('Content-Type', file.contentType)
  context.header(
    'Content-Disposition',
    `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  )
  return context.body(file.content)
}
