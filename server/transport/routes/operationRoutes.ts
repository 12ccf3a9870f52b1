// For operators and pages: alive, ready, counters, backup, settings of the client.
import { Hono } from 'hono'
import type { Settings } from '../../../shared/protocol/api.ts'
import { JSON_SCHEMA_PATH, journeyFileJsonSchema } from '../../../shared/export/jsonSchema.ts'
import { isSameSecret } from '../../auth/secrets.ts'
import { backupArchive } from '../../ops/backupArchive.ts'
import { isLoopback } from '../addresses.ts'
import { HttpError, problems } from '../httpError.ts'
import { bearerOf } from '../requests.ts'
import type { AppEnv, ServerContext } from '../ServerContext.ts'

export function operationRoutes(server: ServerContext): Hono<AppEnv> {
  const { config, metrics, storage, log } = server
  const app = new Hono<AppEnv>()
  const isAdmin = (bearer: string | null): boolean =>
    config.adminKey !== null && isSameSecret(bearer ?? '', config.adminKey)

  app.get('/health', (context) => context.json({ status: 'ok' }))

  app.get('/ready', async (context) => {
    const isReady = await server.isReady()
    return context.json({ status: isReady ? 'ready' : 'notReady' }, isReady ? 200 : 503)
  })

  app.get('/metrics', async (context) => {
    if (!isLoopback(context.env.incoming) && !isAdmin(bearerOf(context))) throw new HttpError(problems.adminKey)
    return context.text(await metrics.text(), 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' })
  })

  app.get('/api/settings', (context) => {
    const settings: Settings = { tldrawLicenseKey: config.tldrawLicenseKey, adminKeyNeeded: config.adminKey !== null }
    return context.json(settings)
  })

  app.get(JSON_SCHEMA_PATH, (context) => context.json(journeyFileJsonSchema()))

  app.get('/api/backup', (context) => {
    if (!isAdmin(bearerOf(context))) throw new HttpError(problems.adminKey)
    return new Response(backupArchive(storage, log), {
      headers: {
        'Content-Type': 'application/zip',
        'Content-Disposition': 'attachment; filename="journeyboard-backup.zip"',
      },
    })
  })

  return app
}
