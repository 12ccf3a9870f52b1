// What the words in a table's cells name: a stage, a lane, a field of a card, or nothing the map knows. Compared without
// case, spaces and signs.
import type { Lane, Stage } from '../journey/Board.ts'
import {
  cardDefinition,
  type CardKind,
  kindsForLane,
  type NoteType,
  noteTypeForLane,
} from '../journey/cards/cardKinds.ts'
import { note } from '../journey/cards/note.ts'
import type { Field } from '../journey/fields.ts'
import { laneKindDefinitions, laneKinds, type LaneKind } from '../journey/lanes.ts'
import { laneTitle } from '../journey/readBoardParts.ts'

/** Where rows are pasted: what their words may mean there. */
export interface RowSurroundings {
  /** The lane people paste into; null on the canvas. */
  readonly lane: LaneKind | null
  readonly stages?: readonly Stage[]
  readonly lanes?: readonly Lane[]
  readonly departments?: readonly string[]
}

/** A card before it has an id and a place; without stage or lane it goes where people paste. */
export interface RowCard {
  readonly kind: CardKind
  readonly fields: Readonly<Record<string, unknown>>
  readonly stage?: Stage
  readonly lane?: Lane
}

export interface RowCards<C> {
  readonly cards: readonly C[]
  /** Cells with words that found no place in a card: of another kind than their column, or beyond the limit. */
  readonly leftOut: number
}

export interface NamedField {
  readonly name: string
  readonly field: Field
}

const plain = (words: string): string => words.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')
/** "Pains" is "Pain". */
const singular = (words: string): string => plain(words).replace(/s$/, '')

export function isNamed(words: string, ...names: readonly string[]): boolean {
  return plain(words) !== '' && names.some((name) => plain(name) === plain(words))
}

function named<T>(words: string, things: readonly T[], nameOf: (thing: T) => string): T | undefined {
  return things.find((thing) => isNamed(words, nameOf(thing)))
}

export function stageNamed(words: string, { stages = [] }: RowSurroundings): Stage | undefined {
  return named(words, stages, ({ name }) => name)
}

/** By its own title, else by its kind, in the singular or the plural. */
export function laneNamed(words: string, { lanes = [] }: RowSurroundings): Lane | undefined {
  const isCalled = (name: string) => singular(words) !== '' && singular(name) === singular(words)
  const own = named(words, lanes, laneTitle) ?? lanes.find((lane) => isCalled(laneTitle(lane)))
  const called = laneKindNamed(words)
  return own ?? lanes.find(({ kind }) => kind === called)
}

/** The kind of lane that is called so: a lane of it can be made. */
export function laneKindNamed(words: string): LaneKind | undefined {
  const name = singular(words)
  return name === ''
    ? undefined
    : laneKinds.find((kind) => name === singular(laneKindDefinitions[kind].label) || name === singular(kind))
}

export function departmentNamed(words: string, { departments = [] }: RowSurroundings): string | undefined {
  return named(words, departments, (name) => name)
}

const fieldsOf = (kind: CardKind): NamedField[] =>
  Object.entries(cardDefinition(kind).fields).map(([name, field]) => ({ name, field }))

/** By its label or its name in the declaration, also by the column's name in our own tables. */
export function fieldNamed(kind: CardKind, words: string): NamedField | undefined {
  const fields = fieldsOf(kind)
  const found = named(words, fields, ({ field }) => field.label) ?? named(words, fields, ({ name }) => name)
  return found ?? (isNamed(words, 'department', 'team') ? departmentField(kind) : undefined)
}

export function departmentField(kind: CardKind): NamedField | undefined {
  return fieldsOf(kind).find(({ field }) => field.type === 'department')
}

/**
 * Words that no field asks for go to what a card says about where it comes from, a line each. Returns how many did not:
 * most kinds of card have no such field.
 */
export function addToSpare(kind: CardKind, fields: Record<string, unknown>, rest: readonly string[]): number {
  if (rest.length === 0) return 0
  const spare = fieldsOf(kind).find(({ name }) => name === 'evidence' || name === 'source')
  if (spare?.field.type !== 'text') return rest.length
  const own = fields[spare.name]
  const all = [...(typeof own === 'string' ? [own] : []), ...rest].join('\n')
  if (all.length > spare.field.maxLength) return rest.length
  fields[spare.name] = all
  return 0
}

/** Whether a column of this name holds the card's own words. */
export function isTitleName(kind: CardKind, words: string): boolean {
  const { label, plural } = cardDefinition(kind)
  if (isNamed(words, 'text', 'card', 'title', 'name', label, plural)) return true
  return kind === 'note' && noteTypeNamed(words) !== undefined
}

/** "Pains" → pain */
export function noteTypeNamed(words: string): NoteType | undefined {
  const { options } = note.fields.type
  return options.find(({ label }) => singular(words) === singular(label))?.value
}

export function homeKind(lane: LaneKind | null): CardKind | undefined {
  return lane === null ? 'note' : kindsForLane(lane)[0]
}

/** What a card of this kind has in this lane before anything is filled in. */
export function ownFields(kind: CardKind, lane: LaneKind | null): Record<string, unknown> {
  return kind === 'note' ? { type: noteTypeForLane(lane ?? 'free') } : {}
}

/** A card of these words alone; none if there are none, or if the lane takes no cards. */
export function cardOf(words: string, lane: LaneKind | null): RowCard[] {
  const kind = homeKind(lane)
  if (words === '' || !kind) return []
  return [{ kind, fields: { ...ownFields(kind, lane), [cardDefinition(kind).title]: words } }]
}
