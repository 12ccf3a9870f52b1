// Whatever table-like file somebody chose → tables. The name's ending decides, because programs agree on nothing else.
import { decodeText } from './decodeText.ts'
import { readCsv } from './readCsv.ts'
import { readMarkdown } from './readMarkdown.ts'
import type { TableResult } from './Table.ts'

/** What is read as text; without an ending it may be anything. */
const textEndings: ReadonlySet<string> = new Set(['csv', 'tsv', 'tab', 'txt', 'md', 'markdown', ''])

export async function readTableFile(fileName: string, bytes: Uint8Array): Promise<TableResult> {
  const ending = /\.(\w+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  if (ending === 'xls')
    return { ok: false, sentence: 'The old Excel format (.xls) cannot be read. Save the file as .xlsx or CSV.' }
  if (ending === 'xlsx') {
    // Unpacking and reading a workbook is most of what importing weighs.
    const { readWorkbook } = await import('./readWorkbook.ts')
    return readWorkbook(bytes)
  }
  if (!textEndings.has(ending))
    return { ok: false, sentence: `Files that end in .${ending} cannot be read. Save the rows as CSV or .xlsx.` }
  const decoded = decodeText(bytes)
  if (!decoded) return { ok: false, sentence: 'This file is no text. Save the rows as CSV or .xlsx.' }
  return ending === 'md' || ending === 'markdown' ? readMarkdown(decoded.text) : readCsv(decoded.text)
}
