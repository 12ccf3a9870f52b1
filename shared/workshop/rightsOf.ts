// What one role may do on the board at this moment, in short, from the state that everybody is told: for what is shown or
// not. Whether one change is allowed is asked of the rule itself (boardRule.ts).
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
