// One worker thread of the storage, seen from the server's thread: passes calls over and hands answers back, in order.
import { Worker } from 'node:worker_threads'
import type { StorageAnswer, StorageCall, StorageMethod, StorageWorkerData } from './storageCalls.ts'
import { StorageError } from './Storage.ts'

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

export class StorageThread {
  private readonly data: StorageWorkerData
  private worker: Worker | null = null
  private readonly waiting = new Map<number, Waiting>()
  private lastId = 0

  constructor(data: StorageWorkerData) {
    this.data = data
  }

  /** So that the first call does not wait for it. */
  start(): void {
    this.worker ??= this.startWorker()
  }

  call<T>(method: StorageMethod, ...args: readonly unknown[]): Promise<T> {
    const worker = (this.worker ??= this.startWorker())
    const id = ++this.lastId
    const call: StorageCall = { id, method, args }
    return new Promise<T>((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as (value: unknown) => void, reject })
      worker.postMessage(call)
    })
  }

  async stop(): Promise<void> {
    const { worker } = this
    if (worker) await this.call('releaseAll')
    this.worker = null
    await worker?.terminate()
  }

  private startWorker(): Worker {
    const worker = new Worker(new URL('./storageWorker.ts', import.meta.url), { workerData: this.data })
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
