// The built client: its files by allow-list, and its one page for every address it knows.
import { Hono, type Context } from 'hono'
import { encodeFile, type StaticFile } from '../StaticFiles.ts'
import { HttpError, problems } from '../httpError.ts'
import type { AppEnv, ServerContext } from '../ServerContext.ts'

const YEAR_S = 31_536_000
const notBuilt =
  '<!doctype html><title>Journeyboard</title><p>The pages are not built yet. Start the server with <code>npm start</code>.</p>'

export function pageRoutes({ staticFiles }: ServerContext): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  staticFiles.page()

  const page = (context: Context<AppEnv>) => {
    const file = staticFiles.page()
    return file ? answerFile(context, file) : context.html(notBuilt, 503)
  }
  app.get('/', page)
  app.get('/w/*', page)
  app.get('*', (context) => {
    const file = staticFiles.find(context.req.path)
    if (!file) throw new HttpError(problems.notFound)
    return answerFile(context, file)
  })
  return app
}

async function answerFile(context: Context<AppEnv>, file: StaticFile): Promise<Response> {
  context.header('ETag', file.etag)
  context.header('Vary', 'Accept-Encoding')
  context.header('Cache-Control', file.isImmutable ? `public, max-age=${YEAR_S}, immutable` : 'no-cache')
  if (context.req.header('if-none-match') === file.etag) return context.body(null, 304)
  const { encoding, bytes } = await encodeFile(file, context.req.header('accept-encoding') ?? '')
  context.header('Content-Type', file.type)
  if (encoding !== 'identity') context.header('Content-Encoding', encoding)
  return context.body(new Uint8Array(bytes))
}
