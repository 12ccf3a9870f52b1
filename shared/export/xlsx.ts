// The tables of a board as one workbook: a sheet that sums up, then a sheet per table (csvTables.ts) with typed cells,
// frozen headings and filters. The same board gives the same bytes.
import writeExcelFile, { type Cell, type Feature, type Row, type Sheet } from 'write-excel-file/universal'
import { colorOf } from '../layout/theme.ts'
import { type CsvTable, type CsvValue, csvTables } from './csvTables.ts'
import type { ExportFormat, ExportInput } from './formats.ts'
import { guardFormula } from './guardFormula.ts'
import { shorten } from './plainText.ts'
import { summaryRows } from './xlsx/summaryRows.ts'
import { sealZip } from './zipFiles.ts'

export const xlsxFormat: ExportFormat = {
  name: 'xlsx',
  async render(input) {
    const tables = csvTables(input)
    const blob = await writeExcelFile([summarySheet(input), ...tables.map(tableSheet)], {
      // On every machine, or its double: a stand-in for another font may be too high for its row.
      fontFamily: 'Arial',
      fontSize: 10,
      features: [filtersAndPages(tables)],
    }).toBlob()
    return sealZip(new Uint8Array(await blob.arrayBuffer()))
  },
}

/** What one cell of a workbook may hold, UTF-16 units. */
const MAX_CELL_LENGTH = 32_767
/** In characters of the font. */
const MIN_WIDTH = 9
const MAX_WIDTH = 60
/** Rows looked at to choose the widths: enough to see what a column holds. */
const MEASURED_ROWS = 200
/** Days before this one differ between programs (1900 was no leap year, except in spreadsheets). */
const FIRST_DAY = '1900-03-01'

/** Longer texts would make rows as high as the screen. */
const MAX_WRAPPED_LENGTH = 400
/** Tables in which ids are what people look for; elsewhere a name stands beside each. */
const tablesOfIds: ReadonlySet<string> = new Set(['ballots', 'clusters'])

const heading = {
  type: String,
  fontWeight: 'bold',
  backgroundColor: colorOf('light', 'primary-soft'),
  alignVertical: 'center',
} as const

/** Beside a text of several lines. */
const beside = { alignVertical: 'top' } as const

function tableSheet({ name, columns, rows, dates = [] }: CsvTable): Sheet<Blob> {
  const isDate = columns.map((column) => dates.includes(column))
  return {
    sheet: name,
    orientation: 'landscape',
    stickyRowsCount: 1,
    columns: columns.map((column, at) => ({
      width: widthOf([column, ...rows.slice(0, MEASURED_ROWS).map((row) => row[at] ?? '')]),
    })),
    data: [
      columns.map((value) => ({ ...heading, value })),
      ...rows.map((row) => row.map((value, at) => cell(value, isDate[at] ?? false))),
    ],
  }
}

function widthOf(values: readonly CsvValue[]): number {
  const longest = Math.max(...values.map((value) => String(value).length))
  return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, longest + 2))
}

function cell(value: CsvValue, isDate: boolean): Cell {
  if (typeof value === 'number') return { ...beside, value, type: Number }
  if (value === '') return null
  const wraps = value.length > MAX_WIDTH && value.length <= MAX_WRAPPED_LENGTH
  return (
    (isDate ? dateCell(value) : null) ?? {
      ...beside,
      ...(wraps && { wrap: true }),
      value: cellText(value),
      type: String,
    }
  )
}

/** Null if spreadsheets have no such day: then it stays text. */
function dateCell(value: string, style: { readonly align?: 'left' } = {}): Cell {
  const date = new Date(value)
  const isDay = value.length === FIRST_DAY.length
  const isWhole = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value.slice(0, FIRST_DAY.length))
  if (!isWhole || value < FIRST_DAY) return null
  return { ...beside, ...style, value: date, type: Date, format: isDay ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss' }
}

/** Text no formula can hide in; what looks like the format's own way of naming characters (`_x0041_`) is kept as typed. */
export function cellText(text: string): string {
  const guarded = guardFormula(text).replaceAll(/\r\n?/g, '\n')
  return shorten(guarded, MAX_CELL_LENGTH).replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/

function summarySheet(input: ExportInput): Sheet<Blob> {
  const data = summaryRows(input).map((line): Row =>
    line.cells.map((value) => {
      // A cell that holds nothing lets the words before it run on.
      if (value === '') return line.isHeading ? { ...heading, value: '' } : null
      const style = line.isHeading ? heading : { align: 'left' as const }
      if (typeof value === 'number') return { ...style, value, type: Number }
      const day = line.isHeading || !ISO_DAY.test(value) ? null : dateCell(value, { align: 'left' })
      return day ?? { ...style, value: cellText(value), type: String }
    }),
  )
  const columns = [20, MAX_WIDTH, 34, 12, 24, 30].map((width) => ({ width }))
  return { sheet: 'summary', orientation: 'landscape', columns, data }
}

/** Filters over the headings of every table, and prints as wide as the sheet of paper; the library writes neither. */
function filtersAndPages(tables: readonly CsvTable[]): Feature<Blob> {
  const range = ({ columns, rows }: CsvTable, sign: string) =>
    `${sign}A${sign}1:${sign}${columnLetters(columns.length)}${sign}${rows.length + 1}`
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform(xml, _, { sheetIndex }) {
            const table = tables[sheetIndex - 1]
            const onPaper = xml
              .replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ')
            if (!table) return onPaper
            return withFoldedIds(onPaper, table).replace('</sheetData>', `$&<autoFilter ref="${range(table, '')}"/>`)
          },
        },
        'xl/workbook.xml': {
          transform: (xml) =>
            xml.replace(
              '<definedNames/>',
              `<definedNames>${tables
                .map(
                  (table, at) =>
                    `<definedName name="_xlnm._FilterDatabase" localSheetId="${at + 1}" hidden="1">'${table.name}'!${range(table, '$')}</definedName>`,
                )
                .join('')}</definedNames>`,
            ),
        },
      },
    },
  }
}

/** Ids are for programs: they lie folded behind a “+” above the sheet, and the words come first. */
function withFoldedIds(xml: string, { name, columns }: CsvTable): string {
  if (tablesOfIds.has(name)) return xml
  const folded = columns.reduce((sheet, column, at) => {
    if (!column.endsWith('_id')) return sheet
    return sheet.replace(`<col min="${at + 1}" max="${at + 1}" `, '$&hidden="1" outlineLevel="1" ')
  }, xml)
  return folded.replace('<cols>', '<sheetFormatPr defaultRowHeight="13" outlineLevelCol="1"/>$&')
}

/** 1 → A, 27 → AA */
function columnLetters(column: number): string {
  const rest = (column - 1) % 26
  const letter = String.fromCharCode(65 + rest)
  return column > 26 ? `${columnLetters((column - 1 - rest) / 26)}${letter}` : letter
}
