// Storage on disk: one SQLite file per workshop, worked on by one worker thread. This side only passes calls over.
import { Worker } from 'node:worker_threads'
import type { Batch, LoadResult, NewSnapshot, Storage, StoredAsset, StoredSnapshot } from './Storage.ts'
import { StorageError } from './Storage.ts'
import type { StorageAnswer, StorageCall, StorageMethod } from './storageCalls.ts'

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

export class SqliteStorage implements Storage {
  private readonly folder: string
  private worker: Worker | null = null
  private readonly waiting = new Map<number, Waiting>()
  private lastId = 0
  private stopped = false

  constructor(folder: string) {
    this.folder = folder
  }

  list(): Promise<readonly string[]> {
    return this.call('list')
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
    return this.call('probe')
  }

  /** No workshop file grows beyond this; 0 lifts the limit. The disk then counts as full for that workshop. */
  limitFileBytes(maxFileBytes: number): Promise<void> {
    return this.call('limitFileBytes', maxFileBytes)
  }

  async stop(): Promise<void> {
    if (this.worker) await this.call('releaseAll')
    this.stopped = true
    await this.worker?.terminate()
    this.worker = null
  }

  private call<T>(method: StorageMethod, ...args: readonly unknown[]): Promise<T> {
    if (this.stopped) return Promise.reject(new StorageError('', 'stopped', 'The storage has stopped.'))
    const worker = (this.worker ??= this.startWorker())
    const id = ++this.lastId
    const call: StorageCall = { id, method, args }
    return new Promise<T>((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as (value: unknown) => void, reject })
      worker.postMessage(call)
    })
  }

  private startWorker(): Worker {
    const worker = new Worker(new URL('./storageWorker.ts', import.meta.url), { workerData: { folder: this.folder } })
    worker.on('message', (answer: StorageAnswer) => {
      const waiting = this.waiting.get(answer.id)
      this.waiting.delete(answer.id)
      if (answer.ok) waiting?.resolve(answer.value)
      else waiting?.reject(new StorageError(answer.workshopId, answer.code, answer.message))
    })
    // A thread that died (out of memory) is replaced by the next call; what it had not answered has failed.
    const fail = (error: Error): void => {
      if (this.worker !== worker) return
      this.worker = null
      const failed = [...this.waiting.values()]
      this.waiting.clear()
      for (const waiting of failed) waiting.reject(new StorageError('', 'workerDied', error.message))
    }
    worker.on('error', fail)
    worker.on('exit', () => fail(new Error('the storage thread ended')))
    return worker
  }
}

function ownBatch(batch: Batch): Batch {
  return { ...batch, updates: batch.updates.map(({ document, bytes }) => ({ document, bytes: ownBytes(bytes) })) }
}

/** A view into a larger buffer would be sent with the whole buffer behind it. */
function ownBytes(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice()
}
