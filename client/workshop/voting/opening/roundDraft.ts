// A round as a facilitator sets it up, before the server has seen it: defaults, and the command it becomes. Pure.
import type { CardKind, NoteType } from '../../../../shared/journey/cards/cardKinds.ts'
import { type CardSort, cardSorts, sortPlural } from '../../../../shared/journey/cards/cardSorts.ts'
import type { Command } from '../../../../shared/protocol/api.ts'
import type { Agenda } from '../../../../shared/workshop/agenda.ts'
import { defaultCap, defaultDots } from '../../../../shared/workshop/rounds.ts'
import type { CandidateSelection } from '../../../../shared/workshop/selectCandidates.ts'
import { votingWords } from '../../../ui/votingWords.ts'

/** What is voted on: cards of one sort, or notes of every type. */
export type CandidateSort = Exclude<CardSort, 'persona'> | 'note'

export interface RoundDraft {
  readonly question: string
  /** Only these cards; null: all that fit sort, stage and lane. */
  readonly cardIds: readonly string[] | null
  readonly sort: CandidateSort
  readonly stageId: string | null
  readonly laneId: string | null
  /** null: by the number of candidates. */
  readonly dots: number | null
  readonly cap: number | null
  readonly ownCards: boolean
  readonly secret: boolean
  /** null: open until a facilitator ends it. */
  readonly minutes: number | null
  /** null: everybody. */
  readonly departments: readonly string[] | null
  /** null: every ballot counts the same. */
  readonly weights: Readonly<Record<string, number>> | null
}

/** What is voted on most comes first. */
export const candidateSorts: readonly CandidateSort[] = [
  ...cardSorts.filter((sort): sort is `note:${NoteType}` => sort.startsWith('note:')),
  'note',
  'opportunity',
  'action',
  'touchpoint',
  'process-step',
  'kpi',
  'customer-action',
  'thought',
]

export function newRoundDraft(cardIds: readonly string[] | null, agenda: Agenda): RoundDraft {
  const sort = writtenLast(agenda) ?? 'note:pain'
  return {
    question: votingWords.opening.questionFor(cardIds === null ? sort : null),
    cardIds,
    sort,
    stageId: null,
    laneId: null,
    dots: null,
    cap: null,
    ownCards: true,
    secret: true,
    minutes: null,
    departments: null,
    weights: null,
  }
}

/** People vote on what they have written: the notes of the last private phase before this one. */
function writtenLast({ phases, currentIndex }: Agenda): CandidateSort | null {
  const written = phases.slice(0, currentIndex ?? 0).findLast((phase) => phase.private)
  const type = written?.rights.noteTypes?.[0]
  return type === undefined ? null : `note:${type}`
}

/** The question goes with the cards as long as nobody has written their own. */
export function withSort(draft: RoundDraft, sort: CandidateSort): RoundDraft {
  const { questionFor } = votingWords.opening
  const isOurs = draft.question.trim() === '' || candidateSorts.some((one) => draft.question === questionFor(one))
  return { ...draft, sort, question: isOurs ? questionFor(sort) : draft.question }
}

export function selectionOf({ cardIds, sort, stageId, laneId }: RoundDraft): CandidateSelection {
  if (cardIds !== null) return { cardIds }
  const [kind, noteType] = sort.split(':') as [CardKind, NoteType | undefined]
  return {
    kind,
    ...(noteType === undefined ? {} : { noteType }),
    ...(stageId === null ? {} : { stageId }),
    ...(laneId === null ? {} : { laneId }),
  }
}

/** "Pains", "Notes of every kind", "Touchpoints". */
export function labelOfSort(sort: CandidateSort): string {
  return sort === 'note' ? votingWords.opening.allNotes : sortPlural(sort)
}

export function dotsOf(draft: RoundDraft, candidates: number): { readonly dots: number; readonly cap: number } {
  const dots = draft.dots ?? defaultDots(candidates)
  return { dots, cap: draft.cap ?? defaultCap(dots) }
}

export function commandOf(draft: RoundDraft, candidates: number): Command {
  const { dots, cap } = dotsOf(draft, candidates)
  const { cardIds, ...described } = selectionOf(draft)
  return {
    type: 'round.open',
    question: draft.question.trim(),
    ...described,
    ...(cardIds === undefined ? {} : { cardIds: [...cardIds] }),
    dotsPerPerson: dots,
    capPerCard: cap,
    ownCards: draft.ownCards,
    secret: draft.secret,
    voters: draft.departments === null ? 'all' : [...draft.departments],
    weights: draft.weights === null ? null : { ...draft.weights },
    minutes: draft.minutes,
  }
}
