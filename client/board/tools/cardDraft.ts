// What a new card is before it has a place: its kind and what is known about it from where it is made.
import {
  cardDefinition,
  cardKindNames,
  type CardKind,
  kindsForLane,
  type NoteType,
  noteTypeForLane,
} from '../../../shared/journey/cards/cardKinds.ts'
import { sortLabel, sortOfCard } from '../../../shared/journey/cards/cardSorts.ts'
import type { LaneKind } from '../../../shared/journey/lanes.ts'

export interface CardDraft {
  readonly kind: CardKind
  readonly fields: Readonly<Record<string, unknown>>
}

/** Chosen by a button or a key; the type of a note follows its lane unless it was chosen too. */
export interface CardChoice {
  readonly kind: CardKind
  readonly noteType?: NoteType
}

export function draftFor(choice: CardChoice, lane: LaneKind | null): CardDraft {
  if (choice.kind !== 'note') return { kind: choice.kind, fields: {} }
  const type = choice.noteType ?? (lane ? noteTypeForLane(lane) : 'idea')
  return { kind: 'note', fields: { type } }
}

/** The card that belongs in a lane; null where none does (emotion). */
export function homeDraft(lane: LaneKind): CardDraft | null {
  const [kind] = kindsForLane(lane)
  return kind ? draftFor({ kind }, lane) : null
}

/** The kind a quick key makes, from the declarations of the kinds. */
export function kindOfKey(key: string): CardKind | null {
  return cardKindNames.find((kind) => cardDefinition(kind).key === key) ?? null
}

/** What the button in a cell says: "Touchpoint", "Pain". */
export function draftLabel({ kind, fields }: CardDraft): string {
  return sortLabel(sortOfCard(kind, fields))
}
