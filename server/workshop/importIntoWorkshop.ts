// A file into a workshop. What the formats are is in shared/import.
import { createHash } from 'node:crypto'
import { fromBase64 } from 'lib0/buffer'
import type { ImportMode, ImportReport } from '../../shared/import/applyJourneyFile.ts'
import type { ImportProblem } from '../../shared/import/ImportProblem.ts'
import { importJson } from '../../shared/import/json.ts'
import { noAgenda } from '../../shared/workshop/agenda.ts'
import type { OpenRoom } from '../rooms/RoomRegistry.ts'
import type { Storage, StoredSnapshot } from '../storage/Storage.ts'
import { relistDepartments } from './listDepartment.ts'
import { pictureType } from './pictureType.ts'

export type ImportOutcome =
  | { readonly ok: true; readonly report: ImportReport; readonly before: StoredSnapshot }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] }

/** Adds or replaces, after a snapshot of what was there; on any problem nothing is changed. Resolves when it is on disk. */
export async function importIntoWorkshop(
  open: OpenRoom,
  storage: Storage,
  text: string,
  mode: ImportMode,
): Promise<ImportOutcome> {
  const { room, snapshots } = open
  const before = await snapshots.take('before', 'Before an import')
  const result = room.edit((doc) => importJson({ doc, origin: 'import' }, text, mode))
  if (!result.ok) return result
  for (const { sha256, data } of result.file.pictures) await keepPicture(room.id, storage, sha256, fromBase64(data))
  // Votes that are there stay: ballots never go back.
  const { rounds } = room.workshop
  for (const found of result.rounds) if (!rounds.find(found.round.id)) rounds.restore(found)
  room.workshop.change({})
  if (mode === 'replace') {
    const { title, departments, agenda = [], reviewDate = null } = result.file.workshop
    room.workshop.change({ title, departments: [...departments], reviewDate })
    // A workshop that has an agenda is being run by it.
    const { state } = room.workshop.facilitation
    if (state.agenda.phases.length === 0)
      room.workshop.facilitation.change({ agenda: { ...noAgenda, phases: [...agenda] } })
    relistDepartments(room.workshop)
  }
  await room.commitWorkshop()
  await room.saved()
  return { ok: true, report: result.report, before }
}

/** A picture counts by its content, not by what the file says about it. */
async function keepPicture(workshopId: string, storage: Storage, hash: string, bytes: Uint8Array): Promise<void> {
  const type = pictureType(bytes)
  if (type === null || createHash('sha256').update(bytes).digest('hex') !== hash) return
  await storage.saveAsset(workshopId, hash, { type, bytes })
}
