// All HTTP routes as one Hono app; can be asked without a socket in tests.
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { reasonOf } from '../ops/Log.ts'
import { StorageError } from '../storage/Storage.ts'
import { isOwnHost, isOwnOrigin } from './addresses.ts'
import { HttpError, problemResponse, problems } from './httpError.ts'
import { boardRoutes } from './routes/boardRoutes.ts'
import { exportRoutes } from './routes/exportRoutes.ts'
import { operationRoutes } from './routes/operationRoutes.ts'
import { pageRoutes } from './routes/pageRoutes.ts'
import { roundRoutes } from './routes/roundRoutes.ts'
import { snapshotRoutes } from './routes/snapshotRoutes.ts'
import { workshopRoutes } from './routes/workshopRoutes.ts'
import { securityHeaders } from './securityHeaders.ts'
import type { AppEnv, ServerContext } from './ServerContext.ts'

/** JSON bodies; routes that take files have limits of their own. */
const MAX_JSON_BYTES = 256 * 1024
const fileRoutes = /\/(assets|import\/[\w-]+)$/

export function createApp(server: ServerContext): Hono<AppEnv> {
  const { config, log } = server
  const app = new Hono<AppEnv>()
  const limitJson = bodyLimit({
    maxSize: MAX_JSON_BYTES,
    onError: (context) => problemResponse(context, problems.tooLarge),
  })

  app.use(securityHeaders(config.publicUrl?.startsWith('https:') ?? false))
  app.use(async (context, next) => {
    const { incoming } = context.env
    if (!isOwnHost(incoming, config)) throw new HttpError(problems.wrongHost)
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD' && !isOwnOrigin(incoming, config))
      throw new HttpError(problems.wrongOrigin)
    if (fileRoutes.test(context.req.path)) return next()
    return limitJson(context, next)
  })
  app.use('/api/*', async (context, next) => {
    await next()
    if (!context.res.headers.has('Cache-Control')) context.res.headers.set('Cache-Control', 'no-store')
  })
  app.route('/', operationRoutes(server))
  app.route('/api/workshops', workshopRoutes(server))
  app.route('/api/workshops', boardRoutes(server))
  app.route('/api/workshops', snapshotRoutes(server))
  app.route('/api/workshops', exportRoutes(server))
  app.route('/api/workshops', roundRoutes(server))
  app.all('/api/*', (context) => problemResponse(context, problems.notFound))
  app.route('/', pageRoutes(server))

  app.notFound((context) =>
    problemResponse(context, context.req.method === 'GET' ? problems.notFound : { ...problems.notFound, status: 405 }),
  )
  app.onError((error, context) => {
    if (error instanceof HttpError) return problemResponse(context, error.problem)
    log.error('request failed', { path: context.req.routePath, reason: reasonOf(error) })
    return problemResponse(context, error instanceof StorageError ? problems.notSaved : problems.failed)
  })
  return app
}
