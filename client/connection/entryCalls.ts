// The calls by which somebody comes into a workshop. Every failure is a value (see callServer.ts).
import { joinedSchema, previewSchema } from '../../shared/protocol/entry.ts'
import { callServer } from './callServer.ts'

/** What a key opens, before anybody joins. Changes nothing. */
export function previewWorkshop(id: string, key: string) {
  return callServer(`/api/workshops/${encodeURIComponent(id)}/preview`, previewSchema, { body: { key } })
}

interface JoinOrder {
  key: string
  name?: string
  department?: string
  /** From an earlier visit: the server then answers with the same participant. */
  earlierToken?: string
}

/** Makes a participant, or finds the one of an earlier visit. A viewer's key needs no name. */
export function joinWorkshop(id: string, { earlierToken, ...body }: JoinOrder) {
  return callServer(`/api/workshops/${encodeURIComponent(id)}/join`, joinedSchema, {
    body,
    ...(earlierToken === undefined ? {} : { bearer: earlierToken }),
  })
}
