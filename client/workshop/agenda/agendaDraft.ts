// An agenda while it is edited: the phases in their order, minutes as they are typed. Pure; every change gives a new
// list, and nothing counts before it is sent.
import { newId } from '../../../shared/journey/ids.ts'
import {
  type Agenda,
  MAX_PHASE_MINUTES,
  MAX_PHASES,
  nothingAllowed,
  type Phase,
} from '../../../shared/workshop/agenda.ts'
import { readyAgenda } from '../../../shared/workshop/agendas.ts'
import { agendaWords } from '../../ui/agendaWords.ts'
import { chosenCards } from './phaseChoices.ts'

const words = agendaWords.problems

export interface DraftPhase extends Omit<Phase, 'minutes'> {
  readonly minutesText: string
}

export function draftOf(phases: readonly Phase[]): DraftPhase[] {
  return phases.map(({ minutes, ...phase }) => ({ ...phase, minutesText: String(minutes) }))
}

/** Minutes that cannot be read count as none: they are a problem, and the sum goes on. */
export function phasesOf(draft: readonly DraftPhase[]): Phase[] {
  return draft.map(({ minutesText, ...phase }) => ({
    ...phase,
    name: phase.name.trim(),
    instruction: phase.instruction.trim(),
    minutes: readMinutes(minutesText) ?? 0,
  }))
}

export interface PhaseProblems {
  readonly name: string | null
  readonly minutes: string | null
  readonly cards: string | null
}

export function problemsOf(phase: DraftPhase): PhaseProblems {
  return {
    name: phase.name.trim() === '' ? words.name : null,
    minutes: readMinutes(phase.minutesText) === null ? words.minutes(MAX_PHASE_MINUTES) : null,
    cards: phase.private && chosenCards(phase.rights).size === 0 ? words.cards : null,
  }
}

export function isSound(phase: DraftPhase): boolean {
  return Object.values(problemsOf(phase)).every((problem) => problem === null)
}

/** Half minutes are fine; '' is no time limit. */
export function readMinutes(text: string): number | null {
  const trimmed = text.trim().replace(',', '.')
  if (trimmed === '') return 0
  if (!/^\d{1,3}(\.\d)?$/.test(trimmed)) return null
  const minutes = Number(trimmed)
  return minutes <= MAX_PHASE_MINUTES ? minutes : null
}

/** Ready-made phases to add, each once, in the order of a workshop. */
export function phasePatterns(): Phase[] {
  const seen = new Set<string>()
  return readyAgenda(240).filter(({ name }) => !seen.has(name) && seen.add(name))
}

export function emptyPhase(): Phase {
  return {
    id: '',
    name: '',
    minutes: 10,
    instruction: '',
    rights: nothingAllowed,
    private: false,
    reveal: 'names',
    placeholders: true,
  }
}

/** Null: the agenda is full. */
export function addPhase(
  draft: readonly DraftPhase[],
  pattern: Phase,
): { readonly draft: DraftPhase[]; readonly id: string } | null {
  if (draft.length >= MAX_PHASES) return null
  const id = newId()
  return { draft: [...draft, ...draftOf([{ ...pattern, id }])], id }
}

export function changePhase(draft: readonly DraftPhase[], phase: DraftPhase): DraftPhase[] {
  return draft.map((one) => (one.id === phase.id ? phase : one))
}

export function removePhase(draft: readonly DraftPhase[], id: string): DraftPhase[] {
  return draft.filter((one) => one.id !== id)
}

/** To a place in the list, which is held within it. */
export function movePhase(draft: readonly DraftPhase[], id: string, to: number): DraftPhase[] {
  const phase = draft.find((one) => one.id === id)
  if (!phase) return [...draft]
  const others = removePhase(draft, id)
  return others.toSpliced(Math.max(0, Math.min(others.length, to)), 0, phase)
}

/** Private phases that have begun keep what they promised: how notes are revealed, and what others see of them. */
export function hasBegun({ phases, currentIndex, revealedPhaseIds }: Agenda, id: string): boolean {
  if (revealedPhaseIds.includes(id)) return true
  return currentIndex !== null && phases.findIndex((phase) => phase.id === id) <= currentIndex && isIn(phases, id)
}

function isIn(phases: readonly Phase[], id: string): boolean {
  return phases.some((phase) => phase.id === id)
}
