// Tables of a workshop's file, and the one place that opens it. The file can be copied to another server when the
// workshop is released there; `sqlite3` and Litestream read it as it is.
import { existsSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'

/** "JBrd": tells `file` and us what this is. */
const APPLICATION_ID = 0x4a427264
/** Raised when a table changes; a file from a newer server is refused, not guessed at. */
const FILE_VERSION = 1

const tables = `
  CREATE TABLE updates (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    document TEXT NOT NULL,
    number INTEGER NOT NULL, -- 1, 2, 3 … per document: a missing row shows as a gap
    bytes BLOB NOT NULL,
    crc INTEGER NOT NULL
  );
  CREATE INDEX updates_by_document ON updates (document, number);
  CREATE TABLE snapshots (
    sid INTEGER PRIMARY KEY AUTOINCREMENT,
    document TEXT NOT NULL,
    number INTEGER NOT NULL, -- of the last update it holds
    kind TEXT NOT NULL,
    label TEXT NOT NULL,
    taken_at_ms INTEGER NOT NULL,
    cards INTEGER NOT NULL,
    bytes BLOB NOT NULL, -- raw deflate
    crc INTEGER NOT NULL
  );
  CREATE TABLE records (key TEXT PRIMARY KEY, value TEXT NOT NULL, crc INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE assets (hash TEXT PRIMARY KEY, type TEXT NOT NULL, bytes BLOB NOT NULL);
`

/** Largest log file that stays after it was written into the database, bytes. */
const WAL_KEPT_BYTES = 4 * 1024 * 1024

/** Writing waits so long for another program that writes; nobody else should. */
export const BUSY_TIMEOUT_MS = 2_000

export function openForWriting(path: string): DatabaseSync {
  const database = new DatabaseSync(path)
  try {
    // FULL: COMMIT returns after the log is on disk; that is what "saved" stands on.
    // secure_delete: what is deleted (open ballots) does not stay in free pages.
    database.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
       PRAGMA journal_size_limit = ${WAL_KEPT_BYTES}; PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS};`,
    )
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Reading never changes the file, whatever state it is in: a damaged one stays exactly as found. */
export function openForReading(path: string): DatabaseSync {
  return new DatabaseSync(path, { readOnly: true })
}

/**
 * Of a file that no server has open: leaves nothing beside it either. A log that is there holds the newest changes, and
 * reading through it makes SQLite keep its index beside the file.
 */
export function openAtRest(path: string): DatabaseSync {
  const log = `${path}-wal`
  if (existsSync(log) && statSync(log).size > 0) return openForReading(path)
  const url = pathToFileURL(path)
  url.searchParams.set('immutable', '1')
  return new DatabaseSync(url, { readOnly: true })
}

export function createTables(database: DatabaseSync): void {
  database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${FILE_VERSION}; ${tables}`)
}

/** What is wrong with the file as a whole, or null. */
export function findFileFault(database: DatabaseSync): string | null {
  const applicationId = Number(database.prepare('PRAGMA application_id').get()?.['application_id'])
  if (applicationId !== APPLICATION_ID) return 'this is not a workshop file'
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
  if (version > FILE_VERSION) return `written by a newer server (file version ${version})`
  return null
}
