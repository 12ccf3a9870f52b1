// Where a vote stands, for what the bar offers and says. Pure.
import type { WorkshopState } from '../../../shared/protocol/messages.ts'
import { currentPhase } from '../../../shared/workshop/agenda.ts'

/**
 * `open`: people vote, in whatever phase. In a phase for voting besides: `waits` for its first round, or it has `ended`
 * and the result is on the table.
 */
export type VoteStep = 'waits' | 'open' | 'ended'

/** Null: this is not about a vote. */
export function voteStep({ agenda, rounds }: Pick<WorkshopState, 'agenda' | 'rounds'>): VoteStep | null {
  if (rounds.some(({ state }) => state === 'open')) return 'open'
  if (currentPhase(agenda)?.rights.vote !== true) return null
  return rounds.some(({ openedAtMs }) => openedAtMs >= (agenda.phaseStartedAtMs ?? 0)) ? 'ended' : 'waits'
}
