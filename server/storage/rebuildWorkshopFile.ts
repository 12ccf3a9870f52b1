// Writes what could be read of a damaged workshop file into a new one and puts that in its place. The caller has
// kept a copy of the damaged file before.
import { dirname } from 'node:path'
import { renameSync } from 'node:fs'
import { removeWithLogs, syncFolder } from './diskFolder.ts'
import { openForReading } from './fileSchema.ts'
import { stateOf } from './readWorkshopFile.ts'
import type { LoadedWorkshop, NewSnapshot, SnapshotKind } from './Storage.ts'
import { WorkshopFile } from './WorkshopFile.ts'

export function rebuildWorkshopFile(path: string, workshop: LoadedWorkshop): void {
  const newPath = `${path}.new`
  removeWithLogs(newPath)
  const file = WorkshopFile.create(newPath)
  try {
    const records = [...workshop.records].map(([key, value]) => ({ key, value }))
    file.append({ updates: [], records })
    for (const snapshot of readableSnapshots(path)) file.saveSnapshot(snapshot)
    for (const [document, [base, ...updates]] of workshop.documents) {
      if (base) file.append({ updates: [base, ...updates].map((bytes) => ({ document, bytes })), records: [] })
    }
    copyAssets(path, file)
  } finally {
    file.close()
  }
  // The damaged log belongs to the damaged file and must not be replayed over the new one.
  for (const suffix of ['-wal', '-shm']) removeWithLogs(path + suffix)
  renameSync(newPath, path)
  syncFolder(dirname(path))
}

function readableSnapshots(path: string): NewSnapshot[] {
  const database = openForReading(path)
  const snapshots: NewSnapshot[] = []
  try {
    for (const row of database.prepare("SELECT * FROM snapshots WHERE kind <> 'base' ORDER BY sid").iterate()) {
      const state = stateOf(row)
      if (state === null) continue
      snapshots.push({
        document: String(row['document']),
        kind: String(row['kind']) as SnapshotKind,
        label: String(row['label']),
        takenAtMs: Number(row['taken_at_ms']),
        cards: Number(row['cards']),
        state,
      })
    }
  } catch {
    // Snapshots behind a broken page are in the kept copy only; the documents themselves were read before.
  } finally {
    database.close()
  }
  return snapshots
}

function copyAssets(path: string, file: WorkshopFile): void {
  const database = openForReading(path)
  try {
    for (const { hash, type, bytes } of database.prepare('SELECT hash, type, bytes FROM assets').iterate()) {
      if (bytes instanceof Uint8Array) file.saveAsset(String(hash), { type: String(type), bytes })
    }
  } catch {
    // As above.
  } finally {
    database.close()
  }
}
