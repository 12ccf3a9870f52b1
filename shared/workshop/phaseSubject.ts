// What a phase is about: the cards that keep their look while the others go quiet. The same for everybody in the room,
// whatever each of them may do.
import type { CardKind, NoteType } from '../journey/cards/cardKinds.ts'
import type { WorkshopState } from '../protocol/messages.ts'
import { currentPhase } from './agenda.ts'

export type PhaseSubject =
  /** Nothing goes quiet. */
  | { readonly is: 'everything' }
  /** Cards of these kinds; of notes, these types (null: all). */
  | { readonly is: 'kinds'; readonly kinds: readonly CardKind[]; readonly noteTypes: readonly NoteType[] | null }
  | { readonly is: 'cards'; readonly cardIds: readonly string[] }

const everything: PhaseSubject = { is: 'everything' }
const notes: PhaseSubject = { is: 'kinds', kinds: ['note'], noteTypes: null }

export function phaseSubject({ agenda, rounds }: Pick<WorkshopState, 'agenda' | 'rounds'>): PhaseSubject {
  const open = rounds.find((round) => round.state === 'open')
  if (open) return { is: 'cards', cardIds: open.candidateIds }
  const phase = currentPhase(agenda)
  if (!phase) return everything
  const { rights } = phase
  if (rights.editOthers || rights.structure || rights.add === 'all') return everything
  if (rights.vote) {
    // The round of this phase is over: its cards carry the result. Before there is one, notes are what is voted on.
    const last = rounds.findLast((round) => round.openedAtMs >= (agenda.phaseStartedAtMs ?? 0))
    return last ? { is: 'cards', cardIds: last.candidateIds } : notes
  }
  if (rights.add.length > 0) return { is: 'kinds', kinds: rights.add, noteTypes: rights.noteTypes }
  // The curve alone. Phases in which one only looks and listens are about the whole map.
  return rights.emotion ? { is: 'kinds', kinds: [], noteTypes: null } : everything
}
