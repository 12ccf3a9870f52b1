// The table of kinds. A new kind of card is one file beside this one and one line here.
import type { LaneKind } from '../lanes.ts'
import { action } from './action.ts'
import type { CardDefinition, FieldsOf } from './CardDefinition.ts'
import { customerAction } from './customerAction.ts'
import { kpi } from './kpi.ts'
import { note } from './note.ts'
import { opportunity } from './opportunity.ts'
import { persona } from './persona.ts'
import { processStep } from './processStep.ts'
import { thought } from './thought.ts'
import { touchpoint } from './touchpoint.ts'

export const cardKinds = {
  touchpoint,
  note,
  'customer-action': customerAction,
  thought,
  'process-step': processStep,
  kpi,
  opportunity,
  action,
  persona,
} as const

export type CardKind = keyof typeof cardKinds
export type CardFieldsOf<Kind extends CardKind> = FieldsOf<(typeof cardKinds)[Kind]>
export type NoteType = NonNullable<CardFieldsOf<'note'>['type']>

export const cardKindNames = Object.keys(cardKinds) as readonly CardKind[]

/** The declaration of a kind in its general form, for code that handles every kind alike. */
export function cardDefinition(kind: CardKind): CardDefinition {
  return cardKinds[kind]
}

export function isCardKind(value: unknown): value is CardKind {
  return typeof value === 'string' && Object.hasOwn(cardKinds, value)
}

/** Whether a lane of this kind takes cards of that kind. */
export function laneTakes(lane: LaneKind, kind: CardKind): boolean {
  return cardDefinition(kind).lanes.includes(lane)
}

/** Kinds a lane takes, the one that belongs there first. */
export function kindsForLane(lane: LaneKind): readonly CardKind[] {
  const home = cardKindNames.filter((kind) => cardDefinition(kind).homeLanes.includes(lane))
  const others = cardKindNames.filter((kind) => laneTakes(lane, kind) && !home.includes(kind))
  return [...home, ...others]
}

/** The type of note a lane asks for. */
export function noteTypeForLane(lane: LaneKind): NoteType {
  switch (lane) {
    case 'gains':
      return 'gain'
    case 'opportunities':
      return 'idea'
    case 'thoughts':
      return 'question'
    case 'free':
      return 'idea'
    default:
      return 'pain'
  }
}
