import type { Role } from '../../shared/protocol/roles.ts'

/** Everything the board needs to connect: who this browser is in which workshop. */
export interface JoinedWorkshop {
  readonly workshopId: string
  /** Bearer for HTTP, subprotocol for the socket. Never shown, never put into an address. */
  readonly token: string
  readonly participantId: string
  /** As of joining; the server's welcome carries the current one. */
  readonly role: Role
  /** As of joining; workshop state carries the current one. */
  readonly title: string
}
