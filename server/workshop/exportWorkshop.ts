// A workshop into a file, and a file into a workshop. What the formats are is in shared/export and shared/import.
import { createHash } from 'node:crypto'
import { fromBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import { isFormatName } from '../../shared/export/catalog.ts'
import type { ExportOptions } from '../../shared/export/exportOptions.ts'
import { exportFileName, type ExportPicture } from '../../shared/export/formats.ts'
import type { ImportMode, ImportReport } from '../../shared/import/applyJourneyFile.ts'
import { importJson } from '../../shared/import/json.ts'
import { noAgenda } from '../../shared/workshop/agenda.ts'
import type { ImportProblem } from '../../shared/import/ImportProblem.ts'
import type { RoundResult } from '../../shared/workshop/results.ts'
import { type ExportOrder, runExport } from '../export/runExport.ts'
import type { OpenRoom } from '../rooms/RoomRegistry.ts'
import type { Storage, StoredSnapshot } from '../storage/Storage.ts'
import { relistDepartments } from './listDepartment.ts'
import { pictureType } from './pictureType.ts'
import type { Workshop } from './Workshop.ts'

export interface ExportedFile {
  readonly name: string
  readonly contentType: string
  readonly content: string | Uint8Array<ArrayBuffer>
}

interface ExportSource extends Pick<OpenRoom, 'room'>, Partial<Pick<OpenRoom, 'commands'>> {
  /** The board of a snapshot; left out: the one of now. */
  readonly snapshot?: Y.Doc
}

/** Null if there is no such format. Rejects with an ExportError if the file cannot be made. */
export async function exportWorkshop(
  source: ExportSource,
  storage: Storage,
  format: string,
  nowMs: number,
  options: ExportOptions = {},
): Promise<ExportedFile | null> {
  if (!isFormatName(format)) return null
  const order = await exportOrder(source, storage, nowMs)
  const { content, extension, contentType } = await runExport({ ...order, job: { kind: 'file', format, options } })
  return { name: exportFileName(order.workshop.title, extension, nowMs), contentType, content }
}

/** Everything a file may carry. The board goes as it is encoded already: reading it is the work of another thread. */
export async function exportOrder(
  { room, commands, snapshot }: ExportSource,
  storage: Storage,
  nowMs: number,
): Promise<Omit<ExportOrder, 'job'>> {
  const pictures = await loadPictures(room.id, storage)
  return {
    // After the last wait: the board and what is said about it are of one moment.
    board: snapshot ? [Y.encodeStateAsUpdate(snapshot)] : encodedBoard(room),
    ...workshopFacts(room.workshop, (id) => commands?.result(id) ?? null),
    pictures,
    nowMs,
  }
}

/** What files say of a workshop beside its board. */
export function workshopFacts(
  workshop: Workshop,
  resultOf: (roundId: string) => RoundResult | null,
): Pick<ExportOrder, 'workshop' | 'rounds'> {
  const { title, departments, reviewDate } = workshop.info
  const people = workshop.activeParticipants()
  return {
    workshop: {
      title,
      departments,
      // Who only looks on took no part; without a name nobody can be told apart.
      participants: people
        .filter(({ role }) => role !== 'viewer')
        .map(({ id, name, department }) => ({ id, name, department })),
      facilitators: people.filter(({ role }) => role === 'facilitator').map(({ name }) => name),
      agenda: workshop.facilitation.state.agenda.phases,
      reviewDate,
    },
    rounds: workshop.rounds.list().flatMap(({ id }) => resultOf(id) ?? []),
  }
}

function encodedBoard({ board }: OpenRoom['room']): Uint8Array[] {
  const { etag, bytes } = board.encoded.state()
  const tail = board.encoded.tailAfter(etag)
  return tail ? [bytes, tail] : [bytes]
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
