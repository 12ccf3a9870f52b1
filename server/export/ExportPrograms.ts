// The programs that make files: each makes one at a time, and waits a little for the next. Who takes a workshop home takes
// several files in a row, and a program that has made one makes the next in two thirds of the time.
import { ExportProgram } from './ExportProgram.ts'
import { type ExportedFile, ExportError, type ExportOrder } from './ExportOrder.ts'

/** Then its memory, up to a few hundred MB after a large board, is given back. */
export const KEPT_MS = 60_000

type Program = Pick<ExportProgram, 'make' | 'rest' | 'wake' | 'end'>

export class ExportPrograms {
  private readonly start: (onEnd: () => void) => Program
  private readonly resting = new Map<Program, NodeJS.Timeout>()
  private isStopped = false

  /** `start`: for tests that want to see when a program is started and ended. */
  constructor(start: (onEnd: () => void) => Program = (onEnd) => new ExportProgram(onEnd)) {
    this.start = start
  }

  /** Starts a program if none rests. Rejects as `ExportProgram.make` does. */
  readonly make = async (order: ExportOrder, signal?: AbortSignal): Promise<ExportedFile> => {
    const program = this.take()
    try {
      const file = await program.make(order, signal)
      this.rest(program)
      return file
    } catch (error) {
      // It has ended, but where the fault was the wish.
      if (error instanceof ExportError && error.code === 'empty') this.rest(program)
      else program.end()
      throw error
    }
  }

  stop(): void {
    this.isStopped = true
    for (const program of this.resting.keys()) program.end()
  }

  private take(): Program {
    for (const [program, timer] of this.resting) {
      clearTimeout(timer)
      this.resting.delete(program)
      program.wake()
      return program
    }
    const program: Program = this.start(() => {
      clearTimeout(this.resting.get(program))
      this.resting.delete(program)
    })
    return program
  }

  private rest(program: Program): void {
    if (this.isStopped) return program.end()
    program.rest()
    this.resting.set(program, setTimeout(() => program.end(), KEPT_MS).unref())
  }
}
