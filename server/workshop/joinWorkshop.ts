// Coming in with a link's key: who somebody becomes. The only place where tokens are made.
import { newId, type ParticipantId } from '../../shared/journey/ids.ts'
import type { Role } from '../../shared/protocol/roles.ts'
import { hashSecret, newSecret } from '../auth/secrets.ts'
import { isLinkGood } from './isLinkGood.ts'
import { listDepartment } from './listDepartment.ts'
import type { Workshop } from './Workshop.ts'
import type { ParticipantRecord } from './workshopRecords.ts'

export interface JoinRequest {
  readonly key: string
  readonly name: string
  readonly department: string
  /** Token of an earlier join in the same browser, or null. */
  readonly earlierToken: string | null
}

export type JoinResult =
  | { readonly ok: true; readonly participant: ParticipantRecord; readonly token: string }
  | { readonly ok: false; readonly code: 'linkInvalid' | 'nameMissing' | 'full' }

const rank: Readonly<Record<Role, number>> = { viewer: 0, participant: 1, facilitator: 2 }

/** `maxParticipants`: of those whose link is good and who were not removed. With a valid earlier token the same participant returns, with the higher of both roles; otherwise a new one comes. */
export function joinWorkshop(
  workshop: Workshop,
  request: JoinRequest,
  nowMs: number,
  maxParticipants: number,
): JoinResult {
  const link = workshop.links.byKey(request.key)
  const returning = request.earlierToken === null ? null : workshop.participantByToken(request.earlierToken)
  if (!link || !isLinkGood(link, returning?.id ?? null, nowMs)) return { ok: false, code: 'linkInvalid' }
  if (request.name === '' && link.role !== 'viewer' && returning?.name === undefined)
    return { ok: false, code: 'nameMissing' }
  const isHigher = returning === null || rank[link.role] > rank[returning.role]
  const token = returning && request.earlierToken !== null ? request.earlierToken : newSecret()
  const participant: ParticipantRecord = {
    id: returning?.id ?? newId<ParticipantId>(),
    name: request.name || (returning?.name ?? ''),
    department: request.department || (returning?.department ?? ''),
    firstDepartment: returning?.firstDepartment ?? '',
    role: isHigher ? link.role : returning.role,
    linkId: isHigher ? link.id : returning.linkId,
    tokenHash: hashSecret(token),
    removed: false,
    joinedAtMs: returning?.joinedAtMs ?? nowMs,
  }
  if (participant.name === '' && participant.role !== 'viewer') return { ok: false, code: 'nameMissing' }
  // A facilitator comes in whatever happens: somebody must be able to make room.
  const isFull = link.role !== 'facilitator' && !returning && workshop.welcomeCount() >= maxParticipants
  if (isFull) return { ok: false, code: 'full' }
  const listed = { ...participant, department: listDepartment(workshop, participant.department) }
  workshop.putParticipant(listed)
  if (link.oneUse && link.usedBy === null) workshop.links.put({ ...link, usedBy: participant.id })
  return { ok: true, participant: listed, token }
}
