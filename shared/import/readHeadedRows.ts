// A table whose header names fields: one card a row. A header is one if most of its cells say something the map knows;
// what the others hold goes to the card's evidence, or is left out and counted.
import type { Lane } from '../journey/Board.ts'
import { cardDefinition, type CardKind, cardKindNames, kindsForLane } from '../journey/cards/cardKinds.ts'
import type { LaneKind } from '../journey/lanes.ts'
import { parseFieldValue } from './parseFieldValue.ts'
import {
  fieldNamed,
  isNamed,
  isTitleName,
  laneNamed,
  type NamedField,
  noteTypeNamed,
  ownFields,
  type RowCard,
  type RowCards,
  type RowSurroundings,
  addToSpare,
  stageNamed,
} from './rowWords.ts'

type Column =
  | { readonly role: 'stage' | 'lane' | 'ignored' | 'unknown' }
  | { readonly role: 'field'; readonly named: NamedField }

interface HeadedTable {
  readonly header: readonly string[]
  readonly around: RowSurroundings
}

/** Null if the first row is no header. */
export function readHeadedRows(
  header: readonly string[],
  body: readonly (readonly string[])[],
  around: RowSurroundings,
): RowCards<RowCard> | null {
  const hasLanes = header.some((words) => isNamed(words, 'lane'))
  const kinds = hasLanes ? cardKindNames : kindsIn(around.lane)
  if (body.length === 0 || !isHeader(header, kinds, hasLanes)) return null
  const read = body.map((row) => readRow(row, { header, around }))
  return { cards: read.flatMap(({ cards }) => cards), leftOut: read.reduce((sum, { leftOut }) => sum + leftOut, 0) }
}

/** On the canvas notes come first: a column "Text" alone makes notes there. */
function kindsIn(lane: LaneKind | null): readonly CardKind[] {
  return lane === null ? ['note', ...cardKindNames] : kindsForLane(lane)
}

function isHeader(header: readonly string[], kinds: readonly CardKind[], hasLanes: boolean): boolean {
  const cells = header.filter((words) => words !== '')
  const counts = (kind: CardKind) => cells.filter((words) => roleOf(kind, words).role !== 'unknown').length
  // With a lane for each row every row may be of another kind.
  const known = hasLanes
    ? cells.filter((words) => kinds.some((kind) => roleOf(kind, words).role !== 'unknown')).length
    : Math.max(0, ...kinds.map(counts))
  const kind = bestKind(header, kinds)
  return known * 2 > cells.length && kind !== undefined && columnsFor(kind, header).some((one) => isTitle(kind, one))
}

/** The kind whose fields the header names most of; of equals the one that belongs there first. */
function bestKind(header: readonly string[], kinds: readonly CardKind[]): CardKind | undefined {
  const counts = kinds.map((kind) => header.filter((words) => roleOf(kind, words).role !== 'unknown').length)
  return kinds[counts.indexOf(Math.max(...counts))]
}

/** Ids and positions of our own tables mean nothing elsewhere. */
const isIgnored = (words: string): boolean => words === '' || /(^|[_ ])id$/i.test(words) || isNamed(words, 'position')

function roleOf(kind: CardKind, words: string): Column {
  if (isNamed(words, 'stage', 'phase')) return { role: 'stage' }
  if (isNamed(words, 'lane')) return { role: 'lane' }
  if (isIgnored(words)) return { role: 'ignored' }
  const { title, fields } = cardDefinition(kind)
  const field = fields[title]
  const named = fieldNamed(kind, words) ?? (field && isTitleName(kind, words) ? { name: title, field } : undefined)
  return named ? { role: 'field', named } : { role: 'unknown' }
}

/** One column for each field; where none has the card's own words, the first that is unknown has them. */
function columnsFor(kind: CardKind, header: readonly string[]): Column[] {
  const { title, fields } = cardDefinition(kind)
  const taken = new Set<string>()
  const columns = header.map((words): Column => {
    const column = roleOf(kind, words)
    if (column.role !== 'field') return column
    if (taken.has(column.named.name)) return { role: 'unknown' }
    taken.add(column.named.name)
    return column
  })
  const field = fields[title]
  const first = columns.findIndex(({ role }) => role === 'unknown')
  if (!taken.has(title) && field && first !== -1) columns[first] = { role: 'field', named: { name: title, field } }
  return columns
}

function isTitle(kind: CardKind, column: Column): boolean {
  return column.role === 'field' && column.named.name === cardDefinition(kind).title
}

function readRow(row: readonly string[], { header, around }: HeadedTable): RowCards<RowCard> {
  const cellUnder = (name: 'stage' | 'lane') =>
    row[header.findIndex((words) => roleOf('note', words).role === name)] ?? ''
  const stage = stageNamed(cellUnder('stage'), around)
  const lane: Lane | undefined = laneNamed(cellUnder('lane'), around)
  const laneKind = lane?.kind ?? around.lane
  const kind = bestKind(header, kindsIn(laneKind))
  const all = row.filter((words) => words !== '').length
  if (kind === undefined) return { cards: [], leftOut: all }
  const { fields, leftOut } = readFields(row, header, kind, laneKind)
  if (fields[cardDefinition(kind).title] === undefined) return { cards: [], leftOut: all }
  const lost = [!stage && cellUnder('stage') !== '', !lane && cellUnder('lane') !== ''].filter(Boolean).length
  return { cards: [{ kind, fields, ...(stage && { stage }), ...(lane && { lane }) }], leftOut: leftOut + lost }
}

function readFields(
  row: readonly string[],
  header: readonly string[],
  kind: CardKind,
  lane: LaneKind | null,
): { fields: Record<string, unknown>; leftOut: number } {
  const fields = ownFields(kind, lane)
  const rest: string[] = []
  let leftOut = 0
  columnsFor(kind, header).forEach((column, at) => {
    const [words = '', name = ''] = [row[at], header[at]]
    if (words === '') return
    if (column.role === 'unknown') rest.push(name === '' ? words : `${name}: ${words}`)
    if (column.role !== 'field') return
    const value = parseFieldValue(column.named.field, words)
    if (value === null) leftOut++
    else fields[column.named.name] = value
    // A column "Gains" makes gains where no lane says what notes are.
    const type = lane === null && isTitle(kind, column) ? noteTypeNamed(name) : undefined
    if (kind === 'note' && type !== undefined) fields['type'] = type
  })
  return { fields, leftOut: leftOut + addToSpare(kind, fields, rest) }
}
