// Reads a workshop's file with every checksum checked. Serves what can be trusted, names what cannot, and changes
// nothing on disk.
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { inflateRawSync } from 'node:zlib'
import { rowChecksum } from './checksum.ts'
import { findFileFault } from './fileSchema.ts'
import type { DocumentName, LoadResult } from './Storage.ts'

type Row = Record<string, SQLOutputValue>

interface Base {
  readonly number: number
  readonly state: Uint8Array
}

/** The record without which nobody can join: a file that lost it is refused. */
const VITAL_RECORD = 'workshop'

export function readWorkshopFile(database: DatabaseSync): LoadResult {
  const damage: string[] = []
  try {
    const fault = findFileFault(database)
    if (fault !== null) return { ok: false, reason: 'damaged', damage: [fault] }
    for (const row of database.prepare('PRAGMA quick_check(5)').all()) {
      if (row['quick_check'] !== 'ok') damage.push(String(row['quick_check']))
    }
    const records = readRecords(database, damage)
    if (!records.has(VITAL_RECORD))
      return { ok: false, reason: 'damaged', damage: [...damage, 'the workshop record cannot be read'] }
    const bases = readBases(database, damage)
    const documents = readDocuments(database, bases, damage)
    if (documents === null) return { ok: false, reason: 'damaged', damage }
    return { ok: true, workshop: { records, documents, damage } }
  } catch (error) {
    return { ok: false, reason: 'damaged', damage: [...damage, error instanceof Error ? error.message : String(error)] }
  }
}

/** All rows of a table in order of its key; if the tree is broken in the middle, those that can still be reached. */
function readableRows(
  database: DatabaseSync,
  table: 'updates' | 'snapshots',
  key: 'seq' | 'sid',
  damage: string[],
): Row[] {
  const rows: Row[] = []
  try {
    for (const row of database.prepare(`SELECT * FROM ${table} ORDER BY ${key}`).iterate()) rows.push(row)
    return rows
  } catch (error) {
    damage.push(`${table}: ${error instanceof Error ? error.message : String(error)}`)
  }
  const last = Number(database.prepare('SELECT seq FROM sqlite_sequence WHERE name = ?').get(table)?.['seq'] ?? 0)
  const one = database.prepare(`SELECT * FROM ${table} WHERE ${key} = ?`)
  for (let at = Number(rows.at(-1)?.[key] ?? 0) + 1; at <= last; at++) {
    try {
      const row = one.get(at)
      if (row) rows.push(row)
    } catch {
      damage.push(`${table} row ${at} cannot be reached`)
    }
  }
  return rows
}

function readRecords(database: DatabaseSync, damage: string[]): Map<string, string> {
  const records = new Map<string, string>()
  try {
    for (const { key, value, crc } of database.prepare('SELECT * FROM records').iterate()) {
      if (typeof key === 'string' && typeof value === 'string' && crc === rowChecksum(key, value))
        records.set(key, value)
      else damage.push(`record ${String(key).slice(0, 40)} is damaged`)
    }
  } catch (error) {
    damage.push(`records: ${error instanceof Error ? error.message : String(error)}`)
  }
  return records
}

/** Key columns of a snapshot as they enter its checksum. */
export function snapshotKey(
  document: string,
  number: number,
  kind: string,
  label: string,
  takenAtMs: number,
  cards: number,
): string {
  return `${document} ${number} ${kind} ${takenAtMs} ${cards} ${label}`
}

/** A snapshot's state, or null if the row does not hold what was written. */
export function stateOf(row: Row): Uint8Array | null {
  const { document, number, kind, label, taken_at_ms: takenAtMs, cards, bytes, crc } = row
  if (!(bytes instanceof Uint8Array)) return null
  const key = snapshotKey(
    String(document),
    Number(number),
    String(kind),
    String(label),
    Number(takenAtMs),
    Number(cards),
  )
  return crc === rowChecksum(key, bytes) ? inflateRawSync(bytes) : null
}

/** Newest readable snapshot per document; documents that had one but have none readable stand with null. */
function readBases(database: DatabaseSync, damage: string[]): Map<DocumentName, Base | null> {
  const bases = new Map<DocumentName, Base | null>()
  for (const row of readableRows(database, 'snapshots', 'sid', damage).toReversed()) {
    const document = String(row['document'])
    if (bases.get(document)) continue
    const state = stateOf(row)
    if (state === null) damage.push(`snapshot ${String(row['sid'])} is damaged`)
    bases.set(document, state === null ? null : { number: Number(row['number']), state })
  }
  return bases
}

/** Null: a document has lost its beginning, so that nothing after it stands on firm ground. */
function readDocuments(
  database: DatabaseSync,
  bases: ReadonlyMap<DocumentName, Base | null>,
  damage: string[],
): Map<DocumentName, Uint8Array[]> | null {
  const documents = new Map<DocumentName, Uint8Array[]>()
  const expected = new Map<DocumentName, number>()
  for (const [document, base] of bases) {
    documents.set(document, base ? [base.state] : [])
    expected.set(document, (base?.number ?? 0) + 1)
  }
  for (const { document: name, number: at, bytes, crc } of readableRows(database, 'updates', 'seq', damage)) {
    const document = String(name)
    const number = Number(at)
    const due = expected.get(document) ?? 1
    if (number < due) continue
    if (number > due) damage.push(`${document}: updates ${due} to ${number - 1} are missing`)
    if (number > due && due === 1) return null
    expected.set(document, number + 1)
    const isWhole = bytes instanceof Uint8Array && crc === rowChecksum(`${document} ${number}`, bytes)
    if (!isWhole) {
      damage.push(`${document}: update ${number} is damaged`)
      continue
    }
    const list = documents.get(document)
    if (list) list.push(bytes)
    else documents.set(document, [bytes])
  }
  const lostAll = [...bases].some(([document, base]) => base === null && expected.get(document) === 1)
  return lostAll ? null : documents
}
