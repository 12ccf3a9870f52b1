// One uploaded file, read in a thread of its own: 16 MB take a second or two, and no room waits for them. The thread and
// its memory are gone afterwards.
import { parentPort, workerData } from 'node:worker_threads'
import { stepBack } from '../../ops/stepBack.ts'
import { parseImport, type ParseOrder } from './parseImport.ts'

const port = parentPort
if (!port) throw new Error('parseWorker.ts runs as a worker thread only')

stepBack()
port.postMessage(await parseImport(workerData as ParseOrder))
