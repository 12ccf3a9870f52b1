// Which links somebody may hand out, and whether an address reaches other devices. Pure.
import type { Role } from '../../shared/protocol/roles.ts'

const order: readonly Role[] = ['participant', 'facilitator', 'viewer']

/** Facilitators: all roles (a missing link can be made). Others: what they came with, never a facilitator's link. */
export function offeredRoles(role: Role, links: ReadonlyMap<Role, string | null>): Role[] {
  if (role === 'facilitator') return [...order]
  return order.filter((target) => target !== 'facilitator' && (links.get(target) ?? null) !== null)
}

/** true for addresses that mean "this computer" on every computer. */
export function onlyOnThisComputer(origin: string): boolean {
  const { hostname } = new URL(origin)
  return (
    hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || hostname.startsWith('127.')
  )
}
