import type { LinkRecord } from './workshopRecords.ts'

/** Whether somebody can come in with it. `returningId`: who comes, if they were here before; a personal link stays theirs. */
export function isLinkGood(link: LinkRecord, returningId: string | null, nowMs: number): boolean {
  if (link.revoked || (link.expiresAtMs !== null && link.expiresAtMs <= nowMs)) return false
  return !link.oneUse || link.usedBy === null || link.usedBy === returningId
}
