// The built client: its files by allow-list, and its pages for every address a person may open.
import { Hono, type Context } from 'hono'
import { encodeFile, type StaticFile } from '../StaticFiles.ts'
import { HttpError, problems } from '../httpError.ts'
import type { AppEnv, ServerContext } from '../ServerContext.ts'

const YEAR_S = 31_536_000
const notBuilt =
  '<!doctype html><title>Journeyboard</title><p>The pages are not built yet. Start the server with <code>npm start</code>.</p>'

export function pageRoutes({ staticFiles }: Pick<ServerContext, 'staticFiles'>): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  staticFiles.page()

  const page = (context: Context<AppEnv>, status: 200 | 404, name: 'index' | 'recap' = 'index') => {
    const file = staticFiles.page(name)
    return file ? answerFile(context, file, status) : context.html(notBuilt, 503)
  }
  app.get('/', (context) => page(context, 200))
  app.get('/w/:id', (context) => page(context, 200))
  app.get('/w/:id/', (context) => page(context, 200))
  app.get('/w/:id/recap', (context) => page(context, 200, 'recap'))
  app.get('/w/:id/recap/', (context) => page(context, 200, 'recap'))
  app.get('*', (context) => {
    const file = staticFiles.find(context.req.path)
    if (file) return answerFile(context, file)
    // A person who mistyped an address is told so by the page; programs get the JSON error.
    if (!/\btext\/html\b/.test(context.req.header('accept') ?? '')) throw new HttpError(problems.notFound)
    return page(context, 404)
  })
  return app
}

async function answerFile(context: Context<AppEnv>, file: StaticFile, status: 200 | 404 = 200): Promise<Response> {
  context.header('Vary', status === 200 ? 'Accept-Encoding' : 'Accept, Accept-Encoding')
  if (status === 200) {
    context.header('ETag', file.etag)
    context.header('Cache-Control', file.isImmutable ? `public, max-age=${YEAR_S}, immutable` : 'no-cache')
    if (context.req.header('if-none-match') === file.etag) return context.body(null, 304)
  } else context.header('Cache-Control', 'no-store')
  const { encoding, bytes } = await encodeFile(file, context.req.header('accept-encoding') ?? '')
  context.header('Content-Type', file.type)
  if (encoding !== 'identity') context.header('Content-Encoding', encoding)
  return context.body(new Uint8Array(bytes), status)
}
