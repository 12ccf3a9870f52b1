// What one role may do on the board at this moment, from the state that everybody is told. The client asks it to show
// only what applies; the server's gate decides by the same rules and is the one that counts.
import type { WorkshopState } from '../protocol/messages.ts'
import type { Role } from '../protocol/roles.ts'
import { everythingAllowed, nothingAllowed, type PhaseRights, rightsNow } from './agenda.ts'

/** Card locks are apart: see `locks` of the workshop. */
export function rightsOf(role: Role, workshop: WorkshopState): PhaseRights {
  if (role === 'viewer' || workshop.closed) return nothingAllowed
  if (role === 'facilitator') return everythingAllowed
  const now = rightsNow(workshop.agenda)
  // A freeze is for the board; ballots are no part of it.
  if (workshop.frozen) return { ...nothingAllowed, vote: now.vote }
  return { ...now, structure: now.structure && !workshop.structureLocked }
}
