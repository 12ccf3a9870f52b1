// A file for somebody who asks over HTTP: waits for its turn, made of the room as it is then, given up when the asker goes.
import type { Context } from 'hono'
import { type ExportedFile, ExportError, type ExportOrder } from '../export/ExportOrder.ts'
import type { OpenRoom } from '../rooms/RoomRegistry.ts'
import { HttpError, problems } from './httpError.ts'
import { openRoom } from './requests.ts'
import type { AppEnv, ServerContext } from './ServerContext.ts'

interface FileWish {
  readonly workshopId: string
  readonly participantId: string
  /** See ExportWish. */
  readonly subject: string
  /** Called when the turn has come. */
  readonly order: (open: OpenRoom) => ExportOrder | Promise<ExportOrder>
}

/** To be answered at once: as long as it is being read it counts as memory of its workshop. */
export async function makeFile(
  server: ServerContext,
  context: Context<AppEnv>,
  { order, ...wish }: FileWish,
): Promise<ExportedFile> {
  const { outgoing } = context.env
  const { signal } = context.req.raw
  // The room of before may have been let go meanwhile: another one has the later edits.
  const makeOrder = async (): Promise<ExportOrder> => order(await openRoom(server, context))
  const file = await server.exports.run({ ...wish, signal }, makeOrder).catch(tooBusy)
  const release = server.exports.hold(wish.workshopId, file)
  if (outgoing.closed) release()
  else outgoing.once('close', release)
  return file
}

/** What is no fault of the server: too many at once, where the same request succeeds a little later, and a selection that is gone. */
export function tooBusy(error: unknown): never {
  if (!(error instanceof ExportError) || error.code === 'failed') throw error
  // Who is gone reads no answer; one that is not gone has met a server that stops.
  if (error.code === 'gone') throw new HttpError(problems.stopping)
  if (error.code === 'empty')
    throw new HttpError({
      status: 409,
      code: 'emptySelection',
      message: 'Nothing of the selection is on the board any more. Select again what you want to take.',
    })
  throw new HttpError({
    status: 503,
    code: 'busy',
    message: 'Many files are being made at the moment. Try again in a minute.',
  })
}
