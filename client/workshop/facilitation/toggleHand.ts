import type { BoardSession } from '../../board/BoardSession.ts'
import { runCommand } from '../useWorkshopActions.ts'

/** Raises the own hand, or lowers it. Viewers have none. */
export function toggleHand({ connection, workshop }: BoardSession): void {
  const { role, workshop: state } = connection.room
  if (role.get() === 'viewer') return
  const isUp = state.get().hands.includes(workshop.participantId)
  void runCommand(workshop.workshopId, workshop.token, { type: isUp ? 'hand.lower' : 'hand.raise' })
}
