// The storage thread: runs calls one after the other against the workshop files, so that a sync to disk stalls
// nobody's messages.
import { parentPort, workerData } from 'node:worker_threads'
import type { StorageAnswer, StorageCall, StorageWorkerData } from './storageCalls.ts'
import { StorageError } from './Storage.ts'
import { WorkshopFiles } from './WorkshopFiles.ts'

const port = parentPort
if (!port) throw new Error('storageWorker.ts runs as a worker thread only')
const { folder, maxFileBytes } = workerData as StorageWorkerData
const files = new WorkshopFiles(folder)
files.limitFileBytes(maxFileBytes)

port.on('message', (call: StorageCall) => {
  port.postMessage(answer(call))
})

function answer({ id, method, args }: StorageCall): StorageAnswer {
  try {
    const run = files[method] as (...args: readonly unknown[]) => unknown
    return { id, ok: true, value: run.apply(files, [...args]) }
  } catch (error) {
    const workshopId = error instanceof StorageError ? error.workshopId : String(args[0] ?? '')
    return {
      id,
      ok: false,
      workshopId,
      code: codeOf(error),
      message: error instanceof Error ? error.message : String(error),
    }
  }
}

/** SQLite's primary result codes that mean something to us, else the code the error carries. */
function codeOf(error: unknown): string {
  if (error instanceof StorageError) return error.code
  const errcode = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0
  const names: Record<number, string> = {
    5: 'busy',
    8: 'readOnly',
    10: 'ioError',
    11: 'damaged',
    13: 'diskFull',
    14: 'cannotOpen',
    26: 'damaged',
  }
  return names[errcode] ?? (error instanceof Error && 'code' in error ? String(error.code) : 'failed')
}
