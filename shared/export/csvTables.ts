// A board as tables: one per kind of card with a column per declared field, and one each for journeys, stages, feelings,
// KPI readings, clusters, votes (voteTables.ts) and people. Rows are in reading order; ids are those of the board, so
// tables can be joined.
import { type Board, type Card, isCellPlace, type Stage } from '../journey/Board.ts'
import { cardDefinition, type CardKind, cardKindNames } from '../journey/cards/cardKinds.ts'
import type { Field } from '../journey/fields.ts'
import { MIN_FOR_MEDIAN } from '../insight/emotionConsensus.ts'
import { medianOf } from '../insight/medianAndQuartiles.ts'
import { cardsInMapOrder } from '../journey/cardsInMapOrder.ts'
import { cardTitle, hasCell, journeysOf, laneTitle, stagesOf } from '../journey/readBoardParts.ts'
import { journeyFields, SCHEMA_VERSION, stageFields } from '../journey/schema.ts'
import type { ExportInput } from './formats.ts'
import { clusterColumns, clusterTable, voteTables } from './voteTables.ts'

export type CsvValue = string | number
export interface CsvTable {
  /** Without extension. */
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly CsvValue[])[]
  /** Columns that hold ISO days or times, for formats that have dates; none if left out. */
  readonly dates?: readonly string[]
}

export function csvTables(input: ExportInput): CsvTable[] {
  const { board } = input
  const cards = placedCards(board)
  return [
    journeyTable(input),
    stageTable(board),
    ...cardKindNames.map((kind) => (kind === 'note' ? noteTable(input, cards) : cardTable(kind, input, cards))),
    readingTable(cards),
    emotionTable(board),
    clusterTable(board),
    ...voteTables(input.rounds ?? []),
    participantTable(input),
  ]
}

/** customerAction → customer_action, process-step → process_step */
function snakeCase(name: string): string {
  return name.replaceAll('-', '_').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function columnOf(name: string, field: Field): string {
  return field.type === 'card' ? `${snakeCase(name)}_id` : snakeCase(name)
}

/** Readings have a table of their own. */
function columnFields(fields: Readonly<Record<string, Field>>): [string, Field][] {
  return Object.entries(fields).filter(([, field]) => field.type !== 'readings')
}

function valuesOf(fields: Readonly<Record<string, Field>>, entity: object): CsvValue[] {
  const values = entity as Readonly<Record<string, unknown>>
  return columnFields(fields).map(([name]) => {
    const value = values[name]
    if (typeof value === 'boolean') return value ? 'yes' : 'no'
    return typeof value === 'string' || typeof value === 'number' ? value : ''
  })
}

const columnsOf = (fields: Readonly<Record<string, Field>>): string[] =>
  columnFields(fields).map(([name, field]) => columnOf(name, field))

function journeyTable({ board, workshop }: ExportInput): CsvTable {
  const { title, facilitators = [], reviewDate } = workshop
  return {
    name: 'journey',
    columns: [
      'schema_version',
      'workshop',
      'journey_id',
      ...columnsOf(journeyFields),
      'facilitators',
      'next_review_at',
    ],
    rows: journeysOf(board).map((journey) => [
      SCHEMA_VERSION,
      title,
      journey.id,
      ...valuesOf(journeyFields, journey),
      facilitators.join(' | '),
      reviewDate ?? '',
    ]),
    dates: ['next_review_at'],
  }
}

function stageTable(board: Board): CsvTable {
  return {
    name: 'stages',
    columns: ['stage_id', 'journey_id', 'position', ...columnsOf(stageFields)],
    rows: journeysOf(board).flatMap((journey) =>
      stagesOf(board, journey.id).map((stage, at) => [stage.id, journey.id, at + 1, ...valuesOf(stageFields, stage)]),
    ),
  }
}

/** A card with the names of where it lies; empty for cards on the canvas and for those whose cell is gone. */
interface PlacedCard {
  readonly card: Card
  readonly where: readonly [journeyId: string, stageId: string, stage: string, lane: string, position: CsvValue]
}
const whereColumns = ['journey_id', 'stage_id', 'stage', 'lane', 'position'] as const

function placedCards(board: Board): PlacedCard[] {
  const positions = new Map<Card, number>()
  for (const cards of board.cells.values()) for (const [at, card] of cards.entries()) positions.set(card, at + 1)
  return cardsInMapOrder(board).map((card) => ({ card, where: whereIs(board, card, positions.get(card) ?? '') }))
}

/** A merged note keeps its stage and lane, without a position there; a card without a cell has neither. */
function whereIs(board: Board, card: Card, position: CsvValue): PlacedCard['where'] {
  const { place } = card
  if (!isCellPlace(place)) return ['', '', '', '', '']
  const [stage, lane] = [board.stages.get(place.stageId), board.lanes.get(place.laneId)]
  if (stage && lane && hasCell(board, card)) return [stage.journeyId, stage.id, stage.name, laneTitle(lane), position]
  return [board.journeys.has(place.journeyId) ? place.journeyId : '', '', '', '', '']
}

/** `author`: of whatever was written privately and revealed with names; empty for the rest. */
function cardTable(kind: CardKind, { authors = {} }: ExportInput, cards: readonly PlacedCard[]): CsvTable {
  const { fields, plural } = cardDefinition(kind)
  return {
    name: snakeCase(plural.toLowerCase().replaceAll(' ', '-')),
    columns: [`${snakeCase(kind)}_id`, ...whereColumns, ...columnsOf(fields), 'author'],
    rows: cards
      .filter(({ card }) => card.kind === kind)
      .map(({ card, where }) => [card.id, ...where, ...valuesOf(fields, card.fields), authors[card.id] ?? '']),
    dates: columnFields(fields).flatMap(([name, field]) => (field.type === 'date' ? [columnOf(name, field)] : [])),
  }
}

/** Notes also say which group they are in and which note they show as. */
function noteTable(input: ExportInput, cards: readonly PlacedCard[]): CsvTable {
  const table = cardTable('note', input, cards)
  const clusters = clusterColumns(input.board)
  return {
    ...table,
    columns: [...table.columns, 'cluster_id', 'merged_into'],
    rows: table.rows.map((row) => [...row, ...(clusters.get(String(row[0])) ?? ['', ''])]),
  }
}

function readingTable(cards: readonly PlacedCard[]): CsvTable {
  return {
    name: 'kpi_readings',
    columns: ['kpi_id', 'kpi', 'date', 'value'],
    rows: cards.flatMap(({ card }) =>
      card.kind === 'kpi'
        ? card.fields.readings.map(({ date, value }) => [card.id, card.fields.name, date, value])
        : [],
    ),
    dates: ['date'],
  }
}

/** Per persona and stage or touchpoint over all people: what one person felt stays theirs. */
function emotionTable(board: Board): CsvTable {
  const groups = new Map<string, { values: number[]; reasons: Set<string>; start: CsvValue[] }>()
  for (const entry of [...board.emotions.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (!board.journeys.has(entry.journeyId)) continue
    for (const [about, { value, reason }] of entry.readings) {
      const key = `${entry.journeyId}.${entry.personaId ?? ''}.${about}`
      const group = groups.get(key) ?? { values: [], reasons: new Set(), start: startOfEmotionRow(board, entry, about) }
      groups.set(key, group)
      group.values.push(value)
      if (reason !== '') group.reasons.add(reason)
    }
  }
  return {
    name: 'emotion',
    columns: [
      'journey_id',
      'persona_id',
      'stage_id',
      'touchpoint_id',
      'about',
      'n',
      'mean',
      'median',
      'min',
      'max',
      'sd',
      'reasons',
    ],
    rows: [...groups]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { values, reasons, start }]) => {
        // As on the canvas: one reading alone is somebody's, and shown to nobody.
        if (values.length < MIN_FOR_MEDIAN) return [...start, values.length, '', '', '', '', '', '']
        return [...start, ...statisticsOf(values), [...reasons].toSorted().join(' | ')]
      }),
  }
}

function startOfEmotionRow(
  board: Board,
  entry: { journeyId: string; personaId: string | null },
  about: string,
): CsvValue[] {
  const stage = (board.stages as ReadonlyMap<string, Stage>).get(about)
  const card = (board.cards as ReadonlyMap<string, Card>).get(about)
  const words = stage ? stage.name : card ? cardTitle(card) : ''
  return [entry.journeyId, entry.personaId ?? '', stage?.id ?? '', stage ? '' : about, words]
}

/** n, mean, median, least, most, standard deviation of the population; to two decimals. */
function statisticsOf(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b)
  const n = sorted.length
  const mean = sorted.reduce((sum, value) => sum + value, 0) / n
  const variance = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n
  const median = medianOf(sorted)
  return [n, mean, median, sorted[0] ?? 0, sorted.at(-1) ?? 0, Math.sqrt(variance)].map(round)
}

function round(value: number): number {
  return Math.round(value * 100) / 100 + 0
}

function participantTable({ workshop }: ExportInput): CsvTable {
  return {
    name: 'participants',
    columns: ['participant', 'department'],
    rows: workshop.participants.map(({ name, department }, at) => [name || `Participant ${at + 1}`, department]),
  }
}
