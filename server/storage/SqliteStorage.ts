// Storage on disk: one SQLite file per workshop, worked on by a few worker threads. This side only passes calls over.
import type { Batch, LoadResult, NewSnapshot, Storage, StoredAsset, StoredSizes, StoredSnapshot } from './Storage.ts'
import { StorageError } from './Storage.ts'
import type { StorageMethod } from './storageCalls.ts'
import { StorageThread } from './StorageThread.ts'

/**
 * Commits of different workshops wait for the disk at the same time: two threads get three times as many through as
 * one (measured with 100 files on a busy machine), four hardly more than two. A workshop stays with one thread.
 */
const THREADS = 2

export class SqliteStorage implements Storage {
  private readonly threads: readonly StorageThread[]
  private stopped = false

  /** No workshop file grows beyond `maxFileBytes`; 0: as far as the disk goes. Beyond, the disk counts as full for it. */
  constructor(folder: string, maxFileBytes = 0) {
    this.threads = Array.from({ length: THREADS }, () => new StorageThread({ folder, maxFileBytes }))
  }

  list(): Promise<readonly string[]> {
    return this.callFor('', 'list')
  }

  create(workshopId: string, batch: Batch): Promise<void> {
    return this.call('create', workshopId, ownBatch(batch))
  }

  load(workshopId: string): Promise<LoadResult> {
    return this.call('load', workshopId, Date.now())
  }

  append(workshopId: string, batch: Batch): Promise<void> {
    return this.call('append', workshopId, ownBatch(batch))
  }

  saveSnapshot(workshopId: string, snapshot: NewSnapshot): Promise<StoredSnapshot> {
    return this.call('saveSnapshot', workshopId, { ...snapshot, state: ownBytes(snapshot.state) })
  }

  listSnapshots(workshopId: string): Promise<readonly StoredSnapshot[]> {
    return this.call('listSnapshots', workshopId)
  }

  readSnapshot(workshopId: string, sid: number): Promise<Uint8Array | null> {
    return this.call('readSnapshot', workshopId, sid)
  }

  saveAsset(workshopId: string, hash: string, asset: StoredAsset): Promise<void> {
    return this.call('saveAsset', workshopId, hash, { type: asset.type, bytes: ownBytes(asset.bytes) })
  }

  readAsset(workshopId: string, hash: string): Promise<StoredAsset | null> {
    return this.call('readAsset', workshopId, hash)
  }

  listAssets(workshopId: string): Promise<readonly { hash: string; bytes: number }[]> {
    return this.call('listAssets', workshopId)
  }

  sizes(workshopId: string): Promise<StoredSizes> {
    return this.call('sizes', workshopId)
  }

  cutLog(workshopId: string): Promise<void> {
    return this.call('cutLog', workshopId)
  }

  backup(workshopId: string): Promise<Uint8Array> {
    return this.call('backup', workshopId)
  }

  release(workshopId: string): Promise<void> {
    return this.call('release', workshopId)
  }

  probe(): Promise<boolean> {
    return this.callFor('', 'probe')
  }

  /** Another limit for workshop files from now on. */
  async limitFileBytes(maxFileBytes: number): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.call('limitFileBytes', maxFileBytes)))
  }

  async stop(): Promise<void> {
    this.stopped = true
    await Promise.all(this.threads.map((thread) => thread.stop()))
  }

  private call<T>(method: StorageMethod, workshopId: string, ...args: readonly unknown[]): Promise<T> {
    return this.callFor(workshopId, method, workshopId, ...args)
  }

  private callFor<T>(workshopId: string, method: StorageMethod, ...args: readonly unknown[]): Promise<T> {
    if (this.stopped) return Promise.reject(new StorageError(workshopId, 'stopped', 'The storage has stopped.'))
    // All of them at the first call: a start takes longer than most calls.
    for (const thread of this.threads) thread.start()
    const thread = this.threads[numberOf(workshopId) % THREADS]
    if (!thread) throw new Error('a storage has threads')
    return thread.call(method, ...args)
  }
}

/** The same for the same id, spread evenly. */
function numberOf(workshopId: string): number {
  let sum = 0
  for (let at = 0; at < workshopId.length; at++) sum += workshopId.charCodeAt(at)
  return sum
}

function ownBatch(batch: Batch): Batch {
  return { ...batch, updates: batch.updates.map(({ document, bytes }) => ({ document, bytes: ownBytes(bytes) })) }
}

/** A view into a larger buffer would be sent with the whole buffer behind it. */
function ownBytes(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice()
}
