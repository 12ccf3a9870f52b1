// All workshops as one zip, made while they are in use: one consistent file per workshop, streamed one by one.
import { Zip, ZipDeflate } from 'fflate'
import type { Storage } from '../storage/Storage.ts'
import { type Log, reasonOf } from './Log.ts'

/**
 * A workshop that cannot be read is left out and logged; the others are in the archive. The next file is read when the
 * reader has taken the one before: a slow download does not pile up all workshops in memory.
 */
export function backupArchive(storage: Storage, log: Log): ReadableStream<Uint8Array<ArrayBuffer>> {
  let waiting: string[] | null = null
  let zip: Zip | null = null
  return new ReadableStream({
    async pull(controller) {
      zip ??= new Zip((error, chunk, isLast) => {
        if (error) controller.error(error)
        else if (chunk.length > 0) controller.enqueue(new Uint8Array(chunk))
        if (isLast) controller.close()
      })
      waiting ??= [...(await storage.list())]
      // Until something is written: a pull that brings nothing would be the last one.
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
        try {
          const bytes = await storage.backup(id)
          const entry = new ZipDeflate(`${id}.sqlite`, { level: 1 })
          zip.add(entry)
          entry.push(bytes, true)
          return
        } catch (error) {
          log.error('workshop is missing from the backup', { room: id, reason: reasonOf(error) })
        }
      }
      zip.end()
    },
  })
}
