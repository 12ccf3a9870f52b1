// A workshop's file, read without a server for whoever wants to take the workshop home. Changes nothing, not even beside
// the file; a damaged one is read as far as it can be and stays as it is.
import { existsSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import * as Y from 'yjs'
import type { DatabaseSync } from 'node:sqlite'
import type { ExportPicture } from '../../shared/export/formats.ts'
import { mergesAmong } from '../../shared/workshop/mergesAmong.ts'
import { grantedPictures, type PictureWish } from '../export/pictureWish.ts'
import type { ExportOrder } from '../export/ExportOrder.ts'
import { loadBoard } from '../rooms/loadBoard.ts'
import { openAtRest } from '../storage/fileSchema.ts'
import { findLogFault } from '../storage/findLogFault.ts'
import { readWorkshopFile } from '../storage/readWorkshopFile.ts'
import { workshopFacts } from '../workshop/exportOrder.ts'
import { Workshop } from '../workshop/Workshop.ts'
import { reasonOf } from './Log.ts'

export type WorkshopAtRest =
  | {
      readonly ok: true
      readonly order: Omit<ExportOrder, 'job' | 'nowMs'>
      /** What could not be read; everything around it is in the order. */
      readonly damage: readonly string[]
    }
  | { readonly ok: false; readonly sentence: string }

export function readWorkshopAtRest(path: string): WorkshopAtRest {
  if (!existsSync(path)) return refuse(`There is no file ${path}.`)
  if (!statSync(path).isFile()) return refuse(`${path} is no file.`)
  let database: DatabaseSync
  try {
    database = openAtRest(path)
  } catch (error) {
    return refuse(`${path} cannot be opened: ${reasonOf(error)}.`)
  }
  try {
    return read(path, database)
  } finally {
    database.close()
  }
}

function read(path: string, database: DatabaseSync): WorkshopAtRest {
  // Before SQLite reads the log: it would go over a damaged one in silence.
  const logFault = findLogFault(path)
  const stored = readWorkshopFile(database)
  if (!stored.ok)
    return refuse(`${path} cannot be read: ${'damage' in stored ? stored.damage.join('; ') : stored.reason}.`)
  const { records, documents, damage } = stored.workshop
  const found = Workshop.read(basename(path, '.sqlite'), records)
  const loaded = loadBoard(documents.get('board') ?? [])
  if (!found) return refuse(`${path} cannot be read: the workshop record is damaged.`)
  if (!loaded.ok) return refuse(`${path} cannot be read: ${loaded.reason}.`)
  const { doc, skipped } = loaded.board
  const { rounds } = found.workshop
  const pictures = readPictures(database)
  return {
    ok: true,
    order: {
      board: [Y.encodeStateAsUpdate(doc)],
      ...workshopFacts(found.workshop, (id) => rounds.result(id, (candidateIds) => mergesAmong(doc, candidateIds))),
      loadPictures: (wish) => Promise.resolve(chosen(pictures, wish)),
    },
    damage: [
      ...(logFault === null ? [] : [logFault]),
      ...damage,
      ...(skipped === 0 ? [] : [`${skipped} changes of the board cannot be applied`]),
      ...(found.skipped === 0 ? [] : [`${found.skipped} records cannot be read`]),
    ],
  }
}

const refuse = (sentence: string): WorkshopAtRest => ({ ok: false, sentence })

function chosen(pictures: ReadonlyMap<string, ExportPicture>, wish: PictureWish): ExportPicture[] {
  const hashes = grantedPictures(wish, (hash) => pictures.get(hash)?.bytes.length ?? null)
  return hashes.flatMap((hash) => pictures.get(hash) ?? [])
}

function readPictures(database: DatabaseSync): Map<string, ExportPicture> {
  const pictures = new Map<string, ExportPicture>()
  for (const { hash, type, bytes } of database.prepare('SELECT * FROM assets').iterate())
    if (typeof hash === 'string' && typeof type === 'string' && bytes instanceof Uint8Array)
      pictures.set(hash, { sha256: hash, contentType: type, bytes: new Uint8Array(bytes) })
  return pictures
}
