import { type Agenda, currentPhase, type Phase } from './agenda.ts'

/** The phase that is on, if notes are written as drafts in it: private and not revealed yet. Else null. */
export function privatePhase(agenda: Agenda): Phase | null {
  const phase = currentPhase(agenda)
  return phase?.private && !agenda.revealedPhaseIds.includes(phase.id) ? phase : null
}
