// Why something is not possible in a phase, and when it is again: one sentence for the screen, the same on both sides.
import { type CardKind, cardDefinition } from '../journey/cards/cardKinds.ts'
import { type Agenda, currentPhase, mayAdd, type Phase } from './agenda.ts'

export type PhaseAction =
  | { readonly does: 'add'; readonly kind: CardKind | null }
  | { readonly does: 'edit' }
  | { readonly does: 'structure' }
  | { readonly does: 'draw' }
  | { readonly does: 'vote' }
  | { readonly does: 'emotion' }

/** "This phase is for voting. Cards can be added again in Act." */
export function phaseSentence(agenda: Agenda, action: PhaseAction): string {
  const phase = currentPhase(agenda)
  if (!phase) return 'That is not possible now.'
  const later = agenda.phases.slice((agenda.currentIndex ?? 0) + 1).find((next) => allows(next, action))
  const again = later ? `again in ${later.name}` : 'again when the facilitator opens a phase for it'
  return `${purposeOf(phase)} ${subjectOf(action)} ${again}.`
}

function purposeOf(phase: Phase): string {
  const { rights } = phase
  if (phase.private) return 'This phase is for private writing.'
  if (rights.vote) return 'This phase is for voting.'
  const adds = rights.add === 'all' || rights.add.length > 0
  if (adds) return `This phase, ${phase.name}, does not take that.`
  if (rights.editOthers) return 'This phase is for sorting.'
  if (rights.emotion) return 'This phase is for feelings.'
  return 'This phase is for watching.'
}

function subjectOf(action: PhaseAction): string {
  switch (action.does) {
    case 'add':
      return `${action.kind === null || action.kind === 'note' ? 'Cards' : cardDefinition(action.kind).plural} can be added`
    case 'edit':
      return 'Cards can be changed'
    case 'structure':
      return 'Stages and lanes can be changed'
    case 'draw':
      return 'Drawing is possible'
    case 'vote':
      return 'Voting is possible'
    case 'emotion':
      return 'Feelings can be set'
  }
}

function allows({ rights, private: isPrivate }: Phase, action: PhaseAction): boolean {
  switch (action.does) {
    case 'add':
      if (isPrivate) return false
      return mayAdd(rights, action.kind, null)
    case 'edit':
      return rights.editOthers
    case 'structure':
    case 'draw':
    case 'vote':
    case 'emotion':
      return rights[action.does]
  }
}
