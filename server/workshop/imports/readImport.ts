// The content of an uploaded file, checked as far as it can be without the board. Nothing is changed by reading.
import { fromBase64 } from 'lib0/buffer'
import type { JourneyFile } from '../../../shared/export/journeyFile.ts'
import { type AppliedFile, applyJourneyFile, type ImportMode } from '../../../shared/import/applyJourneyFile.ts'
import { parseCjml } from '../../../shared/import/cjml.ts'
import type { ImportProblem } from '../../../shared/import/ImportProblem.ts'
import { parseJourneyFile } from '../../../shared/import/parseJourneyFile.ts'
import type { EditTarget } from '../../../shared/journey/edit/EditTarget.ts'

/** Formats of whole maps. */
export const importFormats = ['json', 'cjml'] as const
export type ImportFormat = (typeof importFormats)[number]

export type Refused = { readonly ok: false; readonly problems: readonly ImportProblem[] }

export interface ReadFile {
  readonly ok: true
  readonly pictures: readonly { readonly sha256: string; readonly bytes: Uint8Array }[]
  /** What a workshop takes from a file that comes in its place; null: the file says nothing about a workshop. */
  readonly workshop: JourneyFile['workshop'] | null
  /** What of the file has no place on a board. */
  readonly notes: readonly ImportProblem[]
  readonly put: (target: EditTarget, mode: ImportMode) => AppliedFile
}

export function readImport(
  format: ImportFormat,
  bytes: Uint8Array,
  departments: readonly string[],
): ReadFile | Refused {
  if (format === 'cjml') {
    const parsed = parseCjml(bytes, departments)
    return parsed.ok ? { ...asRead(parsed.file, parsed.notes), workshop: null } : parsed
  }
  const parsed = parseJourneyFile(new TextDecoder().decode(bytes))
  return parsed.ok ? asRead(parsed.file, []) : parsed
}

function asRead(file: JourneyFile, notes: readonly ImportProblem[]): ReadFile {
  return {
    ok: true,
    pictures: file.pictures.map(({ sha256, data }) => ({ sha256, bytes: fromBase64(data) })),
    workshop: file.workshop,
    notes,
    put: (target, mode) => applyJourneyFile(target, file, mode),
  }
}
