// Rows pasted from a spreadsheet → cards. A header row that names stages or lanes puts each column there; one that names
// fields fills fields, one card a row; without a header a line of words is a card.
import { type Board, type Card, isCellPlace, type Lane, type Stage } from '../journey/Board.ts'
import type { NewCard } from '../journey/edit/editCards.ts'
import { type CardId, type LaneId, newId, type StageId } from '../journey/ids.ts'
import { orderKeys } from '../journey/order.ts'
import { lanesOf, stagesOf } from '../journey/readBoardParts.ts'
import { parseFieldValue } from './parseFieldValue.ts'
import { parseTable } from './parseTable.ts'
import { readHeadedRows } from './readHeadedRows.ts'
import {
  addToSpare,
  cardOf,
  departmentField,
  departmentNamed,
  isNamed,
  laneNamed,
  type RowCard,
  type RowCards,
  type RowSurroundings,
  stageNamed,
} from './rowWords.ts'

/** Most cards one paste makes; a larger table is an import. */
export const MAX_PASTED_CARDS = 2_000

/** The cell people paste into. */
export interface RowContext {
  readonly board: Board
  readonly stageId: StageId
  readonly laneId: LaneId
  readonly departments?: readonly string[]
}

/** Cards for the cells of a map, to be made in one step, at the end of their cells. Nothing if the cell is gone. */
export function rowsToCards(text: string, { board, stageId, laneId, departments = [] }: RowContext): RowCards<NewCard> {
  const stage = board.stages.get(stageId)
  const lane = board.lanes.get(laneId)
  if (!stage || !lane) return { cards: [], leftOut: 0 }
  const { journeyId } = lane
  const { cards, leftOut } = readRows(text, {
    lane: lane.kind,
    stages: stagesOf(board, journeyId),
    lanes: lanesOf(board, journeyId),
    departments,
  })
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
export function readRows(text: string, around: RowSurroundings): RowCards<RowCard> {
  const rows = parseTable(text)
  const [header = [], ...body] = rows
  const { cards, leftOut } =
    readStageColumns(header, body, around) ??
    readLaneColumns(header, body, around) ??
    readHeadedRows(header, body, around) ??
    readPlainRows(rows, around)
  return { cards: cards.slice(0, MAX_PASTED_CARDS), leftOut: leftOut + Math.max(0, cards.length - MAX_PASTED_CARDS) }
}

/** A table like the map: stages across and, if the first column says so, lanes down. Null if no column is a stage. */
function readStageColumns(
  header: readonly string[],
  body: readonly (readonly string[])[],
  around: RowSurroundings,
): RowCards<RowCard> | null {
  const columns = header.map((words) => stageNamed(words, around))
  if (!isStageHeader(header, columns, body, around)) return null
  const cards: RowCard[] = []
  let leftOut = 0
  let rowLane: Lane | undefined
  for (const row of body) {
    const laneColumn = columns[0] ? undefined : laneNamed(row[0] ?? '', around)
    // As in a table with joined cells: rows without a label belong to the lane above.
    rowLane = laneColumn ?? rowLane
    row.forEach((words, at) => {
      const stage = columns[at]
      const made = stage ? cardOf(words, rowLane?.kind ?? around.lane) : []
      cards.push(...made.map((card) => ({ ...card, ...(stage && { stage }), ...(rowLane && { lane: rowLane }) })))
      if (words !== '' && made.length === 0 && !(at === 0 && laneColumn)) leftOut++
    })
  }
  return { cards, leftOut }
}

/** Half of the columns are stages, and none of them has a stage below: then the first row is one as the others. */
function isStageHeader(
  header: readonly string[],
  columns: readonly (Stage | undefined)[],
  body: readonly (readonly string[])[],
  around: RowSurroundings,
): boolean {
  const stages = columns.filter((stage) => stage !== undefined).length
  const labels = columns[0] ? 0 : 1
  const named = header.filter((words, at) => words !== '' && at >= labels).length
  const isData = body.some((row) => columns.some((stage, at) => stage && stageNamed(row[at] ?? '', around)))
  return body.length > 0 && stages > 0 && stages * 2 >= named && !isData
}

/** The same turned: lanes across, at least two, and stages down if a column says so. Null if a column is neither. */
function readLaneColumns(
  header: readonly string[],
  body: readonly (readonly string[])[],
  around: RowSurroundings,
): RowCards<RowCard> | null {
  const columns = header.map((words) => laneNamed(words, around))
  const isStages = (words: string) => words === '' || isNamed(words, 'stage', 'phase')
  const stageColumn = header.findIndex((words, at) => !columns[at] && isStages(words))
  const isTable = header.every((_, at) => columns[at] !== undefined || at === stageColumn)
  if (body.length === 0 || !isTable || new Set(columns.filter(Boolean)).size < 2) return null
  let leftOut = 0
  let stage: RowCard['stage']
  const cards = body.flatMap((row) => {
    const named = stageNamed(row[stageColumn] ?? '', around)
    stage = named ?? stage
    return row.flatMap((words, at): RowCard[] => {
      const lane = columns[at]
      const made = lane ? cardOf(words, lane.kind) : []
      if (words !== '' && made.length === 0 && !(at === stageColumn && named)) leftOut++
      return made.map((card) => ({ ...card, ...(lane && { lane }), ...(stage && { stage }) }))
    })
  })
  return { cards, leftOut }
}

/** No header: the first words of a row are a card; what stands beside them says more about it. */
function readPlainRows(rows: readonly (readonly string[])[], around: RowSurroundings): RowCards<RowCard> {
  const isList = rows.every((row) => row.filter((words) => words !== '').length === 1)
  const read = rows.map((row) =>
    isList ? { cards: row.flatMap((words) => cardOf(words, around.lane)), leftOut: 0 } : readPlainRow(row, around),
  )
  return { cards: read.flatMap(({ cards }) => cards), leftOut: read.reduce((sum, { leftOut }) => sum + leftOut, 0) }
}

/** Numbers beside words ("NPS | 30") say nothing without a header. */
const isNumber = (words: string): boolean => /^[\d\s.,%€$£−-]+$/.test(words)

function readPlainRow(row: readonly string[], around: RowSurroundings): RowCards<RowCard> {
  const cells = row.filter((words) => words !== '')
  const stage = cells.map((words) => stageNamed(words, around)).find(Boolean)
  const lane = cells.map((words) => laneNamed(words, around)).find(Boolean)
  const isPlace = (words: string) => isNamed(words, stage?.name ?? '') || (lane && laneNamed(words, around) === lane)
  const words = cells.filter((cell) => !isPlace(cell) && !isNumber(cell))
  const first = words.find((cell) => departmentNamed(cell, around) === undefined)
  // A row that only names places or departments is about them.
  const title = first ?? words[0] ?? cells[0] ?? ''
  const [card] = cardOf(title, lane?.kind ?? around.lane)
  if (!card) return { cards: [], leftOut: cells.length }
  const fields = { ...card.fields }
  const rest = words.filter((cell) => cell !== title && !takeDepartment(card, fields, cell, around))
  const numbers = cells.filter((cell) => cell !== title && isNumber(cell)).length
  const leftOut = numbers + addToSpare(card.kind, fields, rest)
  return { cards: [{ ...card, fields, ...(stage && { stage }), ...(lane && { lane }) }], leftOut }
}

/** True if the words are a department of the workshop and the card takes one. */
function takeDepartment(
  { kind }: RowCard,
  fields: Record<string, unknown>,
  words: string,
  around: RowSurroundings,
): boolean {
  const department = departmentNamed(words, around)
  const field = departmentField(kind)
  if (department === undefined || !field || fields[field.name] !== undefined) return false
  fields[field.name] = parseFieldValue(field.field, department)
  return true
}
