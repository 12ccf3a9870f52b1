import type { WorkshopState } from '../../../shared/protocol/messages.ts'
import { currentPhase } from '../../../shared/workshop/agenda.ts'

/** Nothing is on, and there are traces: the agenda has been run. */
export function wasRun({ agenda, rounds }: Pick<WorkshopState, 'agenda' | 'rounds'>): boolean {
  if (currentPhase(agenda) !== null || agenda.phases.length === 0) return false
  return rounds.length > 0 || agenda.revealedPhaseIds.length > 0
}
