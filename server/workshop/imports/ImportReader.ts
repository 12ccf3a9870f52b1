// Reads uploaded files beside the thread of the rooms, a few at a time. Anybody may make a workshop and bring in files
// made to be slow: they take their time here and nobody else's.
import { startProgram } from '../../ops/startProgram.ts'
import { type ParsedImport, parseImport, type ParseOrder, refused } from './parseImport.ts'

/** At once; each may take its memory limit. */
const MAX_AT_ONCE = 2
/** Read at once, without a process, which takes longer to start than this to read. A workbook may unpack to 64 MB. */
const SMALL_BYTES = 16 * 1024
/** The largest honest file takes two or three seconds on a busy machine. */
const MAX_MS = 30_000
/** Objects of one process, MB. */
const MAX_HEAP_MB = 512

export class ImportReader {
  private readonly readBeside: typeof readInProgram
  private running = 0
  private readonly waiting: (() => void)[] = []

  /** `readBeside`: what reads a file, for tests that want to say when one has been read. */
  constructor(readBeside: typeof readInProgram = readInProgram) {
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

function readInProgram(order: ParseOrder): Promise<ParsedImport> {
  return new Promise((resolve) => {
    const program = startProgram(new URL('./parseMain.ts', import.meta.url), { maxHeapMb: MAX_HEAP_MB })
    const end = (parsed: ParsedImport): void => {
      clearTimeout(timer)
      program.kill('SIGKILL')
      resolve(parsed)
    }
    const giveUp = (): void => end(refused('This file takes too much time or memory to be read.'))
    const timer = setTimeout(giveUp, MAX_MS)
    program.once('message', (parsed: ParsedImport) => end(parsed))
    program.on('error', giveUp)
    // After an answer this changes nothing: the promise is settled.
    program.once('exit', giveUp)
    program.send(order)
  })
}
