// A table under its mapping → the cards it would make, and everything that is wrong with it by row and column. Changes
// nothing: a person looks at the plan first.
import { cardDefinition, type CardKind, laneTakes } from '../../journey/cards/cardKinds.ts'
import type { Field } from '../../journey/fields.ts'
import { laneKindDefinitions, type LaneKind } from '../../journey/lanes.ts'
import { laneTitle } from '../../journey/readBoardParts.ts'
import { showValue } from '../ImportProblem.ts'
import { parseFieldValue } from '../parseFieldValue.ts'
import { addToSpare, homeKind, ownFields } from '../rowWords.ts'
import { type ColumnMapping, MappingOfKinds, titleColumn } from './ColumnMapping.ts'
import { planDepartments } from './planDepartments.ts'
import { type PlannedPlace, PlanPlaces, type PlanTarget } from './planPlaces.ts'
import { columnName, type Table, type TableRow } from './Table.ts'

export interface PlannedCard extends PlannedPlace {
  readonly kind: CardKind
  readonly fields: Readonly<Record<string, unknown>>
}

export interface TableProblem {
  /** As the program that shows the file numbers it. */
  readonly row: number
  /** "C"; '' for the whole row. */
  readonly column: string
  readonly sentence: string
  /** The row makes no card; else the card comes without this value. */
  readonly isRowLeftOut: boolean
}

export interface CardPlan {
  readonly cards: readonly PlannedCard[]
  /** Names of stages that would be made, in the order of the rows. */
  readonly newStages: readonly string[]
  /** That the workshop's list does not have. */
  readonly newDepartments: readonly string[]
  /** Kinds of lanes that would be made. */
  readonly newLanes: readonly LaneKind[]
  readonly problems: readonly TableProblem[]
  /** Rows that make no card. */
  readonly leftOut: number
}

export function planCards(table: Table, mapping: ColumnMapping, target: PlanTarget): CardPlan {
  const places = new PlanPlaces(target)
  const mappings = new MappingOfKinds(table, mapping)
  const problems: TableProblem[] = []
  const cards: PlannedCard[] = []
  let leftOut = 0
  for (const row of table.rows) {
    const reader = new RowReader(row, table, mapping)
    const words = { stage: reader.words('stage'), lane: reader.words('lane') }
    const place = places.find(words, (column, sentence) => reader.complain(column, sentence, true))
    const card = place && cardOf(reader, mappings, place)
    if (card) cards.push(card)
    else leftOut++
    problems.push(...reader.problems)
  }
  const { newStages, newLanes } = places
  return { ...planDepartments(cards, target.departments), newStages, newLanes, problems, leftOut }
}

/** Cells of one row by what they mean, and what is wrong with them. */
class RowReader {
  readonly problems: TableProblem[] = []
  readonly #row: TableRow
  readonly #table: Table
  readonly #mapping: ColumnMapping

  constructor(row: TableRow, table: Table, mapping: ColumnMapping) {
    this.#row = row
    this.#table = table
    this.#mapping = mapping
  }

  words(role: 'stage' | 'lane'): string {
    return this.#row.cells[this.#columnOf(role)] ?? ''
  }

  /** Words of columns that were mapped to "more", with the column's name. */
  more(mapping: ColumnMapping): string[] {
    return mapping.columns.flatMap((column, at) => {
      const words = this.#row.cells[at] ?? ''
      return column.role === 'more' && words !== '' ? [`${this.#table.header[at] ?? ''}: ${words}`] : []
    })
  }

  fields(mapping: ColumnMapping): { readonly name: string; readonly words: string; readonly column: number }[] {
    return mapping.columns.flatMap((column, at) => {
      const words = this.#row.cells[at] ?? ''
      return column.role === 'field' && words !== '' ? [{ name: column.field, words, column: at }] : []
    })
  }

  complain(column: number | 'stage' | 'lane', sentence: string, isRowLeftOut: boolean): void {
    const at = typeof column === 'number' ? column : this.#columnOf(column)
    this.problems.push({ row: this.#row.number, column: at < 0 ? '' : columnName(at), sentence, isRowLeftOut })
  }

  #columnOf(role: 'stage' | 'lane'): number {
    return this.#mapping.columns.findIndex((column) => column.role === role)
  }
}

function cardOf(reader: RowReader, mappings: MappingOfKinds, place: PlannedPlace): PlannedCard | null {
  const laneKind = typeof place.lane === 'string' ? place.lane : place.lane.kind
  // A lane that does not take what most rows are says itself what its rows are.
  const kind = laneTakes(laneKind, mappings.chosen.kind) ? mappings.chosen.kind : homeKind(laneKind)
  if (!kind) {
    const name = typeof place.lane === 'string' ? laneKindDefinitions[laneKind].label : laneTitle(place.lane)
    reader.complain('lane', `The lane ‘${name}’ takes no cards.`, true)
    return null
  }
  const mapping = mappings.of(kind)
  const { title, fields: declared, label } = cardDefinition(kind)
  const fields: Record<string, unknown> = { ...ownFields(kind, laneKind) }
  for (const { name, words, column } of reader.fields(mapping)) {
    const field = declared[name]
    if (!field) continue
    const value = parseFieldValue(field, words)
    if (value === null) reader.complain(column, `${showValue(words)} is not ${wanted(field)}.`, name === title)
    else fields[name] = value
  }
  if (fields[title] === undefined) {
    if (reader.problems.every(({ isRowLeftOut }) => !isRowLeftOut))
      reader.complain(titleColumn(mapping), `There are no words for ‘${declared[title]?.label ?? label}’.`, true)
    return null
  }
  const lost = addToSpare(kind, fields, reader.more(mapping))
  if (lost > 0) reader.complain(-1, `A card of the kind ${label} has no place for more words.`, false)
  return { kind, fields, ...place }
}

/** "a date", "a number from 1 to 5", "one of Low, High", "a text of at most 200 characters" */
function wanted(field: Field): string {
  switch (field.type) {
    case 'date':
      return 'a date, like 2027-01-15'
    case 'number': {
      const whole = field.integer === true ? 'whole ' : ''
      return `a ${whole}number from ${field.min} to ${field.max}`
    }
    case 'choice':
      return `one of ${field.options.map(({ label }) => label).join(', ')}`
    case 'flag':
      return 'yes or no'
    case 'text':
      return `a text of at most ${field.maxLength} characters`
    default:
      return 'a value of this column'
  }
}
