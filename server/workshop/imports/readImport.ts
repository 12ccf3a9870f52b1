// What is in an uploaded file, checked as far as it can be before it meets the board. Nothing is changed by reading.
import type { JourneyFile } from '../../../shared/export/journeyFile.ts'
import { type AppliedFile, applyJourneyFile, type ImportMode } from '../../../shared/import/applyJourneyFile.ts'
import type { ImportProblem } from '../../../shared/import/ImportProblem.ts'
import { readBoard } from '../../../shared/journey/BoardModel.ts'
import type { EditTarget } from '../../../shared/journey/edit/EditTarget.ts'
import type { Room } from '../../rooms/Room.ts'
import { ownersIn } from '../../auth/feelingSeal.ts'
import { type ImportFormat, type ParsedImport, type ParsedPicture, type ParseOrder, refused } from './parseImport.ts'
import type { Refused } from './parseImport.ts'
import { readTableImport } from './readTableImport.ts'

export interface ReadFile {
  readonly ok: true
  readonly pictures: readonly ParsedPicture[]
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
  parse: (order: ParseOrder) => Promise<ParsedImport>,
): Promise<ReadFile | Refused> {
  const isTable = format !== 'json' && format !== 'cjml'
  if (isTable && mode === 'replace')
    return refused('A table is added to a map. It cannot come in the place of the board.')
  const parsed = await parse({ format, bytes, departments: workshop.info.departments })
  if (!parsed.ok) return parsed
  if (parsed.kind === 'table') return readTableImport(parsed.table, readBoard(board.doc), workshop.info.departments)
  const { file, pictures, notes } = parsed
  return {
    ok: true,
    pictures,
    // CJML knows journeys only.
    workshop: format === 'json' ? file.workshop : null,
    notes,
    records: recordsIn(file),
    put: (target, into) => applyJourneyFile(target, file, into, ownersIn(file, workshop, readBoard(target.doc))),
  }
}

function recordsIn({ journeys, freeCards, drawings, clusters }: JourneyFile): number {
  const inMaps = journeys.map(({ stages, lanes, cards, emotions }) => {
    return 1 + stages.length + lanes.length + cards.length + emotions.length
  })
  return inMaps.reduce((sum, count) => sum + count, freeCards.length + drawings.length + clusters.length)
}
