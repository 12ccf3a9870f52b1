// A workshop into a file, and a file into a workshop. What the formats are is in shared/export and shared/import.
import { createHash } from 'node:crypto'
import { fromBase64 } from 'lib0/buffer'
import type * as Y from 'yjs'
import { exportFileName, type ExportInput, type ExportPicture, renderedFile } from '../../shared/export/formats.ts'
import type { ImportMode, ImportReport } from '../../shared/import/applyJourneyFile.ts'
import { importJson } from '../../shared/import/json.ts'
import type { ImportProblem } from '../../shared/import/ImportProblem.ts'
import { readBoard } from '../../shared/journey/BoardModel.ts'
import { readDrawings } from '../../shared/journey/edit/editDrawings.ts'
import { serverFormat } from '../export/mapFormats.ts'
import type { OpenRoom } from '../rooms/RoomRegistry.ts'
import type { Storage, StoredSnapshot } from '../storage/Storage.ts'
import { relistDepartments } from './listDepartment.ts'
import { pictureType } from './pictureType.ts'

export interface ExportedFile {
  readonly name: string
  readonly contentType: string
  readonly content: string | Uint8Array<ArrayBuffer>
}

/** Null if there is no such format. With `then`, the board of a snapshot instead of the one of now. */
export async function exportWorkshop(
  { room, commands }: Pick<OpenRoom, 'room'> & Partial<Pick<OpenRoom, 'commands'>>,
  storage: Storage,
  format: string,
  nowMs: number,
  then: Y.Doc | null = null,
): Promise<ExportedFile | null> {
  const found = serverFormat(format)
  if (!found) return null
  const input = await exportInput({ room, ...(commands ? { commands } : {}) }, storage, nowMs, then)
  const { content, extension, contentType } = renderedFile(found, await found.render(input))
  return { name: exportFileName(input.workshop.title, extension, nowMs), contentType, content }
}

/** Everything a file may carry. With `then`, the board of a snapshot instead of the one of now. */
export async function exportInput(
  { room, commands }: Pick<OpenRoom, 'room'> & Partial<Pick<OpenRoom, 'commands'>>,
  storage: Storage,
  nowMs: number,
  then: Y.Doc | null = null,
): Promise<ExportInput> {
  const { workshop } = room
  const doc = then ?? room.board.doc
  const { title, departments, reviewDate } = workshop.info
  const people = workshop.activeParticipants()
  return {
    board: readBoard(doc),
    drawings: readDrawings(doc),
    workshop: {
      title,
      departments,
      // Who only looks on took no part; without a name nobody can be told apart.
      participants: people
        .filter(({ role }) => role !== 'viewer')
        .map(({ id, name, department }) => ({ id, name, department })),
      facilitators: people.filter(({ role }) => role === 'facilitator').map(({ name }) => name),
      reviewDate,
    },
    rounds: workshop.rounds.list().flatMap(({ id }) => commands?.result(id) ?? []),
    pictures: await loadPictures(room.id, storage),
    nowMs,
  }
}

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
    const { title, departments } = result.file.workshop
    room.workshop.change({ title, departments: [...departments] })
    relistDepartments(room.workshop)
  }
  await room.commitWorkshop()
  await room.saved()
  return { ok: true, report: result.report, before }
}

async function loadPictures(workshopId: string, storage: Storage): Promise<ExportPicture[]> {
  const pictures: ExportPicture[] = []
  for (const { hash } of await storage.listAssets(workshopId)) {
    const asset = await storage.readAsset(workshopId, hash)
    if (asset) pictures.push({ sha256: hash, contentType: asset.type, bytes: asset.bytes })
  }
  return pictures
}

/** A picture counts by its content, not by what the file says about it. */
async function keepPicture(workshopId: string, storage: Storage, hash: string, bytes: Uint8Array): Promise<void> {
  const type = pictureType(bytes)
  if (type === null || createHash('sha256').update(bytes).digest('hex') !== hash) return
  await storage.saveAsset(workshopId, hash, { type, bytes })
}
