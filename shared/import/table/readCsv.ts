// Text with separators → a table (RFC 4180 and what programs make of it: semicolons, tabs, bars, any line end).
import { CsvError, parse } from 'csv-parse/browser/esm/sync'
import { asTable, MAX_TABLE_ROWS, type TableResult } from './Table.ts'

const separators = [',', ';', '\t', '|'] as const

interface Parsed {
  readonly record: string[]
  readonly info: { readonly lines: number }
}

export function readCsv(text: string): TableResult {
  try {
    const parsed = parse(text, {
      delimiter: separatorOf(text),
      bom: true,
      info: true,
      // Rows are as long as their author made them.
      relax_column_count: true,
      // A quote inside of words is an ordinary character.
      relax_quotes: true,
      trim: true,
      skip_empty_lines: true,
      // One row more than may come in: enough to know that there are too many.
      to: MAX_TABLE_ROWS + 2,
    }) as unknown as Parsed[]
    // The row's number in a spreadsheet, which counts rows and not lines: words may hold line ends.
    return asTable(
      '',
      parsed.map(({ record }, at) => ({ number: at + 1, cells: record })),
    )
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error['lines'] === 'number' ? error['lines'] : null
    const where = line === null ? '' : ` near line ${line}`
    return { ok: false, sentence: `The table cannot be read${where}: a quotation mark is not closed.` }
  }
}

/** The one that stands most often outside of quotes in the first line; a comma if none does. */
function separatorOf(text: string): string {
  const counts = new Map<string, number>(separators.map((separator) => [separator, 0]))
  let quoted = false
  for (const character of text) {
    if (character === '"') quoted = !quoted
    else if (!quoted && (character === '\n' || character === '\r')) break
    else if (!quoted && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  return separators.reduce((best, next) => ((counts.get(next) ?? 0) > (counts.get(best) ?? 0) ? next : best))
}
