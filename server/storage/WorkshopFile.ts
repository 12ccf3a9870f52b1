// One workshop's open SQLite file. Synchronous: lives in the storage worker, never in the thread of the rooms.
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { deflateRawSync } from 'node:zlib'
import { rowChecksum } from './checksum.ts'
import { BUSY_TIMEOUT_MS, createTables, openForWriting } from './fileSchema.ts'
import { snapshotKey, stateOf } from './readWorkshopFile.ts'
import { expiredSnapshots, KEPT_BASES } from './retention.ts'
import type { Batch, NewSnapshot, SnapshotKind, StoredAsset, StoredSizes, StoredSnapshot } from './Storage.ts'

export class WorkshopFile {
  private readonly database: DatabaseSync
  private readonly insertUpdate: StatementSync
  private readonly putRecord: StatementSync
  private readonly dropRecord: StatementSync
  /** Number of the last update per document. */
  private readonly numbers = new Map<string, number>()

  private constructor(database: DatabaseSync) {
    this.database = database
    this.insertUpdate = database.prepare('INSERT INTO updates (document, number, bytes, crc) VALUES (?, ?, ?, ?)')
    this.putRecord = database.prepare('INSERT OR REPLACE INTO records (key, value, crc) VALUES (?, ?, ?)')
    this.dropRecord = database.prepare('DELETE FROM records WHERE key = ?')
  }

  static create(path: string): WorkshopFile {
    const database = openForWriting(path)
    try {
      database.exec('BEGIN IMMEDIATE')
      createTables(database)
      database.exec('COMMIT')
      return new WorkshopFile(database)
    } catch (error) {
      database.close()
      throw error
    }
  }

  static open(path: string): WorkshopFile {
    const database = openForWriting(path)
    try {
      return new WorkshopFile(database)
    } catch (error) {
      database.close()
      throw error
    }
  }

  /** Keeps the file from growing beyond; SQLite answers "full" then. 0: as much as the disk has. */
  limitBytes(maxFileBytes: number): void {
    const pageBytes = Number(this.database.prepare('PRAGMA page_size').get()?.['page_size'])
    const pages = maxFileBytes > 0 ? Math.max(1, Math.floor(maxFileBytes / pageBytes)) : 4_294_967_294
    this.database.exec(`PRAGMA max_page_count = ${pages}`)
  }

  append(batch: Batch): void {
    const numbers = new Map<string, number>()
    this.inTransaction(() => {
      for (const { document, bytes } of batch.updates) {
        const number = (numbers.get(document) ?? this.lastNumber(document)) + 1
        numbers.set(document, number)
        this.insertUpdate.run(document, number, bytes, rowChecksum(`${document} ${number}`, bytes))
      }
      for (const { key, value } of batch.records) {
        if (value === null) this.dropRecord.run(key)
        else this.putRecord.run(key, value, rowChecksum(key, value))
      }
    })
    for (const [document, number] of numbers) this.numbers.set(document, number)
  }

  saveSnapshot(snapshot: NewSnapshot): StoredSnapshot {
    const { document, kind, label, takenAtMs, cards } = snapshot
    const bytes = deflateRawSync(snapshot.state, { level: 4 })
    return this.inTransaction(() => {
      const number = this.lastNumber(document)
      const crc = rowChecksum(snapshotKey(document, number, kind, label, takenAtMs, cards), bytes)
      const { lastInsertRowid } = this.database
        .prepare(
          'INSERT INTO snapshots (document, number, kind, label, taken_at_ms, cards, bytes, crc) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        )
        .run(document, number, kind, label, takenAtMs, cards, bytes, crc)
      this.compact(document, takenAtMs)
      return { sid: Number(lastInsertRowid), kind, label, takenAtMs, cards }
    })
  }

  listSnapshots(): StoredSnapshot[] {
    const rows = this.database.prepare(
      "SELECT sid, kind, label, taken_at_ms, cards FROM snapshots WHERE kind <> 'base' ORDER BY sid DESC",
    )
    return rows.all().map((row) => ({
      sid: Number(row['sid']),
      kind: String(row['kind']) as SnapshotKind,
      label: String(row['label']),
      takenAtMs: Number(row['taken_at_ms']),
      cards: Number(row['cards']),
    }))
  }

  readSnapshot(sid: number): Uint8Array | null {
    const row = this.database.prepare('SELECT * FROM snapshots WHERE sid = ?').get(sid)
    return row ? stateOf(row) : null
  }

  saveAsset(hash: string, asset: StoredAsset): void {
    this.database
      .prepare('INSERT OR REPLACE INTO assets (hash, type, bytes) VALUES (?, ?, ?)')
      .run(hash, asset.type, asset.bytes)
  }

  readAsset(hash: string): StoredAsset | null {
    const row = this.database.prepare('SELECT type, bytes FROM assets WHERE hash = ?').get(hash)
    return row && row['bytes'] instanceof Uint8Array ? { type: String(row['type']), bytes: row['bytes'] } : null
  }

  listAssets(): { hash: string; bytes: number }[] {
    const rows = this.database.prepare('SELECT hash, length(bytes) AS bytes FROM assets').all()
    return rows.map((row) => ({ hash: String(row['hash']), bytes: Number(row['bytes']) }))
  }

  /** Pages that are free are filled again before the file grows. */
  sizes(): StoredSizes {
    const [pages, free, pageBytes] = ['page_count', 'freelist_count', 'page_size'].map((name) =>
      Number(this.database.prepare(`PRAGMA ${name}`).get()?.[name] ?? 0),
    ) as [number, number, number]
    const assets = this.database.prepare('SELECT coalesce(sum(length(bytes)), 0) AS bytes FROM assets').get()
    return { fileBytes: (pages - free) * pageBytes, assetBytes: Number(assets?.['bytes'] ?? 0) }
  }

  /** Writes a compact, consistent copy to a path that does not exist yet. */
  copyTo(path: string): void {
    this.database.prepare('VACUUM INTO ?').run(path)
  }

  /**
   * Writes the log into the file and empties it: `secure_delete` then has overwritten what was deleted everywhere. False
   * if that is not possible now, as somebody reads the file; not waited for, because other workshops would wait too.
   */
  cutLog(): boolean {
    this.database.exec('PRAGMA busy_timeout = 0')
    try {
      return this.database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy'] === 0
    } finally {
      this.database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`)
    }
  }

  close(): void {
    this.database.close()
  }

  /** Drops snapshots past their retention, and updates that the newest two snapshots both hold. */
  private compact(document: string, nowMs: number): void {
    const rows = this.database
      .prepare('SELECT sid, number, kind, taken_at_ms FROM snapshots WHERE document = ? ORDER BY sid DESC')
      .all(document)
    const entries = rows.map((row) => ({
      sid: Number(row['sid']),
      kind: String(row['kind']) as SnapshotKind,
      takenAtMs: Number(row['taken_at_ms']),
    }))
    const drop = this.database.prepare('DELETE FROM snapshots WHERE sid = ?')
    for (const sid of expiredSnapshots(entries, nowMs)) drop.run(sid)
    const oldestBase = rows[KEPT_BASES - 1]
    if (!oldestBase) return
    // The last update stays whatever happens: it carries the number the next one counts on from.
    this.database
      .prepare('DELETE FROM updates WHERE document = ? AND number <= ? AND number < ?')
      .run(document, Number(oldestBase['number']), this.lastNumber(document))
  }

  private lastNumber(document: string): number {
    const known = this.numbers.get(document)
    if (known !== undefined) return known
    const row = this.database
      .prepare(
        `SELECT max(coalesce((SELECT max(number) FROM updates WHERE document = ?), 0),
                    coalesce((SELECT max(number) FROM snapshots WHERE document = ?), 0)) AS number`,
      )
      .get(document, document)
    const number = Number(row?.['number'] ?? 0)
    this.numbers.set(document, number)
    return number
  }

  private inTransaction<T>(run: () => T): T {
    this.database.exec('BEGIN IMMEDIATE')
    try {
      const result = run()
      this.database.exec('COMMIT')
      return result
    } catch (error) {
      // After some I/O errors SQLite has rolled back already.
      if (this.database.isTransaction) this.database.exec('ROLLBACK')
      throw error
    }
  }
}
