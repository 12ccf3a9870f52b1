// The content of an uploaded file, checked as far as it can be without the board. Nothing is changed by reading.
import { fromBase64 } from 'lib0/buffer'
import type { JourneyFile } from '../../../shared/export/journeyFile.ts'
import { type AppliedFile, applyJourneyFile, type ImportMode } from '../../../shared/import/applyJourneyFile.ts'
import { parseCjml } from '../../../shared/import/cjml.ts'
import type { ImportProblem } from '../../../shared/import/ImportProblem.ts'
import { parseJourneyFile } from '../../../shared/import/parseJourneyFile.ts'
import { readBoard } from '../../../shared/journey/BoardModel.ts'
import type { EditTarget } from '../../../shared/journey/edit/EditTarget.ts'
import type { Room } from '../../rooms/Room.ts'
import { readTableImport } from './readTableImport.ts'

export const importFormats = ['json', 'cjml', 'csv', 'xlsx', 'md'] as const
export type ImportFormat = (typeof importFormats)[number]

export type Refused = { readonly ok: false; readonly problems: readonly ImportProblem[] }

export interface ReadFile {
  readonly ok: true
  readonly pictures: readonly { readonly sha256: string; readonly bytes: Uint8Array }[]
  /** What a workshop takes from a file that comes in its place; null: the file says nothing about a workshop. */
  readonly workshop: JourneyFile['workshop'] | null
  /** What of the file has no place on a board. */
  readonly notes: readonly ImportProblem[]
  /** Cards, drawings and the like that come onto the board. */
  readonly records: number
  /** Changes nothing if it is refused: only now it meets the board as it is. */
  readonly put: (target: EditTarget, mode: ImportMode) => AppliedFile | Refused
}

export async function readImport(
  { format, bytes, mode }: { readonly format: ImportFormat; readonly bytes: Uint8Array; readonly mode: ImportMode },
  { board, workshop }: Pick<Room, 'board' | 'workshop'>,
): Promise<ReadFile | Refused> {
  switch (format) {
    case 'json': {
      const parsed = parseJourneyFile(new TextDecoder().decode(bytes))
      return parsed.ok ? asRead(parsed.file, []) : parsed
    }
    case 'cjml': {
      const parsed = parseCjml(bytes, workshop.info.departments)
      return parsed.ok ? { ...asRead(parsed.file, parsed.notes), workshop: null } : parsed
    }
    default: {
      const sentence = 'A table is added to a map. It cannot come in the place of the board.'
      if (mode === 'replace') return { ok: false, problems: [{ path: '', line: 1, column: 1, sentence }] }
      return readTableImport(format, bytes, readBoard(board.doc))
    }
  }
}

function asRead(file: JourneyFile, notes: readonly ImportProblem[]): ReadFile {
  return {
    ok: true,
    pictures: file.pictures.map(({ sha256, data }) => ({ sha256, bytes: fromBase64(data) })),
    workshop: file.workshop,
    notes,
    records: recordsIn(file),
    put: (target, mode) => applyJourneyFile(target, file, mode),
  }
}

function recordsIn({ journeys, freeCards, drawings, clusters }: JourneyFile): number {
  const inMaps = journeys.map(({ stages, lanes, cards, emotions }) => {
    return 1 + stages.length + lanes.length + cards.length + emotions.length
  })
  return inMaps.reduce((sum, count) => sum + count, freeCards.length + drawings.length + clusters.length)
}
