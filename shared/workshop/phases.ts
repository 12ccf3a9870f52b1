// Moving through the agenda: pure steps that give the new agenda or the reason why not.
import { type Agenda, currentPhase, noAgenda, type Phase } from './agenda.ts'

export type Move =
  | { readonly ok: true; readonly agenda: Agenda }
  | { readonly ok: false; readonly code: PhaseProblem; readonly message: string }
type PhaseProblem = 'noAgenda' | 'lastPhase' | 'firstPhase' | 'unknownPhase' | 'currentPhase' | 'duplicatePhase'

const fail = (code: PhaseProblem, message: string): Move => ({ ok: false, code, message })

/** The first phase if none is on. */
export function nextPhase(agenda: Agenda, nowMs: number): Move {
  if (agenda.phases.length === 0) return fail('noAgenda', 'There is no agenda yet. Choose one first.')
  const index = agenda.currentIndex === null ? 0 : agenda.currentIndex + 1
  if (index >= agenda.phases.length) return fail('lastPhase', 'This is the last phase.')
  return enter(agenda, index, nowMs)
}

export function previousPhase(agenda: Agenda, nowMs: number): Move {
  if (agenda.currentIndex === null || agenda.currentIndex === 0) return fail('firstPhase', 'There is no phase before.')
  return enter(agenda, agenda.currentIndex - 1, nowMs)
}

export function goToPhase(agenda: Agenda, phaseId: string, nowMs: number): Move {
  const index = agenda.phases.findIndex(({ id }) => id === phaseId)
  return index === -1 ? fail('unknownPhase', 'This phase is not in the agenda.') : enter(agenda, index, nowMs)
}

/** Ends the agenda: no phase is on, everything is allowed. The phases stay. */
export function stopPhases(agenda: Agenda): Agenda {
  return { ...agenda, currentIndex: null, phaseStartedAtMs: null }
}

/** What was promised when a private phase began, by phase id. */
export type Promises = Readonly<Record<string, Pick<Phase, 'reveal' | 'placeholders'>>>

/**
 * Replaces the phases. The phase that is on stays on (by its id), and what was promised when a private phase began
 * (that it is private, how its notes are revealed, whether others see grey blocks) stays as it was.
 */
export function setPhases(agenda: Agenda, phases: readonly Phase[], promises: Promises): Move {
  if (new Set(phases.map(({ id }) => id)).size < phases.length)
    return fail('duplicatePhase', 'Two phases have the same id.')
  const kept = phases.map((phase) => {
    const promise = Object.hasOwn(promises, phase.id) ? promises[phase.id] : undefined
    return promise ? { ...phase, private: true, ...promise } : phase
  })
  const current = currentPhase(agenda)
  if (!current) return { ok: true, agenda: { ...noAgenda, phases: kept, revealedPhaseIds: agenda.revealedPhaseIds } }
  const currentIndex = kept.findIndex(({ id }) => id === current.id)
  if (currentIndex === -1) return fail('currentPhase', 'The phase that is on must stay in the agenda.')
  return { ok: true, agenda: { ...agenda, phases: kept, currentIndex } }
}

function enter(agenda: Agenda, index: number, nowMs: number): Move {
  // Gone back to, a private phase is private again.
  const revealedPhaseIds = agenda.revealedPhaseIds.filter((id) => id !== agenda.phases[index]?.id)
  return { ok: true, agenda: { ...agenda, currentIndex: index, phaseStartedAtMs: nowMs, revealedPhaseIds } }
}
