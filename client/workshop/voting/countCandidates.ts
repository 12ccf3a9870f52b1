// What candidates are called together: "13 pains" where all are pains, else "13 cards". Pure.
import { type CardKind, cardDefinition } from '../../../shared/journey/cards/cardKinds.ts'
import { note } from '../../../shared/journey/cards/note.ts'
import { votingWords } from '../../ui/votingWords.ts'

/** A card's sort in a sentence: "pain", "touchpoint", "KPI". */
export function sortOf(kind: CardKind, fields: Readonly<Record<string, unknown>>): string {
  const type = kind === 'note' ? note.fields.type.options.find(({ value }) => value === fields['type']) : undefined
  const label = type?.label ?? cardDefinition(kind).label
  return label === label.toUpperCase() ? label : label.toLowerCase()
}

export function countCandidates(sorts: readonly string[]): string {
  const [first] = sorts
  const isOneSort = first !== undefined && sorts.every((sort) => sort === first)
  return isOneSort ? votingWords.ofSort(sorts.length, first) : votingWords.cards(sorts.length)
}
