// One file and nothing after it: for commands and tests. The server's own go through ExportQueue, which says when, and
// ExportPrograms, which keeps the programs for the next.
import type { ExportedFile, ExportOrder } from './ExportOrder.ts'
import { ExportProgram } from './ExportProgram.ts'

/** By a program for this file alone. Rejects as `ExportProgram.make` does. */
export async function runExport(order: ExportOrder, signal?: AbortSignal): Promise<ExportedFile> {
  const program = new ExportProgram()
  try {
    return await program.make(order, signal)
  } finally {
    program.end()
  }
}
