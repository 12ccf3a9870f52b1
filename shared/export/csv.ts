// The tables of a board as CSV files in one zip: RFC 4180, UTF-8 (with a mark at the start on request, by which
// Excel knows), no cell that a spreadsheet would run as a formula. The same board gives the same bytes.
import { stringify } from 'csv-stringify/sync'
import { strToU8, type Zippable } from 'fflate'
import { type CsvTable, csvTables } from './csvTables.ts'
import type { ExportFormat } from './formats.ts'
import { describeLosses } from './losses.ts'
import { zipFiles } from './zipFiles.ts'

export const csvFormat: ExportFormat = {
  name: 'csv',
  render(input, { bom = false } = {}) {
    const readme = [input.workshop.title, describeLosses('csv')].join('\r\n\r\n')
    const files: Zippable = { 'README.txt': strToU8(`${readme}\r\n`) }
    for (const table of csvTables(input)) files[`${table.name}.csv`] = strToU8(toCsv(table, bom))
    return zipFiles(files)
  },
}

/** Text that starts like a formula gets an apostrophe in front; every text is quoted. `bom`: for Excel. */
export function toCsv({ columns, rows }: CsvTable, bom: boolean): string {
  return stringify([[...columns], ...rows.map((row) => [...row])], {
    bom,
    record_delimiter: 'windows',
    quoted_string: true,
    escape_formulas: true,
  })
}
