// What a file is made of: the board and what the server knows of the workshop, all of one moment. What the formats are is
// in shared/export.
import * as Y from 'yjs'
import type { ExportPicture } from '../../shared/export/formats.ts'
import type { RoundResult } from '../../shared/workshop/results.ts'
import { grantedPictures, type PictureWish } from '../export/pictureWish.ts'
import type { ExportOrder } from '../export/ExportOrder.ts'
import type { OpenRoom } from '../rooms/RoomRegistry.ts'
import type { Storage } from '../storage/Storage.ts'
import { markedName } from './FileAuthors.ts'
import type { Workshop } from './Workshop.ts'

interface ExportSource extends Pick<OpenRoom, 'room'>, Partial<Pick<OpenRoom, 'commands'>> {
  /** The board of a snapshot; left out: the one of now. */
  readonly snapshot?: Y.Doc
}

/**
 * Everything a file may carry, as of now. The board goes as it is encoded already: reading it is the work of another
 * process. Pictures are read when the file turns out to show some.
 */
export function exportOrder(
  { room, commands, snapshot }: ExportSource,
  storage: Storage,
  nowMs: number,
): Omit<ExportOrder, 'job'> {
  return {
    board: snapshot ? [Y.encodeStateAsUpdate(snapshot)] : encodedBoard(room),
    ...workshopFacts(room.workshop, (id) => commands?.result(id) ?? null),
    nowMs,
    loadPictures: (wish) => loadPictures(room.id, storage, wish),
  }
}

/** What files say of a workshop beside its board. */
export function workshopFacts(
  workshop: Workshop,
  resultOf: (roundId: string) => RoundResult | null,
): Pick<ExportOrder, 'workshop' | 'rounds' | 'authors' | 'departmentOf' | 'sealKey'> {
  const { title, departments, reviewDate, createdAtMs, sealKey } = workshop.info
  // A vote is part of the meeting; the workshop may have been made days before.
  const heldAtMs = Math.max(createdAtMs, ...workshop.rounds.list().map(({ closedAtMs }) => closedAtMs ?? 0))
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
      heldOn: localDay(heldAtMs),
      reviewDate,
    },
    authors: namedAuthors(workshop),
    rounds: workshop.rounds.list().flatMap(({ id }) => resultOf(id) ?? []),
    departmentOf: workshop.firstDepartments(),
    sealKey,
  }
}

/** ISO day where the server stands: an evening in America is not yet the next day. */
function localDay(ms: number): string {
  const date = new Date(ms)
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** As on the cards themselves: of notes revealed with names, of people who are still on the roster, and what files said. */
function namedAuthors(workshop: Workshop): Record<string, string> {
  const names = new Map(workshop.activeParticipants().map(({ id, name }) => [id, name]))
  const told = Object.entries(workshop.origins()).flatMap(([cardId, { by, name: ofFile }]): [string, string][] => {
    const name = by === null ? ofFile && markedName(ofFile) : names.get(by)
    return name ? [[cardId, name]] : []
  })
  return Object.fromEntries(told.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function encodedBoard({ board }: OpenRoom['room']): Uint8Array[] {
  const { etag, bytes } = board.encoded.state()
  const tail = board.encoded.tailAfter(etag)
  return tail ? [bytes, tail] : [bytes]
}

/** Those of the wish that are there and small enough, in its order. */
async function loadPictures(workshopId: string, storage: Storage, wish: PictureWish): Promise<ExportPicture[]> {
  const sizes = new Map((await storage.listAssets(workshopId)).map(({ hash, bytes }) => [hash, bytes]))
  const pictures: ExportPicture[] = []
  for (const sha256 of grantedPictures(wish, (hash) => sizes.get(hash) ?? null)) {
    const asset = await storage.readAsset(workshopId, sha256)
    if (asset) pictures.push({ sha256, contentType: asset.type, bytes: asset.bytes })
  }
  return pictures
}
