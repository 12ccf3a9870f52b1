// Says whether the notes that come onto the board at this moment come by a reveal. The document and the word that a phase
// was revealed arrive in one tick of the server but not in one frame here, and in either order.
import { react } from '@tldraw/state'
import { privatePhase } from '../../../shared/workshop/agenda.ts'
import type { RoomState } from '../../connection/RoomState.ts'

/** What comes so long after the word belongs to it, ms. */
const WINDOW_MS = 1_500

export interface RevealNow {
  isRevealing(): boolean
  stop(): void
}

export function watchRevealNow({ workshop }: Pick<RoomState, 'workshop'>): RevealNow {
  let known: readonly string[] | null = null
  let isPrivate = false
  let untilMs = Number.NEGATIVE_INFINITY
  const stop = react('phases revealed', () => {
    const { agenda } = workshop.get()
    const isNew = known !== null && agenda.revealedPhaseIds.some((id) => !known?.includes(id))
    if (isNew) untilMs = performance.now() + WINDOW_MS
    known = agenda.revealedPhaseIds
    isPrivate = privatePhase(agenda) !== null
  })
  // In a private phase nobody but facilitators puts anything on the board.
  return { isRevealing: () => isPrivate || performance.now() < untilMs, stop }
}
