// A spreadsheet file (.xlsx) → its sheets as tables. A file is a zip: what it unpacks to is counted before anything of
// it is read, because a small file may hold gigabytes.
import { Unzip, UnzipInflate } from 'fflate'
import readXlsxFile from 'read-excel-file/universal'
import { asTable, type Table, type TableResult } from './Table.ts'

/** What a file may unpack to, bytes. */
export const MAX_INFLATED_BYTES = 64 * 1024 * 1024
/** Fed to the counter at once: a bomb is noticed after this much of it, times what a byte can unpack to (about 1,000). */
const CHUNK_BYTES = 16 * 1024

const unreadable = 'This spreadsheet cannot be read. Save it again as .xlsx, or as CSV.'

export async function readWorkbook(bytes: Uint8Array): Promise<TableResult> {
  const inflated = inflatedBytes(bytes)
  if (inflated === null) return { ok: false, sentence: unreadable }
  if (inflated > MAX_INFLATED_BYTES)
    return {
      ok: false,
      sentence: `This spreadsheet unpacks to more than ${MAX_INFLATED_BYTES / 1024 / 1024} MB. Save the rows as CSV.`,
    }
  let sheets
  try {
    sheets = await readXlsxFile(new Uint8Array(bytes).buffer)
  } catch {
    // Beside its own kinds of error the reader throws whatever it meets in strangers' files: the file is at fault.
    return { ok: false, sentence: unreadable }
  }
  return tablesOf(sheets.map(({ sheet, data }) => ({ name: sheet, data })))
}

function tablesOf(sheets: readonly { name: string; data: readonly (readonly unknown[])[] }[]): TableResult {
  const tables: Table[] = []
  let refusal: TableResult | null = null
  for (const { name, data } of sheets) {
    const read = asTable(
      name,
      data.map((cells, at) => ({ number: at + 1, cells: cells.map(wordsOf) })),
    )
    if (read.ok) tables.push(...read.tables)
    else refusal ??= read
  }
  if (tables.length > 0) return { ok: true, tables }
  return refusal ?? { ok: false, sentence: 'The spreadsheet has no rows.' }
}

/** A cell as people would type it; days as ISO. */
function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 'yyyy-mm-dd'.length)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'number' || typeof value === 'string' ? String(value).trim() : ''
}

/** Counts without keeping; null: no zip. Stops soon after the limit. */
function inflatedBytes(bytes: Uint8Array): number | null {
  // An object, because the parts of the unpacker write into it.
  const seen = { bytes: 0, files: 0, isBroken: false }
  const unzip = new Unzip((file) => {
    seen.files++
    file.ondata = (error, chunk) => {
      if (error) seen.isBroken = true
      else seen.bytes += chunk.length
    }
    try {
      file.start()
    } catch {
      // A way of packing that no spreadsheet program uses.
      seen.isBroken = true
    }
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length && seen.bytes <= MAX_INFLATED_BYTES && !seen.isBroken; at += CHUNK_BYTES)
      unzip.push(bytes.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES >= bytes.length)
  } catch {
    return null
  }
  return seen.files === 0 || seen.isBroken ? null : seen.bytes
}
