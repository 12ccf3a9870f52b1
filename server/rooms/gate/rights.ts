// Who may touch what on the board. Decided per touched entity, at the moment the update is applied.
import type { RefusalReason, Role } from '../../../shared/protocol/messages.ts'

export interface Writer {
  readonly participantId: string
  readonly role: Role
}

export interface RoomRights {
  readonly structureLocked: boolean
  readonly closed: boolean
}

/** Roots people write in. `meta` is the server's. */
export const writableRoots: ReadonlySet<string> = new Set([
  'journeys',
  'stages',
  'lanes',
  'cards',
  'emotions',
  'drawings',
  'clusters',
])
const structureRoots: ReadonlySet<string> = new Set(['journeys', 'stages', 'lanes'])

/** Null: allowed. */
export function refusalFor(writer: Writer, rights: RoomRights, root: string, entityId: string): RefusalReason | null {
  if (writer.role === 'viewer') return 'viewer'
  if (rights.closed) return 'closed'
  if (!writableRoots.has(root)) return 'notYours'
  if (rights.structureLocked && writer.role !== 'facilitator' && structureRoots.has(root)) return 'structureLocked'
  // `<journeyId>.<personaId or all>.<participantId>`: feelings are their owner's, facilitators included.
  if (root === 'emotions' && entityId.slice(entityId.lastIndexOf('.') + 1) !== writer.participantId) return 'notYours'
  return null
}
