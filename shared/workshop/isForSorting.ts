import { type Agenda, currentPhase } from './agenda.ts'

/** A phase in which what is there is put in order and nothing new is added or drawn, whatever facilitators may do besides. */
export function isForSorting(agenda: Agenda): boolean {
  const phase = currentPhase(agenda)
  return phase !== null && phase.rights.editOthers && !phase.rights.draw
}
