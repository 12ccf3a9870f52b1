// A file into a workshop, all of it or nothing: what may fail comes before the first change, and the change itself is one
// step for everybody and for the disk. What the formats are is in shared/import.
import { createHash } from 'node:crypto'
import { toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import type { AppliedFile, ImportMode, ImportReport } from '../../shared/import/applyJourneyFile.ts'
import type { ImportProblem } from '../../shared/import/ImportProblem.ts'
import { noAgenda } from '../../shared/workshop/agenda.ts'
import type { Limits } from '../limits.ts'
import type { OpenRoom } from '../rooms/RoomRegistry.ts'
import type { Storage, StoredSnapshot } from '../storage/Storage.ts'
import type { ImportRecord, WorkshopInfo, WrittenRange } from './imports/Imports.ts'
import {
  type ImportFormat,
  type ParsedImport,
  parseImport,
  type ParseOrder,
  refused,
  type Refused,
} from './imports/parseImport.ts'
import { type ReadFile, readImport } from './imports/readImport.ts'
import { relistDepartments } from './listDepartment.ts'
import { pictureType } from './pictureType.ts'
import type { Workshop } from './Workshop.ts'

export interface ImportOrder {
  readonly format: ImportFormat
  readonly bytes: Uint8Array
  readonly mode: ImportMode
  /** Participant who asks for it. */
  readonly by: string
}

export interface ImportMeans {
  readonly storage: Storage
  readonly limits: Pick<Limits, 'maxRecordsPerRoom'>
  readonly nowMs: number
  /** Where files are read; left out: in this thread. */
  readonly parse?: (order: ParseOrder) => Promise<ParsedImport>
}

export type ImportOutcome =
  | {
      readonly ok: true
      readonly report: ImportReport
      readonly notes: readonly ImportProblem[]
      readonly before: StoredSnapshot
      /** What `change.undo` takes back. */
      readonly changeId: string
      /** Resolves when it is on disk. */
      readonly saved: Promise<void>
    }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] }

/** Adds or replaces, after a snapshot of what was there. Rejects if the disk takes nothing; nothing is changed then. */
export async function importIntoWorkshop(
  { room, snapshots }: Pick<OpenRoom, 'room' | 'snapshots'>,
  { storage, limits, nowMs, parse = parseImport }: ImportMeans,
  order: ImportOrder,
): Promise<ImportOutcome> {
  const { workshop } = room
  const read = await readImport(order, room, parse)
  if (!read.ok) return read
  const full = fullness(room, read, order.mode, limits)
  if (full !== null) return refused(full)
  // Pictures that nothing shows do no harm; a board that shows pictures which are not there does.
  for (const { sha256, bytes } of read.pictures) await keepPicture(room.id, storage, sha256, bytes)
  const { doc, updateCount } = room.board
  const kept = Y.encodeStateVector(doc)
  const before = await snapshots.take('before', 'Before an import')
  // From here to the commit nothing waits: no change of anybody comes between, and the disk gets all of it or nothing.
  if (!mayStill(workshop, order.by)) return refused('This workshop was closed, or you no longer lead it.')
  const isGone = order.mode === 'replace' && room.board.updateCount !== updateCount
  const since = isGone ? toBase64(Y.encodeStateAsUpdate(doc, kept)) : ''
  const { applied, written } = putOnBoard(room, read, order.mode)
  if ('problems' in applied) return applied
  const roundIds = restoreRounds(workshop, applied.rounds)
  const { info, phaseIds } = order.mode === 'replace' ? takeWorkshop(workshop, read) : nothingTaken
  const { by, mode } = order
  const record: ImportRecord = { by, mode, atMs: nowMs, before: before.sid, since, written, roundIds, info, phaseIds }
  const changeId = workshop.imports.put(record)
  workshop.fileAuthors.put(changeId, applied.authors)
  workshop.change({})
  return { ok: true, report: applied.report, notes: read.notes, before, changeId, saved: room.saved() }
}

/** A sentence if the board would hold more than people may put on it: nobody could add anything after that. */
function fullness(
  { board }: OpenRoom['room'],
  { records }: ReadFile,
  mode: ImportMode,
  { maxRecordsPerRoom }: ImportMeans['limits'],
): string | null {
  const there = mode === 'replace' ? 0 : board.sizes(1).records
  const left = Math.max(0, maxRecordsPerRoom - there)
  if (records <= left) return null
  return `The board has room for ${left.toLocaleString('en')} more things, and this file brings ${records.toLocaleString('en')}.`
}

/** Reading the file and asking the disk took a while. */
function mayStill(workshop: Workshop, by: string): boolean {
  return !workshop.info.closed && workshop.isWelcome(by) && workshop.participant(by)?.role === 'facilitator'
}

function putOnBoard(
  room: OpenRoom['room'],
  read: ReadFile,
  mode: ImportMode,
): { readonly applied: AppliedFile | Refused; readonly written: WrittenRange } {
  return room.edit((doc) => {
    const client = doc.clientID
    const from = Y.getState(doc.store, client)
    const applied = read.put({ doc, origin: 'import' }, mode)
    return { applied, written: { client, from, to: Y.getState(doc.store, client) } }
  })
}

/** Votes that are there stay: ballots never go back. */
function restoreRounds({ rounds }: Workshop, found: AppliedFile['rounds']): string[] {
  const restored = found.filter(({ round }) => !rounds.find(round.id))
  for (const result of restored) rounds.restore(result)
  return restored.map(({ round }) => round.id)
}

const nothingTaken: Pick<ImportRecord, 'info' | 'phaseIds'> = { info: null, phaseIds: [] }

function takeWorkshop(workshop: Workshop, { workshop: file }: ReadFile): Pick<ImportRecord, 'info' | 'phaseIds'> {
  if (!file) return nothingTaken
  const before = infoOf(workshop)
  const { title, departments, agenda = [], reviewDate = null } = file
  workshop.change({ title, departments: [...departments], reviewDate })
  relistDepartments(workshop)
  // A workshop that has an agenda is being run by it.
  const takesAgenda = workshop.facilitation.state.agenda.phases.length === 0
  if (takesAgenda) workshop.facilitation.change({ agenda: { ...noAgenda, phases: [...agenda] } })
  return {
    info: { before, after: infoOf(workshop) },
    phaseIds: takesAgenda ? agenda.map(({ id }) => id) : [],
  }
}

function infoOf({ info: { title, departments, reviewDate } }: Workshop): WorkshopInfo {
  return { title, departments: [...departments], reviewDate }
}

/** A picture counts by its content, not by what the file says about it. */
async function keepPicture(workshopId: string, storage: Storage, hash: string, bytes: Uint8Array): Promise<void> {
  const type = pictureType(bytes)
  if (type === null || createHash('sha256').update(bytes).digest('hex') !== hash) return
  await storage.saveAsset(workshopId, hash, { type, bytes: new Uint8Array(bytes) })
}
