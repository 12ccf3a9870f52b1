// The board over HTTP: its encoded state for newcomers, pictures, snapshots.
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod/mini'
import type { SnapshotInfo } from '../../../shared/protocol/api.ts'
import { ASSET_MAX_BYTES, NAME_MAX_LENGTH } from '../../../shared/protocol/limits.ts'
import type { BoardState } from '../../rooms/EncodedBoard.ts'
import type { StoredSnapshot } from '../../storage/Storage.ts'
import { HttpError, problems, problemResponse } from '../httpError.ts'
import { pictureType } from '../../workshop/pictureType.ts'
import { readBody, visit } from '../requests.ts'
import type { AppEnv, ServerContext } from '../ServerContext.ts'

type Encoding = 'br' | 'gzip'
const compress: Readonly<Record<Encoding, (bytes: Uint8Array) => Promise<Buffer>>> = {
  // Level 4 of brotli: within a tenth of gzip's size and faster to make.
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: promisify(gzip),
}
const snapshotSchema = z.object({ label: z.string().check(z.trim(), z.minLength(1), z.maxLength(NAME_MAX_LENGTH)) })

export function boardRoutes(server: ServerContext): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  // A hundred people who come at once get the same compressed bytes.
  const compressed = new WeakMap<BoardState, Map<Encoding, Promise<Buffer>>>()

  app.get('/:id/state', async (context) => {
    const { room } = await visit(server, context)
    const state = room.board.encoded.state()
    const etag = `"${state.etag}"`
    context.header('ETag', etag)
    context.header('Cache-Control', 'private, no-cache')
    context.header('Vary', 'Accept-Encoding')
    if (context.req.header('if-none-match') === etag) return context.body(null, 304)
    context.header('Content-Type', 'application/octet-stream')
    const accepted = context.req.header('accept-encoding') ?? ''
    const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null
    if (encoding === null) return context.body(ownBuffer(state.bytes))
    const made = compressed.get(state) ?? new Map<Encoding, Promise<Buffer>>()
    compressed.set(state, made)
    const bytes = made.get(encoding) ?? compress[encoding](state.bytes)
    made.set(encoding, bytes)
    context.header('Content-Encoding', encoding)
    return context.body(ownBuffer(await bytes))
  })

  app.post(
    '/:id/assets',
    bodyLimit({ maxSize: ASSET_MAX_BYTES, onError: (context) => problemResponse(context, problems.tooLarge) }),
    async (context) => {
      const { room } = await visit(server, context, ['facilitator', 'participant'])
      const bytes = new Uint8Array(await context.req.arrayBuffer())
      const type = pictureType(bytes)
      if (type === null)
        throw new HttpError({
          status: 422,
          code: 'notAPicture',
          message: 'Only PNG, JPEG, WebP and GIF pictures are taken.',
        })
      const hash = createHash('sha256').update(bytes).digest('hex')
      const kept = await server.storage.listAssets(room.id)
      const keptBytes = kept.reduce((sum, asset) => sum + asset.bytes, 0)
      if (!kept.some((asset) => asset.hash === hash)) {
        if (keptBytes + bytes.length > server.config.limits.maxAssetBytesPerRoom) throw new HttpError(problems.tooLarge)
        await server.storage.saveAsset(room.id, hash, { type, bytes })
      }
      return context.json(
        { sha256: hash, type, bytes: bytes.length, url: `/api/workshops/${room.id}/assets/${hash}` },
        201,
      )
    },
  )

  app.get('/:id/assets/:hash{[0-9a-f]{64}}', async (context) => {
    const { room } = await visit(server, context)
    const hash = context.req.param('hash')
    const asset = await server.storage.readAsset(room.id, hash)
    // The name is the checksum: a picture that does not match was damaged on disk.
    if (!asset || createHash('sha256').update(asset.bytes).digest('hex') !== hash)
      throw new HttpError(problems.notFound)
    context.header('Content-Type', asset.type)
    context.header('Cache-Control', 'private, max-age=31536000, immutable')
    return context.body(ownBuffer(asset.bytes))
  })

  app.get('/:id/snapshots', async (context) => {
    const { snapshots } = await visit(server, context, ['facilitator'])
    return context.json({ snapshots: (await snapshots.list()).map(asInfo) })
  })

  app.post('/:id/snapshots', async (context) => {
    const { snapshots } = await visit(server, context, ['facilitator'])
    const { label } = await readBody(context, snapshotSchema)
    return context.json(asInfo(await snapshots.take('named', label)), 201)
  })

  app.get('/:id/snapshots/:sid{\\d{1,15}}', async (context) => {
    const { snapshots } = await visit(server, context, ['facilitator'])
    const doc = await snapshots.read(Number(context.req.param('sid')))
    if (!doc) throw new HttpError(problems.notFound)
    return context.json(Object.fromEntries([...doc.share.keys()].map((root) => [root, doc.getMap(root).toJSON()])))
  })

  app.post('/:id/snapshots/:sid{\\d{1,15}}/restore', async (context) => {
    const { snapshots, room } = await visit(server, context, ['facilitator'])
    const restored = await snapshots.restore(Number(context.req.param('sid')), 'Before restoring')
    if (!restored) throw new HttpError(problems.notFound)
    return context.json({ version: room.workshop.version })
  })

  return app
}

function asInfo({ sid, kind, label, takenAtMs, cards }: StoredSnapshot): SnapshotInfo {
  return { sid, kind: kind === 'base' ? 'auto' : kind, label, takenAtMs, cards }
}

/** Bytes on an ArrayBuffer, as the fetch types ask for; a copy only if they are not. */
function ownBuffer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : new Uint8Array(bytes)
}
