// One HTTP call to the server. Every answer is checked before it is used and every failure is a value with a sentence
// that can be shown as it is; nothing here throws, retries or touches storage.
import { z } from 'zod/mini'
import { words } from '../ui/words.ts'

export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: Failure }

export interface Failure {
  readonly kind: FailureKind
  /** For the screen, as it is. */
  readonly sentence: string
  /** The field the server did not accept ('name', 'title', …); only with kind 'invalid'. */
  readonly field?: string
  /** What is wrong with an imported file; only with kind 'invalid'. */
  readonly problems?: readonly FileProblem[]
}

export type FailureKind =
  /** No answer: offline, server down, or no answer within TIMEOUT_MS. Worth a retry. */
  | 'unreachable'
  /** The token is missing, expired, removed or revoked. */
  | 'token'
  /** The key opens nothing (any more). */
  | 'link'
  /** This server wants its key for this call. */
  | 'adminKey'
  | 'forbidden'
  | 'full'
  | 'closed'
  /** The workshop's file cannot be read; it is kept. */
  | 'damaged'
  /** The server is going down and comes back. Worth a retry. */
  | 'stopping'
  /** The page is older than the server. */
  | 'outdated'
  | 'conflict'
  | 'invalid'
  | 'tooMany'
  /** An answer we cannot read, or the server failed. Worth a retry. */
  | 'failed'

/** A phone on a bad network gets this long; the person sees "busy" meanwhile. */
export const TIMEOUT_MS = 20_000

/** What a file did not pass, in the order of its lines. */
const problemsSchema = z.array(z.object({ line: z.number(), column: z.number(), sentence: z.string() }))
type FileProblem = z.infer<typeof problemsSchema>[number]
const errorSchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    field: z.optional(z.string()),
    problems: z.optional(problemsSchema),
  }),
})

interface Call {
  /** With a body POST is meant, without one GET. */
  method?: 'PUT'
  /** Present: sent as JSON. Neither this nor `file`: GET. */
  body?: unknown
  /** Present: sent as it is. */
  file?: Blob
  /** Left out: TIMEOUT_MS. */
  timeoutMs?: number
  bearer?: string
}

export async function callServer<Schema extends z.ZodMiniType>(
  path: string,
  schema: Schema,
  request: Call,
): Promise<Answer<z.infer<Schema>>> {
  const headers = new Headers({ accept: 'application/json' })
  if (request.bearer !== undefined) headers.set('authorization', `Bearer ${request.bearer}`)
  const body = request.file ?? (request.body === undefined ? undefined : JSON.stringify(request.body))
  if (body !== undefined) headers.set('content-type', request.file ? 'application/octet-stream' : 'application/json')
  let response: Response
  let content: unknown
  try {
    response = await fetch(path, {
      method: request.method ?? (body === undefined ? 'GET' : 'POST'),
      headers,
      ...(body === undefined ? {} : { body }),
      cache: 'no-store',
      signal: AbortSignal.timeout(request.timeoutMs ?? TIMEOUT_MS),
    })
    content = await readJson(response)
  } catch {
    // fetch rejects on network trouble and on the timeout only; both mean that nobody answered.
    return failed('unreachable', words.problems.unreachable.sentence)
  }
  if (!response.ok) return { ok: false, failure: failureOf(response.status, content) }
  const parsed = schema.safeParse(content)
  return parsed.success ? { ok: true, value: parsed.data } : failed('failed', words.problems.failedSentence)
}

/** undefined when the body is not JSON, for example a proxy's error page. */
export async function readJson(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Pure: which failure an HTTP status and an error body stand for. */
export function failureOf(status: number, content: unknown): Failure {
  const parsed = errorSchema.safeParse(content)
  const code = parsed.success ? parsed.data.error.code : ''
  const kind = kindOf(status, code)
  const sentence = parsed.success && parsed.data.error.message !== '' ? parsed.data.error.message : sentenceOf(kind)
  if (kind !== 'invalid') return { kind, sentence }
  const problems = parsed.success ? parsed.data.error.problems : undefined
  const field = (parsed.success && parsed.data.error.field) || code
  return { kind, sentence, field, ...(problems === undefined ? {} : { problems }) }
}

function kindOf(status: number, code: string): FailureKind {
  switch (code) {
    case 'token':
    case 'adminKey':
    case 'full':
    case 'closed':
    case 'damaged':
    case 'stopping':
      return code
    case 'key':
    case 'unknownWorkshop':
      return 'link'
    default:
      break
  }
  if (status === 401) return 'token'
  if (status === 403) return 'forbidden'
  if (status === 404 || status === 410) return 'link'
  if (status === 409) return 'conflict'
  // Not one of the server's own answers: a proxy's, or one to a request that was cut off.
  if (status === 400 && code === '') return 'failed'
  if (status === 400 || status === 413 || status === 422) return 'invalid'
  if (status === 429) return 'tooMany'
  // Gateways in front of a server that is down answer for it.
  return status === 502 || status === 504 ? 'unreachable' : 'failed'
}

function sentenceOf(kind: FailureKind): string {
  switch (kind) {
    case 'unreachable':
      return words.problems.unreachable.sentence
    case 'token':
    case 'link':
      return words.problems.link.heading
    case 'full':
      return words.problems.full.heading
    case 'closed':
      return words.problems.closed.heading
    case 'adminKey':
      return words.home.adminKeyMissing
    case 'tooMany':
      return `${words.problems.tooMany.heading} ${words.problems.tooMany.note}`
    default:
      return words.problems.failedSentence
  }
}

export function failed(kind: FailureKind, sentence: string): { ok: false; failure: Failure } {
  return { ok: false, failure: { kind, sentence } }
}
