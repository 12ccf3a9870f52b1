// What everybody reads while the board is frozen: by whom, and what that means for them.
import type { RoomState } from '../../connection/RoomState.ts'
import { facilitationWords } from '../../ui/facilitationWords.ts'

const words = facilitationWords.frozen

/** null: it is not frozen, or closed, which says more. Reactive. */
export function frozenSentence({
  workshop,
  roster,
  role,
  me,
}: Pick<RoomState, 'workshop' | 'roster' | 'role' | 'me'>): string | null {
  const { frozen, frozenBy, closed } = workshop.get()
  if (!frozen || closed) return null
  const by = frozenBy ?? ''
  if (role.get() === 'facilitator' && by !== '' && by === me.get()?.id) return words.forWhoDid
  const name = roster.get().get(by)?.name ?? ''
  return role.get() === 'facilitator' ? words.forFacilitators(name) : words.forOthers(name)
}
