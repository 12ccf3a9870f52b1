import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { csvTables } from '../../../shared/export/csvTables.ts'
import { guardFormula } from '../../../shared/export/guardFormula.ts'
import { cellText, xlsxFormat } from '../../../shared/export/xlsx.ts'
import type { ExportInput } from '../../../shared/export/formats.ts'
import { demonstrationWorkshop } from '../../support/demonstrationWorkshop.ts'
import { SECRET_VOTER } from '../../support/maximalRounds.ts'
import { maximalWorkshop } from '../../support/maximalWorkshop.ts'
import { elementsOf, parseXml } from '../../support/parseXml.ts'
import { readWorkbook, type WorkbookCell } from '../../support/readWorkbook.ts'

const render = async (input: ExportInput) => (await xlsxFormat.render(input)) as Uint8Array
const { input } = maximalWorkshop()
const file = await render(input)
const book = readWorkbook(file)

/** What XML and cells cannot hold: controls, non-characters, single halves; line ends are one kind. */
const stored = (text: string) =>
  text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\t\n\u0085]|[\uFFFD\uFFFE\uFFFF]/gu, '')
const daysOf = (iso: string) => Date.parse(iso) / 86_400_000 + 25_569

describe('the workbook', () => {
  it('has a sheet that sums up, then one per table with the rows of the CSV files', () => {
    const tables = csvTables(input)
    expect([...book.keys()]).toEqual(['summary', ...tables.map(({ name }) => name)])
    for (const { name, columns, rows, dates = [] } of tables) {
      const sheet = book.get(name)
      expect(sheet?.rows[0], name).toEqual(columns)
      const expected = rows.map((row) =>
        row.map((value, at): WorkbookCell => {
          if (typeof value === 'number' || value === '') return value === '' ? null : value
          return dates.includes(columns[at] ?? '') ? daysOf(value) : stored(guardFormula(value))
        }),
      )
      expect(
        sheet?.rows.slice(1).map((row) => columns.map((_, at) => row[at] ?? null)),
        name,
      ).toEqual(expected)
    }
  })

  it('is printed as wide as the paper, on as many sheets as it is long', async () => {
    const parts = unzipSync(file)
    const sheets = Object.entries(parts).filter(([name]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name))
    expect(sheets.length).toBeGreaterThan(10)
    for (const [name, bytes] of sheets) {
      const sheet = parseXml(strFromU8(bytes))
      expect(elementsOf(sheet, 'pageSetUpPr')[0]?.attributes, name).toEqual({ fitToPage: '1' })
      expect(elementsOf(sheet, 'pageSetup')[0]?.attributes, name).toMatchObject({ fitToWidth: '1', fitToHeight: '0' })
      // In the order the format asks for: a program that is strict would not open it else.
      const order = sheet.children.flatMap((child) => (typeof child === 'string' ? [] : [child.name]))
      expect(order.indexOf('sheetPr')).toBe(0)
    }
  })

  it('freezes the headings and puts filters over them', () => {
    for (const [name, { filter, frozenRows, rows }] of book) {
      if (name === 'summary') continue
      expect(frozenRows, name).toBe(1)
      expect(filter, name).toMatch(new RegExp(String.raw`^A1:[A-Z]+${rows.length}$`))
    }
    expect(book.get('notes')?.filter).toMatch(/^A1:N\d+$/)
  })

  it('folds ids away where a name stands beside them', () => {
    const columnsOf = (sheet: number) =>
      elementsOf(parseXml(strFromU8(unzipSync(file)[`xl/worksheets/sheet${sheet}.xml`] ?? new Uint8Array())), 'col')
    csvTables(input).forEach(({ name, columns }, at) => {
      const folded = columnsOf(at + 2).map(({ attributes }) => attributes['hidden'] === '1')
      const isOfIds = name === 'ballots' || name === 'clusters'
      expect(folded, name).toEqual(columns.map((column) => !isOfIds && column.endsWith('_id')))
      expect(folded, name).toContain(false)
    })
  })

  it('sums up opportunities too, and days there are days', () => {
    const rows = book.get('summary')?.rows ?? []
    const at = rows.findIndex((cells) => cells[1] === 'Opportunity')
    expect(rows[at + 1]?.slice(3, 5)).toEqual([5, 1])
    const due = rows.findIndex((cells) => cells[0] === 'Due')
    expect(rows[due + 1]?.[0]).toBe(daysOf('2026-12-13'))
  })

  it('lets no cell start a formula', () => {
    const texts = [...book.values()].flatMap(({ rows }) => rows.flat()).filter((cell) => typeof cell === 'string')
    expect(texts.filter((text) => /^[=+\-@＝＋－＠\t\r]/.test(text))).toEqual([])
    expect(texts.some((text) => text.startsWith("'=HYPERLINK"))).toBe(true)
  })

  it('keeps secret rounds secret', () => {
    const words = JSON.stringify([...book.values()])
    expect(words).not.toContain(SECRET_VOTER)
    expect(words).toContain('NamedVoter')
  })

  it('gives the same bytes twice, whenever it is made', async () => {
    expect(await render({ ...maximalWorkshop().input, nowMs: 1e12 })).toEqual(file)
  })

  it('sums up the demonstration workshop', async () => {
    const demonstration = readWorkbook(await render(demonstrationWorkshop().input))
    const rows = demonstration.get('summary')?.rows ?? []
    expect(rows).toContainEqual([1, 'Status cannot be seen', 'Settling', 16, 12])
    expect(rows).toContainEqual([
      'Separating',
      'Separating',
      'anxious, fear of missing something',
      -1.5,
      null,
      'Lowest point',
    ])
    expect(demonstration.get('kpi_readings')?.rows[1]?.slice(2)).toEqual([daysOf('2026-09-01'), 131])
    const sizes = Object.values(unzipSync(await render(demonstrationWorkshop().input))).map(({ length }) => length)
    expect(Math.max(...sizes)).toBeLessThan(100_000)
  })
})

it.each([
  ['_x0041_', '_x005F_x0041_'],
  ['a\r\nb\rc', 'a\nb\nc'],
  ['=1', "'=1"],
])('the text %j stands in its cell as %j', (text, written) => {
  expect(cellText(text)).toBe(written)
})

it('text longer than a cell is cut and says so', () => {
  expect(cellText('x'.repeat(40_000))).toHaveLength(32_767)
  expect(cellText('x'.repeat(40_000)).endsWith('…')).toBe(true)
})

it('an empty board is a workbook too', async () => {
  const empty = {
    ...input,
    board: {
      ...input.board,
      journeys: new Map(),
      stages: new Map(),
      cards: new Map(),
      cells: new Map(),
      emotions: new Map(),
      clusters: new Map(),
    },
    rounds: [],
  }
  expect(readWorkbook(await render(empty)).get('notes')?.rows).toHaveLength(1)
})
