// One file as the server makes it, by a program for it alone.
import type { ExportedFile, ExportOrder } from '../../server/export/ExportOrder.ts'
import { ExportProgram } from '../../server/export/ExportProgram.ts'

/** Rejects as `ExportProgram.make` does. */
export async function runExport(order: ExportOrder, signal?: AbortSignal): Promise<ExportedFile> {
  const program = new ExportProgram()
  try {
    return await program.make(order, signal)
  } finally {
    program.end()
  }
}
