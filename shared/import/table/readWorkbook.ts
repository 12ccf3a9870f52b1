// A spreadsheet file (.xlsx) → its sheets as tables. A file is a zip: what it unpacks to is counted before anything of
// it is read, because a small file may hold gigabytes.
import { Unzip, UnzipInflate, zipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/universal'
import { asTable, type Table, type TableResult } from './Table.ts'

/** What a file may unpack to, bytes. */
export const MAX_INFLATED_BYTES = 64 * 1024 * 1024
/** Parts of a file; a workbook with a hundred sheets has some two hundred. */
const MAX_FILES = 1_000
/** Fed to the counter at once: a bomb is noticed after this much of it, times what a byte can unpack to (about 1,000). */
const CHUNK_BYTES = 16 * 1024

const tooLarge = `This spreadsheet unpacks to more than ${MAX_INFLATED_BYTES / 1024 / 1024} MB or 1,000 parts. Save the rows as CSV.`
const unreadable = 'This spreadsheet cannot be read. Save it again as .xlsx, or as CSV.'

export async function readWorkbook(bytes: Uint8Array): Promise<TableResult> {
  const files = unpack(bytes)
  if (files === null) return { ok: false, sentence: unreadable }
  if (files === 'tooLarge') return { ok: false, sentence: tooLarge }
  let sheets
  try {
    // Packed again, with nothing squeezed: whatever this reader makes of it, it cannot grow.
    sheets = await readXlsxFile(zipSync(Object.fromEntries(files), { level: 0 }).slice().buffer)
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

/**
 * What is in the zip, by name; null: no zip. Stops soon after the limits. Goes from file to file by their own heads: the
 * directory at the end may name one file a thousand times.
 */
function unpack(bytes: Uint8Array): Map<string, Uint8Array> | 'tooLarge' | null {
  // An object, because the parts of the unpacker write into it.
  const seen = { bytes: 0, files: 0, isBroken: false }
  const parts = new Map<string, Uint8Array[]>()
  const unzip = new Unzip((file) => {
    seen.files++
    const chunks: Uint8Array[] = []
    parts.set(file.name, chunks)
    file.ondata = (error, chunk) => {
      if (error) seen.isBroken = true
      else {
        seen.bytes += chunk.length
        // Beyond the limits nothing is kept.
        if (!isTooLarge(seen)) chunks.push(chunk)
      }
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
    for (let at = 0; at < bytes.length && !isTooLarge(seen) && !seen.isBroken; at += CHUNK_BYTES)
      unzip.push(bytes.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES >= bytes.length)
  } catch {
    return null
  }
  if (seen.files === 0 || seen.isBroken) return null
  if (isTooLarge(seen)) return 'tooLarge'
  return new Map([...parts].map(([name, chunks]) => [name, joined(chunks)]))
}

function isTooLarge({ bytes, files }: { readonly bytes: number; readonly files: number }): boolean {
  return bytes > MAX_INFLATED_BYTES || files > MAX_FILES
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    all.set(chunk, at)
    at += chunk.length
  }
  return all
}
