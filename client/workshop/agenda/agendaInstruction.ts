// What the agenda says to do now, for the bar of the board and for phones. Pure.
import type { Missing } from '../../../shared/insight/whatIsMissing.ts'
import type { WorkshopState } from '../../../shared/protocol/messages.ts'
import type { Role } from '../../../shared/protocol/roles.ts'
import { currentPhase } from '../../../shared/workshop/agenda.ts'
import { agendaWords } from '../../ui/agendaWords.ts'
import { voteInstruction } from '../voting/voteInstruction.ts'
import { voteStep } from '../voting/voteStep.ts'
import { wasRun } from './wasRun.ts'

interface Situation {
  readonly workshop: Pick<WorkshopState, 'agenda' | 'rounds' | 'closed'>
  readonly role: Role
  /** What the map lacks most. */
  readonly missing: Missing | null
}

/** Null: nothing, the map itself says what is next. */
export function agendaInstruction({ workshop, role, missing }: Situation): string | null {
  const { agenda, closed } = workshop
  const phase = currentPhase(agenda)
  const leads = role === 'facilitator' && !closed
  // A phase without a sentence is at least named.
  if (phase) return voteInstruction(voteStep(workshop), leads) ?? (phase.instruction || phase.name)
  if (wasRun(workshop)) return agendaWords.over
  // An agenda without a map to work on is not ready, and who looks on starts nothing.
  if (agenda.phases.length === 0 || missing === 'stage' || role === 'viewer') return null
  return leads ? agendaWords.ready.lead : agendaWords.ready.follow
}
