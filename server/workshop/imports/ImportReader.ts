// Reads uploaded files beside the thread of the rooms, a few at a time. Anybody may make a workshop and bring in files
// made to be slow: they take their time here and nobody else's.
import { Worker } from 'node:worker_threads'
import { type ParsedImport, parseImport, type ParseOrder, refused } from './parseImport.ts'

/** At once; each may take its memory limit. */
const MAX_AT_ONCE = 2
/** Read at once, without a thread, which takes longer to start than this to read. A workbook may unpack to 64 MB. */
const SMALL_BYTES = 16 * 1024
/** The largest honest file takes two or three seconds on a busy machine. */
const MAX_MS = 30_000
/** Objects of one thread, MB. */
const MAX_HEAP_MB = 512

export class ImportReader {
  private readonly readBeside: typeof readInThread
  private running = 0
  private readonly waiting: (() => void)[] = []

  /** `readBeside`: what reads a file, for tests that want to say when one has been read. */
  constructor(readBeside: typeof readInThread = readInThread) {
    this.readBeside = readBeside
  }

  /** A file that takes too long or too much memory is refused like one that is wrong. */
  async read(order: ParseOrder): Promise<ParsedImport> {
    if (order.format !== 'xlsx' && order.bytes.length <= SMALL_BYTES) return parseImport(order)
    if (this.running >= MAX_AT_ONCE) await new Promise<void>((resolve) => this.waiting.push(resolve))
    else this.running++
    try {
      return await this.readBeside(order)
    } finally {
      // The place goes to the next one; only if nobody waits is it free.
      const next = this.waiting.shift()
      if (next) next()
      else this.running--
    }
  }
}

function readInThread(order: ParseOrder): Promise<ParsedImport> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./parseWorker.ts', import.meta.url), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    })
    const giveUp = (): void => {
      resolve(refused('This file takes too much time or memory to be read.'))
      void worker.terminate()
    }
    const timer = setTimeout(giveUp, MAX_MS)
    worker.once('message', (parsed: ParsedImport) => resolve(parsed))
    worker.once('error', giveUp)
    worker.once('exit', () => {
      clearTimeout(timer)
      // After an answer this changes nothing: the promise is settled.
      giveUp()
    })
  })
}
