// A table under its mapping → the cards it would make, and everything that is wrong with it by row and column. Changes
// nothing: a person looks at the plan first.
import { type Board, cellKey, isCellPlace, type Journey, type Lane, type Stage } from '../../journey/Board.ts'
import { cardDefinition, type CardKind, laneTakes } from '../../journey/cards/cardKinds.ts'
import type { Field } from '../../journey/fields.ts'
import { lanesOf, laneTitle, stagesOf } from '../../journey/readBoardParts.ts'
import { showValue } from '../ImportProblem.ts'
import { parseFieldValue } from '../parseFieldValue.ts'
import { addToSpare, laneNamed, ownFields, stageNamed } from '../rowWords.ts'
import { type ColumnMapping, titleColumn } from './ColumnMapping.ts'
import { columnName, type Table, type TableRow } from './Table.ts'

export interface PlanTarget {
  readonly board: Board
  readonly journey: Journey
  /** Where rows go that name no lane. */
  readonly lane: Lane
  /** Where rows go that name no stage. */
  readonly stage: Stage
  /** Stages the map does not have: made, or their rows left out. */
  readonly unknownStages: 'make' | 'leaveOut'
}

export interface PlannedCard {
  readonly kind: CardKind
  readonly fields: Readonly<Record<string, unknown>>
  /** A stage of the map, or the name of one to be made. */
  readonly stage: Stage | string
  readonly lane: Lane
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
  readonly problems: readonly TableProblem[]
  /** Rows that make no card. */
  readonly leftOut: number
}

/** Stages that one table may make: more is a column that was taken for stages and is none. */
export const MAX_NEW_STAGES = 24

export function planCards(table: Table, mapping: ColumnMapping, target: PlanTarget): CardPlan {
  const around = {
    lane: target.lane.kind,
    stages: stagesOf(target.board, target.journey.id),
    lanes: lanesOf(target.board, target.journey.id),
  }
  const newStages = new Map<string, string>()
  const problems: TableProblem[] = []
  const cards: PlannedCard[] = []
  let leftOut = 0
  for (const row of table.rows) {
    const reader = new RowReader(row, table, mapping)
    const place = placeOf(reader, target, around, newStages)
    const card = place && cardOf(reader, mapping, place)
    if (card) cards.push(card)
    else leftOut++
    problems.push(...reader.problems)
  }
  return { cards, newStages: [...newStages.values()], problems, leftOut }
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
  more(): string[] {
    return this.#mapping.columns.flatMap((column, at) => {
      const words = this.#row.cells[at] ?? ''
      return column.role === 'more' && words !== '' ? [`${this.#table.header[at] ?? ''}: ${words}`] : []
    })
  }

  fields(): { readonly name: string; readonly words: string; readonly column: number }[] {
    return this.#mapping.columns.flatMap((column, at) => {
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

interface Surroundings {
  readonly lane: Lane['kind']
  readonly stages: readonly Stage[]
  readonly lanes: readonly Lane[]
}

/** Null: the row has no place on the map. */
function placeOf(
  reader: RowReader,
  target: PlanTarget,
  around: Surroundings,
  newStages: Map<string, string>,
): Pick<PlannedCard, 'stage' | 'lane'> | null {
  const lane = laneOf(reader, target, around)
  const stage = stageOf(reader, target, around, newStages)
  return lane === null || stage === null ? null : { stage, lane }
}

function laneOf(reader: RowReader, target: PlanTarget, around: Surroundings): Lane | null {
  const words = reader.words('lane')
  if (words === '') return target.lane
  const found = laneNamed(words, around)
  if (!found) reader.complain('lane', `The map has no lane ${showValue(words)}.`, true)
  return found ?? null
}

function stageOf(
  reader: RowReader,
  target: PlanTarget,
  around: Surroundings,
  newStages: Map<string, string>,
): Stage | string | null {
  const words = reader.words('stage')
  if (words === '') return target.stage
  const found = stageNamed(words, around)
  if (found) return found
  const key = words.toLowerCase()
  const isRoom = newStages.has(key) || newStages.size < MAX_NEW_STAGES
  if (target.unknownStages === 'make' && isRoom) {
    if (!newStages.has(key)) newStages.set(key, words)
    return newStages.get(key) ?? words
  }
  const why = target.unknownStages === 'make' ? ` At most ${MAX_NEW_STAGES} are made at once.` : ''
  reader.complain('stage', `The map has no stage ${showValue(words)}.${why}`, true)
  return null
}

function cardOf(
  reader: RowReader,
  mapping: ColumnMapping,
  place: Pick<PlannedCard, 'stage' | 'lane'>,
): PlannedCard | null {
  const { kind } = mapping
  const { title, fields: declared, label } = cardDefinition(kind)
  if (!laneTakes(place.lane.kind, kind)) {
    reader.complain('lane', `The lane ‘${laneTitle(place.lane)}’ takes no cards of the kind ${label}.`, true)
    return null
  }
  const fields: Record<string, unknown> = { ...ownFields(kind, place.lane.kind) }
  for (const { name, words, column } of reader.fields()) {
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
  const lost = addToSpare(kind, fields, reader.more())
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

/** Where the cards of a cell go on. */
export function lastOrder(board: Board, stage: Stage, lane: Lane): string | null {
  const place = board.cells.get(cellKey(stage.id, lane.id))?.at(-1)?.place
  return place && isCellPlace(place) ? place.order : null
}
