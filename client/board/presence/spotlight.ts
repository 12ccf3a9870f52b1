// The facilitator's spotlight as it concerns this person. Pure.
import type { WorkshopState } from '../../../shared/protocol/messages.ts'
import type { Role } from '../../../shared/protocol/roles.ts'

export interface OwnSpotlight {
  readonly id: string
  /** Whose view it is. */
  readonly by: string
  readonly mode: 'once' | 'keep'
  /** Leaving is not possible. */
  readonly isHeld: boolean
  readonly view: { readonly x: number; readonly y: number; readonly w: number; readonly h: number } | null
}

/** Null: there is none, or it is one's own. Facilitators are brought and kept like everybody, and can always leave. */
export function ownSpotlight(
  spotlight: WorkshopState['spotlight'],
  me: { readonly id: string; readonly role: Role },
): OwnSpotlight | null {
  if (!spotlight || spotlight.by === me.id) return null
  const { id, by, mode, hold, view } = spotlight
  return { id, by, mode, isHeld: mode === 'keep' && hold && me.role !== 'facilitator', view }
}
