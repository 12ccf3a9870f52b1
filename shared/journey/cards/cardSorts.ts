// What a card is to people: a touchpoint, a KPI, and of notes a pain, a gain, an idea … One word for one, and for many.
import { cardDefinition, type CardKind, cardKindNames, type NoteType } from './cardKinds.ts'
import { note } from './note.ts'

/** A kind of card, or a type of note. */
export type CardSort = Exclude<CardKind, 'note'> | `note:${NoteType}`

const noteTypes = note.fields.type.options

/** In the order of the table of kinds. */
export const cardSorts: readonly CardSort[] = cardKindNames.flatMap((kind): CardSort[] =>
  kind === 'note' ? noteTypes.map(({ value }) => `note:${value}` as const) : [kind],
)

/** A note without a type, or of one that this version does not know, reads as a pain. */
export function sortOfCard(kind: CardKind, fields: Readonly<Record<string, unknown>>): CardSort {
  if (kind !== 'note') return kind
  return `note:${noteTypes.find(({ value }) => value === fields['type'])?.value ?? note.fields.type.initial}`
}

/** "Touchpoint", "Pain" */
export function sortLabel(sort: CardSort): string {
  return typeLabel(sort) ?? cardDefinition(sort as CardKind).label
}

/** "Touchpoints", "Opportunities", "Pains" */
export function sortPlural(sort: CardSort): string {
  const label = typeLabel(sort)
  // The words of all types of note take a plain s.
  return label === null ? cardDefinition(sort as CardKind).plural : `${label}s`
}

function typeLabel(sort: CardSort): string | null {
  return noteTypes.find(({ value }) => sort === `note:${value}`)?.label ?? null
}

/** "Pains" becomes "pains", "KPIs" stays. */
export function withinSentence(label: string): string {
  return /^[A-Z]{2}/.test(label) ? label : label.toLowerCase()
}
