// Rows pasted from a spreadsheet → cards. A header row that names fields fills fields; one that names stages puts each
// column into its stage; without a header every cell is a card.
import { type Board, type Card, isCellPlace, type Lane, type Stage } from '../journey/Board.ts'
import {
  cardDefinition,
  type CardKind,
  cardKindNames,
  kindsForLane,
  laneTakes,
  noteTypeForLane,
} from '../journey/cards/cardKinds.ts'
import type { NewCard } from '../journey/edit/editCards.ts'
import type { Field } from '../journey/fields.ts'
import { type CardId, type LaneId, newId, type StageId } from '../journey/ids.ts'
import type { LaneKind } from '../journey/lanes.ts'
import { orderKeys } from '../journey/order.ts'
import { lanesOf, laneTitle, stagesOf } from '../journey/readBoardParts.ts'
import { parseFieldValue } from './parseFieldValue.ts'
import { parseTable } from './parseTable.ts'

/** Most cards one paste makes; a larger table is an import. */
export const MAX_PASTED_CARDS = 2_000

/** The cell people paste into. */
export interface RowContext {
  readonly board: Board
  readonly stageId: StageId
  readonly laneId: LaneId
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

/** Cards for the cells of a map, to be made in one step, at the end of their cells. Nothing if the cell is gone. */
export function rowsToCards(text: string, { board, stageId, laneId }: RowContext): RowCards<NewCard> {
  const stage = board.stages.get(stageId)
  const lane = board.lanes.get(laneId)
  if (!stage || !lane) return { cards: [], leftOut: 0 }
  const { journeyId } = lane
  const { cards, leftOut } = readRows(text, lane.kind, stagesOf(board, journeyId), lanesOf(board, journeyId))
  const cells = Map.groupBy(cards, (card) => `${card.stage?.id ?? stageId}/${card.lane?.id ?? laneId}` as const)
  const placed = [...cells].flatMap(([key, inCell]) => {
    const orders = orderKeys(inCell.length, lastOrder(board.cells.get(key)))
    return inCell.map(({ kind, fields, ...cell }, at): NewCard => {
      const place = {
        journeyId,
        stageId: cell.stage?.id ?? stageId,
        laneId: cell.lane?.id ?? laneId,
        order: orders[at] ?? '',
      }
      return { id: newId<CardId>(), kind, fields, place }
    })
  })
  return { cards: placed, leftOut }
}

function lastOrder(cell: readonly Card[] | undefined): string | null {
  const place = cell?.at(-1)?.place
  return place && isCellPlace(place) ? place.order : null
}

/** The same without places, for cards that land on the canvas (`lane` null: notes). */
export function readRows(
  text: string,
  lane: LaneKind | null,
  stages: readonly Stage[] = [],
  lanes: readonly Lane[] = [],
): RowCards<RowCard> {
  const rows = parseTable(text)
  const [header = [], ...body] = rows
  const read = readStageColumns(header, body, lane, stages, lanes) ?? readFieldColumns(header, body, lane, stages)
  const { cards, leftOut } = read ?? readCells(rows, lane)
  return { cards: cards.slice(0, MAX_PASTED_CARDS), leftOut: leftOut + Math.max(0, cards.length - MAX_PASTED_CARDS) }
}

/** Every cell a card, but for numbers beside words ("NPS | 30"): alone they say nothing. */
function readCells(rows: readonly (readonly string[])[], lane: LaneKind | null): RowCards<RowCard> {
  const isNumber = (words: string, column: number) => column > 0 && /^[\d\s.,%€$£−-]+$/.test(words)
  const words = rows.flatMap((row) => row.filter((cell, column) => cell !== '' && !isNumber(cell, column)))
  const all = rows.flat().filter((cell) => cell !== '').length
  return { cards: words.flatMap((cell) => cardOf(cell, lane)), leftOut: all - words.length }
}

const plain = (words: string): string => words.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')

function named<T>(words: string, things: readonly T[], nameOf: (thing: T) => string): T | undefined {
  return plain(words) === '' ? undefined : things.find((thing) => plain(nameOf(thing)) === plain(words))
}

/** A card of these words alone; none if there are none. */
function cardOf(words: string, lane: LaneKind | null): RowCard[] {
  const kind = homeKind(lane)
  if (words === '' || !kind) return []
  return [{ kind, fields: { ...ownFields(kind, lane), [cardDefinition(kind).title]: words } }]
}

function homeKind(lane: LaneKind | null): CardKind | undefined {
  return lane === null ? 'note' : kindsForLane(lane)[0]
}

function ownFields(kind: CardKind, lane: LaneKind | null): Record<string, unknown> {
  return kind === 'note' ? { type: noteTypeForLane(lane ?? 'free') } : {}
}

/** A table like the map: stages across and, if the first column says so, lanes down. Null if no column is a stage. */
function readStageColumns(
  header: readonly string[],
  body: readonly (readonly string[])[],
  lane: LaneKind | null,
  stages: readonly Stage[],
  lanes: readonly Lane[],
): RowCards<RowCard> | null {
  const columns = header.map((words) => named(words, stages, (stage) => stage.name))
  if (columns.every((stage) => stage === undefined)) return null
  const cards: RowCard[] = []
  let leftOut = 0
  let rowLane: Lane | undefined
  for (const row of body) {
    const laneColumn = columns[0] ? undefined : named(row[0] ?? '', lanes, laneTitle)
    // As in a table with joined cells: rows without a label belong to the lane above.
    rowLane = laneColumn ?? rowLane
    row.forEach((words, at) => {
      const stage = columns[at]
      const made = stage ? cardOf(words, rowLane?.kind ?? lane) : []
      cards.push(...made.map((card) => ({ ...card, ...(stage && { stage }), ...(rowLane && { lane: rowLane }) })))
      if (words !== '' && made.length === 0 && !(at === 0 && laneColumn)) leftOut++
    })
  }
  return { cards, leftOut }
}

interface Column {
  readonly name: string
  readonly field: Field
}

/** One card a row, its fields by the names in the header. Null if the first row names anything that is no field. */
function readFieldColumns(
  header: readonly string[],
  body: readonly (readonly string[])[],
  lane: LaneKind | null,
  stages: readonly Stage[],
): RowCards<RowCard> | null {
  const kinds = lane === null ? cardKindNames : kindsForLane(lane).filter((kind) => laneTakes(lane, kind))
  const kind = kinds.find((one) => isHeaderOf(one, header))
  if (kind === undefined) return null
  const columns = header.map((words) => fieldNamed(kind, words))
  const stageColumn = header.findIndex((words) => plain(words) === 'stage')
  let leftOut = 0
  const cards = body.map((row): RowCard => {
    const fields = ownFields(kind, lane)
    row.forEach((words, at) => {
      const column = columns[at]
      const value = column && words !== '' ? parseFieldValue(column.field, words) : null
      if (column && value !== null) fields[column.name] = value
      else if (words !== '' && at !== stageColumn) leftOut++
    })
    const stage = named(row[stageColumn] ?? '', stages, ({ name }) => name)
    if (!stage && (row[stageColumn] ?? '') !== '') leftOut++
    return { kind, fields, ...(stage && { stage }) }
  })
  return { cards, leftOut }
}

/** A header names the card's own words, and every column is a field or the stage. */
function isHeaderOf(kind: CardKind, header: readonly string[]): boolean {
  const { title } = cardDefinition(kind)
  const names = header.filter((words) => words !== '')
  const isKnown = (words: string) => fieldNamed(kind, words) !== undefined || plain(words) === 'stage'
  return names.every(isKnown) && names.some((words) => fieldNamed(kind, words)?.name === title)
}

/** By its label or its name in the declaration, also by the column's name in our own tables. */
function fieldNamed(kind: CardKind, words: string): Column | undefined {
  const fields = Object.entries(cardDefinition(kind).fields).map(([name, field]): Column => ({ name, field }))
  return named(words, fields, ({ field }) => field.label) ?? named(words, fields, ({ name }) => name)
}
