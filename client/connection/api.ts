// The client's HTTP calls by name. Every failure is a value (see callServer.ts).
import { z } from 'zod/mini'
import {
  ballotAnswerSchema,
  type Command,
  commandAnswerSchema,
  createdWorkshopSchema,
  ownBallotSchema,
  restoredSchema,
  roundInfoSchema,
  roundVotersSchema,
  snapshotInfoSchema,
  snapshotListSchema,
  type TemplateName,
  workshopInfoSchema,
} from '../../shared/protocol/api.ts'
import { type Role, roleSchema } from '../../shared/protocol/roles.ts'
import type { Allocation } from '../../shared/workshop/rounds.ts'
import { words } from '../ui/words.ts'
import { type Answer, callServer, failed, failureOf, readJson, TIMEOUT_MS } from './callServer.ts'

const issuedSchema = z.object({ link: z.string() })
/** 16 MiB over the network of a conference room. */
const UPLOAD_TIMEOUT_MS = 120_000

const importedSchema = z.object({
  journeys: z.number(),
  cards: z.number(),
  drawings: z.number(),
  /** `change.undo` takes this back. */
  changeId: z.string(),
})

/** Makes a workshop and returns the keys of all three roles; nobody else ever gets to see them again. */
export function createWorkshop(order: { title: string; template: TemplateName; adminKey?: string }) {
  const { adminKey, ...body } = order
  return callServer('/api/workshops', createdWorkshopSchema, {
    body,
    ...(adminKey === undefined ? {} : { bearer: adminKey }),
  })
}

export function readWorkshop(id: string, token: string) {
  return callServer(workshopPath(id), workshopInfoSchema, { bearer: token })
}

/** Asks the server to change the state of the workshop. */
export function sendCommand(id: string, token: string, command: Command) {
  return callServer(`${workshopPath(id)}/commands`, commandAnswerSchema, { bearer: token, body: command })
}

const givenLinksSchema = z.object({
  links: z.array(
    z.object({
      id: z.string(),
      role: roleSchema,
      label: z.string(),
      createdAtMs: z.number(),
      revoked: z.boolean(),
      /** Good for one person only. */
      oneUse: z.boolean(),
      /** Who came with it and were not removed. */
      participants: z.number(),
    }),
  ),
})
export type GivenLink = z.infer<typeof givenLinksSchema>['links'][number]

/** Every link that was made; without their keys, which nobody keeps. Facilitators only. */
export function listLinks(id: string, token: string) {
  return callServer(`${workshopPath(id)}/links`, givenLinksSchema, { bearer: token })
}

/** A fresh link of that role; `personFor`: for that one person only. Facilitators only. */
export function issueLink(id: string, token: string, role: Role, personFor: string | null = null) {
  const terms = personFor === null ? {} : { oneUse: true, label: personFor }
  const body = { type: 'link.issue', role, ...terms }
  return callServer(`${workshopPath(id)}/commands`, issuedSchema, { bearer: token, body })
}

/** A round, and its result once it has ended. */
export function readRound(id: string, token: string, roundId: string) {
  return callServer(roundPath(id, roundId), roundInfoSchema, { bearer: token })
}

/** Who may vote in a round. Facilitators only. */
export function readVoters(id: string, token: string, roundId: string) {
  return callServer(`${roundPath(id, roundId)}/voters`, roundVotersSchema, { bearer: token })
}

/** This person's own ballot; empty after a secret round has ended. */
export function readOwnBallot(id: string, token: string, roundId: string) {
  return callServer(`${roundPath(id, roundId)}/ballot`, ownBallotSchema, { bearer: token })
}

/** Replaces this person's whole ballot; it is on the server's disk when this answers. May be repeated. */
export function castBallot(id: string, token: string, roundId: string, allocation: Allocation) {
  return callServer(`${roundPath(id, roundId)}/ballot`, ballotAnswerSchema, {
    method: 'PUT',
    bearer: token,
    body: { allocation },
  })
}

/** Adds a file's journeys to the board, or puts them in the place of what is there. Facilitators only. */
export function importFile(
  id: string,
  token: string,
  { file, format, mode }: { file: Blob; format: 'json' | 'cjml'; mode: 'add' | 'replace' },
) {
  const path = `${workshopPath(id)}/import/${format}?mode=${mode}`
  return callServer(path, importedSchema, { bearer: token, file, timeoutMs: UPLOAD_TIMEOUT_MS })
}

/** Newest first. Facilitators only, like everything about snapshots. */
export function listSnapshots(id: string, token: string) {
  return callServer(`${workshopPath(id)}/snapshots`, snapshotListSchema, { bearer: token })
}

export function takeSnapshot(id: string, token: string, label: string) {
  return callServer(`${workshopPath(id)}/snapshots`, snapshotInfoSchema, { bearer: token, body: { label } })
}

/** Answers with the snapshot of what was there: restoring that one takes this back. */
export function restoreSnapshot(id: string, token: string, sid: number) {
  return callServer(`${workshopPath(id)}/snapshots/${sid}/restore`, restoredSchema, { bearer: token, body: {} })
}

/** The board as it was then, as a Yjs update. */
export async function readSnapshotState(id: string, token: string, sid: number): Promise<Answer<Uint8Array>> {
  try {
    const response = await fetch(`${workshopPath(id)}/snapshots/${sid}/state`, {
      headers: { authorization: `Bearer ${token}` },
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    if (!response.ok) return { ok: false, failure: failureOf(response.status, await readJson(response)) }
    return { ok: true, value: new Uint8Array(await response.arrayBuffer()) }
  } catch {
    return failed('unreachable', words.problems.unreachable.sentence)
  }
}

function roundPath(id: string, roundId: string) {
  return `${workshopPath(id)}/rounds/${encodeURIComponent(roundId)}`
}

function workshopPath(id: string) {
  return `/api/workshops/${encodeURIComponent(id)}`
}
