// A workshop into a file. What the formats are is in shared/export.
import * as Y from 'yjs'
import { isFormatName } from '../../shared/export/catalog.ts'
import type { ExportOptions } from '../../shared/export/exportOptions.ts'
import { exportFileName, type ExportPicture } from '../../shared/export/formats.ts'
import type { RoundResult } from '../../shared/workshop/results.ts'
import { type ExportOrder, runExport } from '../export/runExport.ts'
import type { OpenRoom } from '../rooms/RoomRegistry.ts'
import type { Storage } from '../storage/Storage.ts'
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

async function loadPictures(workshopId: string, storage: Storage): Promise<ExportPicture[]> {
  const pictures: ExportPicture[] = []
  for (const { hash } of await storage.listAssets(workshopId)) {
    const asset = await storage.readAsset(workshopId, hash)
    if (asset) pictures.push({ sha256: hash, contentType: asset.type, bytes: asset.bytes })
  }
  return pictures
}
