// What leaves as tables comes back from them, but for what one cell cannot hold: links to other cards, pictures, values
// of KPIs (they have a table of their own), and text beyond a field's limit.
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { csvFormat } from '../../../../shared/export/csv.ts'
import { xlsxFormat } from '../../../../shared/export/xlsx.ts'
import { guessMapping, importableKinds, writableFields } from '../../../../shared/import/table/ColumnMapping.ts'
import { planCards } from '../../../../shared/import/table/planCards.ts'
import { readTableFile } from '../../../../shared/import/table/readTableFile.ts'
import type { Table } from '../../../../shared/import/table/Table.ts'
import type { Card } from '../../../../shared/journey/Board.ts'
import { isCellPlace } from '../../../../shared/journey/Board.ts'
import { cardDefinition, type CardKind, laneTakes } from '../../../../shared/journey/cards/cardKinds.ts'
import { journeysOf, lanesOf, stagesOf } from '../../../../shared/journey/readBoardParts.ts'
import { maximalWorkshop } from '../../../support/maximalWorkshop.ts'

const { input } = maximalWorkshop()
const { board } = input
const [journey] = journeysOf(board)
if (!journey) throw new Error('the fixture has no journey')

/** Name of a kind's table in our files. */
const tableOf = (kind: CardKind): string => cardDefinition(kind).plural.toLowerCase().replaceAll(/[ -]/g, '_')

/** A cell is trimmed, its line ends are line feeds, and what XML forbids is not in a workbook. */
function plain(value: unknown): unknown {
  if (typeof value !== 'string') return value
  return value.replaceAll(/\r\n?/g, '\n').replaceAll(notInXml, '').trim()
}
// oxlint-disable-next-line no-control-regex
const notInXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

/** Fields that one cell can hold, without those that have no value. */
function comparable(kind: CardKind, fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const held = writableFields(kind).flatMap(({ name, field }) => {
    const value = plain(fields[name])
    if (value === undefined || value === null || value === '' || value === false) return []
    const isTooLong = field.type === 'text' && typeof value === 'string' && value.length > field.maxLength
    return isTooLong ? [] : [[name, value] as const]
  })
  return Object.fromEntries(held)
}

function originals(kind: CardKind): Card[] {
  const lanes = lanesOf(board, journey?.id ?? never())
  return stagesOf(board, journey?.id ?? never()).flatMap((stage) =>
    lanes.flatMap((lane) => (board.cells.get(`${stage.id}/${lane.id}`) ?? []).filter((card) => card.kind === kind)),
  )
}

/** Cards of the first journey as the table would make them again. */
function planned(kind: CardKind, table: Table) {
  const own = table.header.indexOf('journey_id')
  const rows = table.rows.filter(({ cells }) => cells[own] === journey?.id && cells[own + 4] !== '')
  const mapping = guessMapping(table)
  expect(mapping.kind, `the columns of ${table.name} say what they are`).toBe(kind)
  const lane = lanesOf(board, journey?.id ?? never()).find((one) => laneTakes(one.kind, kind)) ?? never()
  const stage = stagesOf(board, journey?.id ?? never())[0] ?? never()
  return planCards({ ...table, rows }, mapping, {
    board,
    journey: journey ?? never(),
    stage,
    lane,
    unknownStages: 'leaveOut',
    departments: [],
  })
}

function compare(kind: CardKind, table: Table): void {
  const before = originals(kind)
  const { cards, newStages } = planned(kind, table)
  expect(newStages).toEqual([])
  expect(cards.map(({ fields }) => comparable(kind, fields))).toEqual(
    before.map((card) => comparable(kind, card.fields as Readonly<Record<string, unknown>>)),
  )
  expect(
    cards.map(({ stage, lane }) => [
      typeof stage === 'string' ? stage : stage.id,
      typeof lane === 'string' ? lane : lane.id,
    ]),
  ).toEqual(before.map(({ place }) => (isCellPlace(place) ? [place.stageId, place.laneId] : [])))
}

const inMap = importableKinds.filter((kind) => originals(kind).length > 0)

describe('tables of the CSV bundle', async () => {
  const files = unzipSync((await csvFormat.render(input)) as Uint8Array)
  it.each(inMap)('%s', async (kind) => {
    const bytes = files[`${tableOf(kind)}.csv`]
    const read = await readTableFile('a.csv', new TextEncoder().encode(strFromU8(bytes ?? never())))
    compare(kind, (read.ok && read.tables[0]) || never())
  })
})

describe('sheets of the workbook', async () => {
  const read = await readTableFile('a.xlsx', (await xlsxFormat.render(input)) as Uint8Array)
  it.each(inMap)('%s', (kind) => {
    const tables = read.ok ? read.tables : []
    const sheet = tables.find(({ name }) => name.toLowerCase().replaceAll(/[ -]/g, '_') === tableOf(kind))
    compare(kind, sheet ?? never())
  })
})

function never(): never {
  throw new Error('not there')
}
