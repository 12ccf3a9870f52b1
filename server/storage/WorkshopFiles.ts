// All workshop files of one data folder; the only code that makes paths. Synchronous, for the storage worker.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { removeWithLogs, syncFolder } from './diskFolder.ts'
import { openForReading } from './fileSchema.ts'
import { findLogFault } from './findLogFault.ts'
import { readWorkshopFile } from './readWorkshopFile.ts'
import { rebuildWorkshopFile } from './rebuildWorkshopFile.ts'
import type { Batch, LoadResult, NewSnapshot, StoredAsset } from './Storage.ts'
import { StorageError } from './Storage.ts'
import { WorkshopFile } from './WorkshopFile.ts'

/** Ids become file names: nothing else can. Lower case only, for file systems that do not tell cases apart. */
const idPattern = /^[0-9a-z]{10,32}$/
const EXTENSION = '.sqlite'
const SQLITE_FULL = 13
/** With more than this free, it was not the disk. */
const SMALL_DISK_BYTES = 64 * 1024 * 1024

export class WorkshopFiles {
  private readonly folder: string
  private readonly open = new Map<string, WorkshopFile>()
  private maxFileBytes = 0

  constructor(folder: string) {
    this.folder = folder
    mkdirSync(folder, { recursive: true })
  }

  list(): string[] {
    return readdirSync(this.folder)
      .filter((name) => name.endsWith(EXTENSION))
      .map((name) => name.slice(0, -EXTENSION.length))
      .filter((id) => idPattern.test(id))
  }

  create(workshopId: string, batch: Batch): void {
    const path = this.pathOf(workshopId)
    if (existsSync(path)) throw new StorageError(workshopId, 'exists', 'This workshop exists already.')
    // Made under another name first: a half-made file never stands under the workshop's name.
    const draftPath = `${path}.new`
    removeWithLogs(draftPath)
    const draft = WorkshopFile.create(draftPath)
    try {
      if (this.maxFileBytes > 0) draft.limitBytes(this.maxFileBytes)
      draft.append(batch)
    } finally {
      draft.close()
    }
    renameSync(draftPath, path)
    syncFolder(this.folder)
  }

  /** Reads without touching the file. A partly damaged one is kept under another name and rebuilt from what is readable. */
  load(workshopId: string, nowMs: number): LoadResult {
    if (!idPattern.test(workshopId) || !existsSync(this.pathOf(workshopId))) return { ok: false, reason: 'unknown' }
    this.release(workshopId)
    const path = this.pathOf(workshopId)
    // SQLite takes an empty file for an empty database.
    if (statSync(path).size === 0) return { ok: false, reason: 'damaged', damage: ['the file is empty'] }
    // Before SQLite opens the file: it would go over a damaged log in silence.
    const logFault = findLogFault(path)
    const found = this.read(path)
    const result = logFault === null ? found : withDamage(found, logFault)
    if (!result.ok || result.workshop.damage.length === 0) return result
    const keptPath = `${path}.damaged-${nowMs}`
    for (const suffix of ['', '-wal']) if (existsSync(path + suffix)) copyFileSync(path + suffix, keptPath + suffix)
    rebuildWorkshopFile(path, result.workshop)
    return result
  }

  append(workshopId: string, batch: Batch): void {
    this.using(workshopId, (file) => file.append(batch))
  }

  saveSnapshot(workshopId: string, snapshot: NewSnapshot) {
    return this.using(workshopId, (file) => file.saveSnapshot(snapshot))
  }

  listSnapshots(workshopId: string) {
    return this.using(workshopId, (file) => file.listSnapshots())
  }

  readSnapshot(workshopId: string, sid: number) {
    return this.using(workshopId, (file) => file.readSnapshot(sid))
  }

  saveAsset(workshopId: string, hash: string, asset: StoredAsset): void {
    this.using(workshopId, (file) => file.saveAsset(hash, asset))
  }

  readAsset(workshopId: string, hash: string) {
    return this.using(workshopId, (file) => file.readAsset(hash))
  }

  sizes(workshopId: string) {
    return this.using(workshopId, (file) => file.sizes())
  }

  listAssets(workshopId: string) {
    return this.using(workshopId, (file) => file.listAssets())
  }

  /** A workshop that is not open is copied without being opened for writing: that would tidy up a damaged log unseen. */
  backup(workshopId: string): Uint8Array {
    // By process: the backup command and the server may copy the same workshop at the same time.
    const copyPath = `${this.pathOf(workshopId)}.backup-${process.pid}`
    removeWithLogs(copyPath)
    try {
      if (this.open.has(workshopId)) this.using(workshopId, (file) => file.copyTo(copyPath))
      else copyUntouched(workshopId, this.pathOf(workshopId), copyPath)
      return readFileSync(copyPath)
    } finally {
      removeWithLogs(copyPath)
    }
  }

  cutLog(workshopId: string): void {
    if (this.using(workshopId, (file) => file.cutLog())) return
    throw new StorageError(workshopId, 'busy', 'Another program is reading this workshop.')
  }

  release(workshopId: string): void {
    const file = this.open.get(workshopId)
    this.open.delete(workshopId)
    file?.close()
  }

  releaseAll(): void {
    for (const workshopId of this.open.keys()) this.release(workshopId)
  }

  /** Whether the disk takes a small file now. */
  probe(): boolean {
    const path = join(this.folder, '.probe')
    try {
      writeFileSync(path, new Uint8Array(4096), { flush: true })
      rmSync(path)
      return true
    } catch {
      return false
    }
  }

  /** Applies to open files at once and to later ones. 0: no limit. */
  limitFileBytes(maxFileBytes: number): void {
    this.maxFileBytes = maxFileBytes
    for (const file of this.open.values()) file.limitBytes(maxFileBytes)
  }

  private read(path: string): LoadResult {
    let database
    try {
      database = openForReading(path)
    } catch (error) {
      return { ok: false, reason: 'damaged', damage: [error instanceof Error ? error.message : String(error)] }
    }
    try {
      return readWorkshopFile(database)
    } finally {
      database.close()
    }
  }

  private using<T>(workshopId: string, run: (file: WorkshopFile) => T): T {
    let file = this.open.get(workshopId)
    if (!file) {
      const path = this.pathOf(workshopId)
      if (!existsSync(path)) throw new StorageError(workshopId, 'unknown', 'There is no such workshop.')
      file = WorkshopFile.open(path)
      if (this.maxFileBytes > 0) file.limitBytes(this.maxFileBytes)
      this.open.set(workshopId, file)
    }
    try {
      return run(file)
    } catch (error) {
      // The next call starts from a fresh handle: after an I/O error this one may be in any state.
      this.open.delete(workshopId)
      closeQuietly(file)
      throw this.isLimitReached(error) ? limitReached(workshopId, this.maxFileBytes) : error
    }
  }

  /** SQLite says "full" both when the disk is and when the limit is reached. */
  private isLimitReached(error: unknown): boolean {
    if (this.maxFileBytes === 0 || !(error instanceof Error && 'errcode' in error && error.errcode === SQLITE_FULL))
      return false
    const { bavail, bsize } = statfsSync(this.folder)
    return bavail * bsize > SMALL_DISK_BYTES
  }

  private pathOf(workshopId: string): string {
    if (!idPattern.test(workshopId)) throw new StorageError(workshopId, 'unknown', 'There is no such workshop.')
    return join(this.folder, workshopId + EXTENSION)
  }
}

function limitReached(workshopId: string, maxFileBytes: number): StorageError {
  const sentence = `The file of this workshop has reached its limit of ${maxFileBytes} bytes (MAX_FILE_BYTES_PER_ROOM).`
  return new StorageError(workshopId, 'diskFull', sentence)
}

function copyUntouched(workshopId: string, path: string, copyPath: string): void {
  if (!existsSync(path)) throw new StorageError(workshopId, 'unknown', 'There is no such workshop.')
  // As at a load: SQLite takes an empty file for an empty database, and goes over a damaged log in silence.
  const fault = statSync(path).size === 0 ? 'the file is empty' : lastingLogFault(path)
  if (fault !== null) throw new StorageError(workshopId, 'damaged', fault)
  const database = openForReading(path)
  try {
    database.prepare('VACUUM INTO ?').run(copyPath)
  } finally {
    database.close()
  }
}

/** Another process may be writing the log at this moment: a frame of which only half is there now is whole the next time. */
function lastingLogFault(path: string): string | null {
  const fault = findLogFault(path)
  for (let again = 0; again < 3; again++) if (fault === null || findLogFault(path) !== fault) return null
  return fault
}

function withDamage(result: LoadResult, fault: string): LoadResult {
  if (result.ok) return { ok: true, workshop: { ...result.workshop, damage: [fault, ...result.workshop.damage] } }
  return result.reason === 'damaged' ? { ...result, damage: [fault, ...result.damage] } : result
}

function closeQuietly(file: WorkshopFile): void {
  try {
    file.close()
  } catch {
    // The error that led here is the one that is reported.
  }
}
