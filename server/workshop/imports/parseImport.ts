// The bytes of an uploaded file → what is in it, without any board. The costly half of an import, which runs in a process
// of its own for all but small files: see ImportReader.
import { fromBase64 } from 'lib0/buffer'
import type { JourneyFile } from '../../../shared/export/journeyFile.ts'
import { parseCjml } from '../../../shared/import/cjml.ts'
import type { ImportProblem } from '../../../shared/import/ImportProblem.ts'
import { parseJourneyFile } from '../../../shared/import/parseJourneyFile.ts'
import { firstSheet } from '../../../shared/import/table/ColumnMapping.ts'
import { readTableFile } from '../../../shared/import/table/readTableFile.ts'
import type { Table } from '../../../shared/import/table/Table.ts'

/** Formats of whole maps, then tables. */
export const importFormats = ['json', 'cjml', 'csv', 'xlsx', 'md'] as const
export type ImportFormat = (typeof importFormats)[number]

export type Refused = { readonly ok: false; readonly problems: readonly ImportProblem[] }

export interface ParseOrder {
  readonly format: ImportFormat
  readonly bytes: Uint8Array
  /** Of the workshop, which a file may name. */
  readonly departments: readonly string[]
}

export interface ParsedPicture {
  readonly sha256: string
  readonly bytes: Uint8Array
}

/** Plain data: it may come from another process. */
export type ParsedImport =
  | {
      readonly ok: true
      readonly kind: 'map'
      /** Its pictures apart. */
      readonly file: JourneyFile
      readonly pictures: readonly ParsedPicture[]
      /** What of the file has no place on a board. */
      readonly notes: readonly ImportProblem[]
    }
  | { readonly ok: true; readonly kind: 'table'; readonly table: Table }
  | Refused

export async function parseImport({ format, bytes, departments }: ParseOrder): Promise<ParsedImport> {
  switch (format) {
    case 'json': {
      const parsed = parseJourneyFile(new TextDecoder().decode(bytes))
      return parsed.ok ? asMap(parsed.file, []) : parsed
    }
    case 'cjml': {
      const parsed = parseCjml(bytes, departments)
      return parsed.ok ? asMap(parsed.file, parsed.notes) : parsed
    }
    default: {
      const read = await readTableFile(`table.${format}`, bytes)
      if (!read.ok) return refused(read.sentence)
      const table = read.tables[firstSheet(read.tables)]
      return table ? { ok: true, kind: 'table', table } : refused('There is no table in this file.')
    }
  }
}

/** About the file as a whole. */
export function refused(sentence: string): Refused {
  return { ok: false, problems: [{ path: '', line: 1, column: 1, sentence }] }
}

function asMap(file: JourneyFile, notes: readonly ImportProblem[]): ParsedImport {
  const pictures = file.pictures.map(({ sha256, data }) => ({ sha256, bytes: fromBase64(data) }))
  return { ok: true, kind: 'map', file: { ...file, pictures: [] }, pictures, notes }
}
