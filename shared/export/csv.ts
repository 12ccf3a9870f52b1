// The tables of a board as CSV files in one zip: RFC 4180, UTF-8 with a mark at the start so that spreadsheets read it
// as such, no cell that a spreadsheet would run as a formula. The same board gives the same bytes.
import { stringify } from 'csv-stringify/sync'
import { strToU8, type Zippable } from 'fflate'
import { type CsvTable, csvTables } from './csvTables.ts'
import type { ExportFormat } from './formats.ts'
import { zipFiles } from './zipFiles.ts'

const loses =
  'Not in these tables: drawings, pictures, the place of cards outside of the maps, what one person felt. The Journeyboard file has them.'

export const csvFormat: ExportFormat = {
  name: 'csv',
  label: 'Tables (CSV)',
  extension: 'zip',
  contentType: 'application/zip',
  loses,
  render(input) {
    const files: Zippable = { 'README.txt': strToU8(`${input.workshop.title}\r\n\r\n${loses}\r\n`) }
    for (const table of csvTables(input)) files[`${table.name}.csv`] = strToU8(toCsv(table))
    return zipFiles(files)
  },
}

/** Text that starts like a formula gets an apostrophe in front; every text is quoted. */
export function toCsv({ columns, rows }: CsvTable): string {
  return stringify([[...columns], ...rows.map((row) => [...row])], {
    bom: true,
    record_delimiter: 'windows',
    quoted_string: true,
    escape_formulas: true,
  })
}
