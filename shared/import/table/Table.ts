// A table somebody brings along, whatever file it came in: rows of words under their columns' names.

export interface Table {
  /** Name of the sheet; '' where there is only one. */
  readonly name: string
  /** Words of the first row; empty ones where the first row is one as the others. */
  readonly header: readonly string[]
  /** As rows are numbered; left out: the table came without one. */
  readonly headerNumber?: number
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  /** As the program that shows the file numbers it, from 1; the header is row 1 as a rule. */
  readonly number: number
  readonly cells: readonly string[]
}

export type TableResult =
  | { readonly ok: true; readonly tables: readonly Table[] }
  /** One sentence for the screen. */
  | { readonly ok: false; readonly sentence: string }

/** Rows of one import; more is no workshop and makes the preview wait. */
export const MAX_TABLE_ROWS = 20_000
/** Widest sheet a spreadsheet program of the nineties could make; none of our fields needs more. */
export const MAX_TABLE_COLUMNS = 256

/** What spreadsheets and our own files put before text that would be taken for a formula. */
const GUARD = /^'(?=[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20])/

/** The first row with words names the columns; rows without words are left out. */
export function asTable(name: string, read: readonly TableRow[]): TableResult {
  const rows = read.map(({ number, cells }) => ({ number, cells: cells.map((cell) => cell.replace(GUARD, '').trim()) }))
  const [header, ...body] = rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (!header || body.length === 0)
    return { ok: false, sentence: 'The table has no rows below its first one, which names the columns.' }
  if (body.length > MAX_TABLE_ROWS)
    return {
      ok: false,
      sentence: `The table has more than ${MAX_TABLE_ROWS.toLocaleString('en')} rows. No more can be brought in at once.`,
    }
  const width = Math.max(header.cells.length, ...body.map(({ cells }) => cells.length))
  if (width > MAX_TABLE_COLUMNS)
    return { ok: false, sentence: `The table has ${width} columns. At most ${MAX_TABLE_COLUMNS} can be read.` }
  const names = Array.from({ length: width }, (_, at) => header.cells[at] ?? '')
  return { ok: true, tables: [{ name, header: names, headerNumber: header.number, rows: body }] }
}

/** The same table with its first row among the others: it names no columns. */
export function withoutHeader({ name, header, headerNumber = 1, rows }: Table): Table {
  return { name, header: header.map(() => ''), rows: [{ number: headerNumber, cells: header }, ...rows] }
}

/** "A", "B", … "AA": as spreadsheets name columns; `at` from 0. */
export function columnName(at: number): string {
  const rest = Math.floor(at / 26)
  return `${rest > 0 ? columnName(rest - 1) : ''}${String.fromCodePoint(65 + (at % 26))}`
}
