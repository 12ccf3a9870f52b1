// Work items as the CSV files a tool imports: one file, or several in a zip where the tool takes no more at once.
import { stringify } from 'csv-stringify/sync'
import { strToU8 } from 'fflate'
import type { ExportInput, RenderedFile } from '../formats.ts'
import { shorten } from '../plainText.ts'
import { zipFiles } from '../zipFiles.ts'
import { type WorkItem, workItemsOf } from './workItems.ts'

export interface ItemTable {
  readonly columns: readonly string[]
  readonly row: (item: WorkItem) => readonly string[]
  /** Most rows of one file, without the heading; Infinity if the tool names no limit. */
  readonly maxRows: number
  /** Most bytes of one file, if the tool has such a limit. */
  readonly maxBytes?: number
}

const CSV_TYPE = 'text/csv; charset=utf-8'

/** The tool's name goes into the file's. No mark at the start: the tools look for the first heading by its letters. */
export function itemFiles(input: ExportInput, tool: string, table: ItemTable): RenderedFile {
  const lines = [table.columns, ...workItemsOf(input).map(table.row)].map(csvLine)
  const [heading = '', ...rows] = lines
  const files = splitRows(heading, rows, table).map((part) => heading + part.join(''))
  const [only = heading, ...more] = files
  if (more.length === 0) return { content: only, extension: `${tool}.csv`, contentType: CSV_TYPE }
  const width = String(files.length).length
  const named = files.map((file, at) => [
    `part-${String(at + 1).padStart(width, '0')}-of-${files.length}.csv`,
    strToU8(file),
  ])
  return { content: zipFiles(Object.fromEntries(named)), extension: `${tool}.zip`, contentType: 'application/zip' }
}

function csvLine(cells: readonly string[]): string {
  return stringify([[...cells]], { record_delimiter: 'windows', quoted_string: true, escape_formulas: true })
}

function splitRows(heading: string, rows: readonly string[], { maxRows, maxBytes = Infinity }: ItemTable): string[][] {
  const parts: string[][] = []
  let [part, bytes]: [string[], number] = [[], 0]
  for (const row of rows) {
    const size = strToU8(row).length
    if (parts.length === 0 || part.length >= maxRows || bytes + size > maxBytes) {
      part = []
      bytes = strToU8(heading).length
      parts.push(part)
    }
    part.push(row)
    bytes += size
  }
  return parts
}

/** Titles of most tools end at 255 characters. */
const MAX_TITLE = 255

export const shortTitle = ({ title }: WorkItem): string => shorten(title, MAX_TITLE)

/** "Owner: Ruth" line by line: for tools that take plain text. */
export function plainFacts({ facts }: WorkItem): string {
  return facts.map(([name, value]) => `${name}: ${value}`).join('\n')
}
