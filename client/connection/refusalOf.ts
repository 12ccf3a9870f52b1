import type { Failure } from './callServer.ts'
import type { Connection } from './Connection.ts'
import { endedFailure } from './endedFailure.ts'

/** Why somebody was not let in at all; null while they may be, and for those with work here that nobody else has. */
export function refusalOf({ status, wasLive, unsavedCount, isLoaded }: Connection): Failure | null {
  const now = status.get()
  if (now.kind !== 'ended' || wasLive.get()) return null
  return isLoaded.get() && unsavedCount.get() > 0 ? null : endedFailure(now.code, now.sentence)
}
