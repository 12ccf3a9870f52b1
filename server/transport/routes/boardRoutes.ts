// The board over HTTP: its encoded state for newcomers, and pictures.
import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { ASSET_MAX_BYTES } from '../../../shared/protocol/limits.ts'
import { CompressedBytes } from '../CompressedBytes.ts'
import { acceptedEncoding, ownBuffer } from '../compressBytes.ts'
import { HttpError, problems, problemResponse } from '../httpError.ts'
import { pictureType } from '../../workshop/pictureType.ts'
import { visit } from '../requests.ts'
import type { AppEnv, ServerContext } from '../ServerContext.ts'

export function boardRoutes(server: ServerContext): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  // A hundred people who come at once get the same compressed bytes.
  const compressed = new CompressedBytes()

  app.get('/:id/state', async (context) => {
    const { room } = await visit(server, context)
    const state = room.board.encoded.state()
    const etag = `"${state.etag}"`
    context.header('ETag', etag)
    context.header('Cache-Control', 'private, no-cache')
    context.header('Vary', 'Accept-Encoding')
    if (context.req.header('if-none-match') === etag) return context.body(null, 304)
    context.header('Content-Type', 'application/octet-stream')
    const encoding = acceptedEncoding(context)
    if (encoding === null) return context.body(ownBuffer(state.bytes))
    context.header('Content-Encoding', encoding)
    return context.body(ownBuffer(await compressed.get(state, state.bytes, encoding)))
  })

  app.post(
    '/:id/assets',
    bodyLimit({ maxSize: ASSET_MAX_BYTES, onError: (context) => problemResponse(context, problems.tooLarge) }),
    async (context) => {
      const { room, quotas } = await visit(server, context, ['facilitator', 'participant'])
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
        void quotas.check()
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

  return app
}
