// What candidates are called together: "13 pains" where all are pains, else "13 cards". Pure.
import { type CardSort, sortLabel, sortPlural, withinSentence } from '../../../shared/journey/cards/cardSorts.ts'
import { votingWords } from '../../ui/votingWords.ts'

/** null: a card that was deleted. */
export function countCandidates(sorts: readonly (CardSort | null)[]): string {
  const [first] = sorts
  const isOneSort = first !== undefined && first !== null && sorts.every((sort) => sort === first)
  if (!isOneSort) return votingWords.cards(sorts.length)
  return `${sorts.length} ${withinSentence((sorts.length === 1 ? sortLabel : sortPlural)(first))}`
}
