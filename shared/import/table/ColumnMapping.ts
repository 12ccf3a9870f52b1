// What the columns of a table mean: guessed from their names, corrected by a person, checked before anything is made.
import { cardDefinition, type CardKind, cardKindNames } from '../../journey/cards/cardKinds.ts'
import type { Field } from '../../journey/fields.ts'
import { fieldNamed, isNamed, isTitleName } from '../rowWords.ts'
import { presetFor, type PresetColumn } from './presets.ts'
import type { Table } from './Table.ts'

/** `field`: of the kind of card the rows are. `more`: joined to what the card says about where it comes from. */
export type ColumnRole =
  | { readonly role: 'ignore' }
  | { readonly role: 'stage' }
  | { readonly role: 'lane' }
  | { readonly role: 'more' }
  | { readonly role: 'field'; readonly field: string }

export interface ColumnMapping {
  readonly kind: CardKind
  /** One for each column of the table. */
  readonly columns: readonly ColumnRole[]
  /** What program's export this looks like; '' if none we know. */
  readonly preset: string
}

/** Kinds that lie in a lane; a persona lies beside the map. */
export const importableKinds: readonly CardKind[] = cardKindNames.filter(
  (kind) => cardDefinition(kind).lanes.length > 0,
)

/** Fields that one cell can hold; links, pictures and readings cannot. */
export function writableFields(kind: CardKind): readonly { readonly name: string; readonly field: Field }[] {
  return Object.entries(cardDefinition(kind).fields)
    .map(([name, field]) => ({ name, field }))
    .filter(({ field }) => !['card', 'picture', 'readings'].includes(field.type))
}

/** Of a known program by its preset; else the kind whose fields the names fit best. */
export function guessMapping(table: Table): ColumnMapping {
  const preset = presetFor(table.header)
  if (preset) {
    const columns = table.header.map((name) => presetRole(preset.columns[name.toLowerCase()]))
    return { kind: 'note', preset: preset.name, columns }
  }
  const own = ownKind(table)
  if (own) return mapAs(own, table)
  const kind = bestKind(table)
  return { kind, preset: '', columns: columnsFor(kind, table) }
}

/** Names that say as much of several kinds, or nothing, are of notes: the commonest thing people bring. */
function bestKind({ header }: Table): CardKind {
  const told = (kind: CardKind): number => {
    const { label, plural } = cardDefinition(kind)
    // Of kinds of which as much is told, a column "Touchpoint" says what the rows are; of several the first does.
    const called = header.findIndex((name) => isNamed(name, label, plural))
    return header.filter((name) => isKnown(kind, name)).length + (called === -1 ? 0 : 1 / (called + 2))
  }
  return importableKinds.reduce<CardKind>((best, next) => (told(next) > told(best) ? next : best), 'note')
}

/** Tables of our own say what their rows are. */
function ownKind({ header }: Table): CardKind | undefined {
  return importableKinds.find((kind) => isNamed(header[0] ?? '', `${kind}-id`))
}

/** Words of a column's name, as a rule. */
const NAME_WORDS = 2

/**
 * Whether the first row names the columns. Of several columns it does, in whatever language; of one only if its words say
 * something the map knows, or are fewer than those below: a plain list has no name, and its first line is a card too.
 */
export function hasHeader({ header, rows }: Table): boolean {
  const [only = '', ...others] = header.filter((name) => name !== '')
  if (others.length > 0 || importableKinds.some((kind) => roleOf(kind, only).role !== 'ignore')) return true
  const words = (text: string): number => text.split(/\s+/).filter(Boolean).length
  const below = rows.slice(0, GUESS_ROWS).flatMap(({ cells }) => cells.filter((cell) => cell !== '').map(words))
  const usual = below.toSorted((a, b) => a - b)[Math.floor(below.length / 2)] ?? 0
  return words(only) <= NAME_WORDS && words(only) < usual
}

/** The sheet that holds cards, where the first ones tell about the workshop; else the first. */
export function firstSheet(tables: readonly Table[]): number {
  return Math.max(
    0,
    tables.findIndex((table) => ownKind(table) !== undefined),
  )
}

/** The same table as cards of another kind. */
export function mapAs(kind: CardKind, table: Table): ColumnMapping {
  return { kind, preset: '', columns: columnsFor(kind, table) }
}

/**
 * What the columns mean where a lane makes its rows another kind than most: the column with the card's words stays, the
 * others by their names; what such a card has no field for is kept with what it says about where it comes from.
 */
export class MappingOfKinds {
  readonly chosen: ColumnMapping
  readonly #table: Table
  readonly #others = new Map<CardKind, ColumnMapping>()

  constructor(table: Table, chosen: ColumnMapping) {
    this.#table = table
    this.chosen = chosen
  }

  of(kind: CardKind): ColumnMapping {
    if (kind === this.chosen.kind) return this.chosen
    const known = this.#others.get(kind)
    if (known) return known
    const made = this.#translate(kind)
    this.#others.set(kind, made)
    return made
  }

  #translate(kind: CardKind): ColumnMapping {
    const { title } = cardDefinition(kind)
    const [words, guess, own] = [
      titleColumn(this.chosen),
      mapAs(this.chosen.kind, this.#table),
      mapAs(kind, this.#table),
    ]
    const columns = this.chosen.columns.map((column, at): ColumnRole => {
      if (at === words) return { role: 'field', field: title }
      const [before, after] = [guess.columns[at], own.columns[at]]
      const isField = after?.role === 'field' && after.field !== title
      // What somebody took out by hand stays out.
      if (column.role === 'ignore') return isField && before?.role === 'ignore' ? after : column
      if (column.role !== 'field') return column
      return isField ? after : { role: 'more' }
    })
    return { kind, preset: '', columns }
  }
}

/** A field takes one column: whichever had it before is ignored from now on. */
export function withColumn(mapping: ColumnMapping, at: number, role: ColumnRole): ColumnMapping {
  const isSame = (other: ColumnRole): boolean =>
    other.role === role.role && role.role !== 'ignore' && role.role !== 'more' && fieldOf(other) === fieldOf(role)
  const columns = mapping.columns.map((other, index): ColumnRole => {
    if (index === at) return role
    return isSame(other) ? { role: 'ignore' } : other
  })
  return { ...mapping, columns }
}

/** The column with the card's own words; −1: there is none, and nothing can be made. */
export function titleColumn({ kind, columns }: ColumnMapping): number {
  const { title } = cardDefinition(kind)
  return columns.findIndex((column) => column.role === 'field' && column.field === title)
}

const fieldOf = (role: ColumnRole): string | null => (role.role === 'field' ? role.field : null)

function presetRole(column: PresetColumn | undefined): ColumnRole {
  if (column === undefined) return { role: 'ignore' }
  if (column === 'stage' || column === 'lane' || column === 'more') return { role: column }
  return { role: 'field', field: column.field }
}

function isKnown(kind: CardKind, name: string): boolean {
  return roleOf(kind, name).role === 'field'
}

function columnsFor(kind: CardKind, { header, rows }: Table): ColumnRole[] {
  const { title } = cardDefinition(kind)
  const taken = new Set<string>()
  const columns = header.map((name): ColumnRole => {
    const role = roleOf(kind, name)
    const key = role.role === 'field' ? role.field : role.role
    if (role.role === 'ignore' || taken.has(key)) return { role: 'ignore' }
    taken.add(key)
    return role
  })
  // No column is called as the card's words are: the one with the most words it must be.
  if (!taken.has(title)) {
    const widest = widestColumn(columns, rows)
    if (widest !== -1) columns[widest] = { role: 'field', field: title }
  }
  return columns
}

function roleOf(kind: CardKind, name: string): ColumnRole {
  if (isNamed(name, 'stage', 'phase', 'frame', 'step')) return { role: 'stage' }
  if (isNamed(name, 'lane', 'row', 'swimlane')) return { role: 'lane' }
  // Ids and positions of our own tables mean nothing elsewhere.
  if (name === '' || /(^|[_ ])id$/i.test(name) || isNamed(name, 'position', 'order')) return { role: 'ignore' }
  const named = fieldNamed(kind, name)
  if (named && writableFields(kind).some((field) => field.name === named.name))
    return { role: 'field', field: named.name }
  const isTitle = isTitleName(kind, name) || isNamed(name, 'content', 'summary', 'note', 'sticky')
  return isTitle ? { role: 'field', field: cardDefinition(kind).title } : { role: 'ignore' }
}

/** Rows looked at for a guess. */
const GUESS_ROWS = 50

function widestColumn(columns: readonly ColumnRole[], rows: Table['rows']): number {
  const some = rows.slice(0, GUESS_ROWS)
  const widths = columns.map((column, at) => {
    if (column.role !== 'ignore') return -1
    return some.reduce((sum, { cells }) => sum + letters(cells[at] ?? ''), 0)
  })
  const most = Math.max(...widths)
  return most > 0 ? widths.indexOf(most) : -1
}

/** Dates and numbers are no words. */
const letters = (words: string): number => words.replaceAll(/[^\p{L}]/gu, '').length
