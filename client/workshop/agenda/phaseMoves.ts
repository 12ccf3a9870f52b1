// Moves through the agenda as the facilitator asks for them: what has to be asked first, and the command that does it.
// Pure. Every command says which phase its sender saw, so that two facilitators pressing at once move one phase.
import type { Command } from '../../../shared/protocol/api.ts'
import { type Agenda, currentPhase, type Phase } from '../../../shared/workshop/agenda.ts'
import type { Activity } from '../../../shared/workshop/workshopActivity.ts'

export type PhaseMove =
  | { readonly to: 'next' }
  | { readonly to: 'back' }
  | { readonly to: 'phase'; readonly phaseId: string }
  | { readonly to: 'stop' }

export type LeaveQuestion =
  /** Notes of the private phase that is on are hidden still. */
  { readonly asks: 'reveal'; readonly phase: Phase; readonly notes: number } | { readonly asks: 'end' }

/** What must be asked before this move; null: nothing. */
export function questionBefore(move: PhaseMove, agenda: Agenda, activity: Activity | null): LeaveQuestion | null {
  const phase = currentPhase(agenda)
  const notes = activity?.drafts?.notes ?? 0
  const isHidden = phase?.private === true && !agenda.revealedPhaseIds.includes(phase.id)
  // Going back keeps notes hidden by itself.
  if (phase && isHidden && notes > 0 && isForward(move, agenda)) return { asks: 'reveal', phase, notes }
  return move.to === 'stop' ? { asks: 'end' } : null
}

/** A question that waits for an answer, with the agenda it was asked about: the one the answer is meant for. */
export interface AskedMove {
  readonly move: PhaseMove
  readonly question: LeaveQuestion
  readonly agenda: Agenda
}

/** The command of an answer. Whoever moved the agenda while the question stood makes the server refuse it. */
export function answeredCommand({ move, question, agenda }: AskedMove, choice: { readonly reveal: boolean }): Command {
  return moveCommand(move, agenda, question.asks === 'reveal' ? choice.reveal : null)
}

/** `reveal` false: notes that are hidden stay so. Null: the server decides, and there is nothing to decide. */
export function moveCommand(move: PhaseMove, agenda: Agenda, reveal: boolean | null): Command {
  const from = currentPhase(agenda)?.id ?? null
  const choice = reveal === null ? {} : { reveal }
  switch (move.to) {
    case 'next':
      return { type: 'phase.next', from, ...choice }
    case 'back':
      return { type: 'phase.back', from }
    case 'phase':
      return { type: 'phase.goto', phaseId: move.phaseId, from, ...choice }
    case 'stop':
      return { type: 'phase.stop', from, ...choice }
  }
}

/** The phase after the one that is on; the first if none is on; null after the last. */
export function phaseAfter(agenda: Agenda): Phase | null {
  return agenda.phases[agenda.currentIndex === null ? 0 : agenda.currentIndex + 1] ?? null
}

export function phaseBefore(agenda: Agenda): Phase | null {
  return agenda.currentIndex === null ? null : (agenda.phases[agenda.currentIndex - 1] ?? null)
}

function isForward(move: PhaseMove, { phases, currentIndex }: Agenda): boolean {
  if (move.to === 'phase') return phases.findIndex(({ id }) => id === move.phaseId) > (currentIndex ?? -1)
  return move.to !== 'back'
}
