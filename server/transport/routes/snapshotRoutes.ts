// A workshop's history for facilitators: list, take a named snapshot, read one, go back to one.
import { Hono } from 'hono'
import {
  type Restored,
  type SnapshotInfo,
  type SnapshotListAnswer,
  takeSnapshotSchema,
} from '../../../shared/protocol/api.ts'
import type { StoredSnapshot } from '../../storage/Storage.ts'
import { exportOrder } from '../../workshop/exportOrder.ts'
import { acceptedEncoding, compressBytes, ownBuffer } from '../compressBytes.ts'
import { HttpError, problems } from '../httpError.ts'
import { makeFile } from '../makeFile.ts'
import { readBody, visit, whenSaved } from '../requests.ts'
import type { AppEnv, ServerContext } from '../ServerContext.ts'

export function snapshotRoutes(server: ServerContext): Hono<AppEnv> {
  const app = new Hono<AppEnv>()

  app.get('/:id/snapshots', async (context) => {
    const { snapshots, room } = await visit(server, context, ['facilitator'])
    const kept = await snapshots.list()
    const imports = room.workshop.imports.list((before) => kept.some(({ sid }) => sid === before))
    return context.json({ snapshots: kept.map(asInfo), imports } satisfies SnapshotListAnswer)
  })

  app.post('/:id/snapshots', async (context) => {
    const { snapshots } = await visit(server, context, ['facilitator'])
    const { label } = await readBody(context, takeSnapshotSchema)
    return context.json(asInfo(await snapshots.take('named', label)), 201)
  })

  app.get('/:id/snapshots/:sid{\\d{1,15}}', async (context) => {
    const { room, participant } = await visit(server, context, ['facilitator'])
    const sid = Number(context.req.param('sid'))
    // The same file as `export/json`, so that whatever reads one reads the other.
    const file = await makeFile(server, context, {
      workshopId: room.id,
      participantId: participant.id,
      subject: `${room.id}/snapshots/${sid}`,
      async order(open) {
        const snapshot = await open.snapshots.read(sid)
        if (!snapshot) throw new HttpError(problems.notFound)
        const facts = exportOrder({ room: open.room, snapshot }, server.storage, server.clock.nowMs())
        snapshot.destroy()
        return { ...facts, job: { kind: 'file', format: 'json', options: {} } }
      },
    })
    return context.body(file.content, 200, { 'Content-Type': file.contentType })
  })

  // As it is stored: nothing of it is decoded or drawn in the thread of the rooms, the page does both.
  app.get('/:id/snapshots/:sid{\\d{1,15}}/state', async (context) => {
    const { snapshots } = await visit(server, context, ['facilitator'])
    const state = await snapshots.readState(Number(context.req.param('sid')))
    if (!state) throw new HttpError(problems.notFound)
    context.header('Content-Type', 'application/octet-stream')
    context.header('Vary', 'Accept-Encoding')
    const encoding = acceptedEncoding(context)
    if (encoding === null) return context.body(ownBuffer(state))
    context.header('Content-Encoding', encoding)
    return context.body(ownBuffer(await compressBytes(encoding, state)))
  })

  app.post('/:id/snapshots/:sid{\\d{1,15}}/restore', async (context) => {
    const { snapshots, room, participant } = await visit(server, context, ['facilitator'])
    if (room.workshop.info.closed) throw new HttpError(problems.closed)
    const sid = Number(context.req.param('sid'))
    const then = (await snapshots.list()).find((snapshot) => snapshot.sid === sid)
    const before = await snapshots.restore(sid, 'Before restoring')
    if (!before) throw new HttpError(problems.notFound)
    // What only shortens the log is not listed, and nobody means it.
    if (then) {
      const { takenAtMs, label } = then
      room.workshop.notices.tell({ kind: 'restored', by: participant.id, takenAtMs, label })
      room.announce()
    }
    await whenSaved(server, room.saved())
    return context.json({ version: room.workshop.version, before: asInfo(before) } satisfies Restored)
  })

  return app
}

function asInfo({ sid, kind, label, takenAtMs, cards }: StoredSnapshot): SnapshotInfo {
  return { sid, kind: kind === 'base' ? 'auto' : kind, label, takenAtMs, cards }
}
