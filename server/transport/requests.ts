// What every route does first: read the body, find the room, know who asks. Failures are thrown as HttpError.
import type { Context } from 'hono'
import type { z } from 'zod/mini'
import type { Role } from '../../shared/protocol/roles.ts'
import type { OpenRoom } from '../rooms/RoomRegistry.ts'
import type { ParticipantRecord } from '../workshop/workshopRecords.ts'
import { HttpError, problems } from './httpError.ts'
import type { AppEnv, ServerContext } from './ServerContext.ts'

export interface Visit extends OpenRoom {
  readonly participant: ParticipantRecord
}

/** A command is stored within this time, or answered "not saved". */
const SAVE_TIMEOUT_MS = 5_000

/** The body as JSON of that shape; 400 if it is no JSON, 422 with the first thing that is wrong. */
export async function readBody<Schema extends z.ZodMiniType>(
  context: Context<AppEnv>,
  schema: Schema,
): Promise<z.infer<Schema>> {
  let body: unknown
  try {
    body = JSON.parse(await context.req.text())
  } catch {
    throw new HttpError(problems.badJson)
  }
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = issue?.path.join('.') || 'body'
  throw new HttpError({
    status: 422,
    code: 'invalid',
    message: `${field}: ${issue?.message ?? 'is not valid'}.`,
    field,
  })
}

export async function openRoom(server: ServerContext, context: Context<AppEnv>): Promise<OpenRoom> {
  const result = await server.registry.open(context.req.param('id') ?? '')
  if (result.ok) return result.room
  throw new HttpError(result.reason === 'unknown' ? problems.unknownWorkshop : problems[result.reason])
}

export function bearerOf(context: Context<AppEnv>): string | null {
  const header = context.req.header('authorization') ?? ''
  return /^Bearer ([\w.~+/=-]{1,256})$/i.exec(header)?.[1] ?? null
}

/** The room and who asks; 401 without a valid token, 403 without one of the roles. */
export async function visit(server: ServerContext, context: Context<AppEnv>, roles?: readonly Role[]): Promise<Visit> {
  const open = await openRoom(server, context)
  const token = bearerOf(context)
  const participant = token === null ? null : open.room.workshop.participantByToken(token)
  if (!participant) throw new HttpError(problems.token)
  if (roles && !roles.includes(participant.role)) {
    throw new HttpError(roles.includes('participant') ? problems.viewer : problems.notAllowed)
  }
  return { ...open, participant }
}

/** Waits until it is on disk; 503 if the disk does not take it in time (it is kept in memory and tried on). */
export async function whenSaved(server: ServerContext, saved: Promise<void>): Promise<void> {
  let cancel = (): void => {}
  const late = new Promise<'late'>((resolve) => {
    cancel = server.clock.after(SAVE_TIMEOUT_MS, () => resolve('late'))
  })
  const first = await Promise.race([saved, late])
  cancel()
  if (first === 'late') throw new HttpError(problems.notSaved)
}
