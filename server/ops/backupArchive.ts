// All workshops as one zip, made while they are in use: one consistent file per workshop, streamed one by one.
import { Zip, ZipDeflate } from 'fflate'
import type { Storage } from '../storage/Storage.ts'
import { type Log, reasonOf } from './Log.ts'

/** A workshop that cannot be read is left out and logged; the others are in the archive. */
export function backupArchive(storage: Storage, log: Log): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    async start(controller) {
      const zip = new Zip((error, chunk, isLast) => {
        if (error) controller.error(error)
        else controller.enqueue(new Uint8Array(chunk))
        if (isLast) controller.close()
      })
      for (const workshopId of await storage.list()) {
        try {
          const bytes = await storage.backup(workshopId)
          const entry = new ZipDeflate(`${workshopId}.sqlite`, { level: 1 })
          zip.add(entry)
          entry.push(bytes, true)
        } catch (error) {
          log.error('workshop is missing from the backup', { room: workshopId, reason: reasonOf(error) })
        }
      }
      zip.end()
    },
  })
}
