// Takes a file of the workshop home. The file is fetched by the page and then handed to the browser: while it is made the
// page can say so, and a refusal is a sentence on the page instead of a download that fails without one.
import { z } from 'zod/mini'
import type { FormatName } from '../../shared/export/catalog.ts'
import type { ExportOptions } from '../../shared/export/exportOptions.ts'
import { callServer, failureOf, readJson } from '../connection/callServer.ts'
import { words } from '../ui/words.ts'
import { handOverFile } from './handOverFile.ts'

const ticketSchema = z.object({ url: z.string() })

/** A large board on a busy server, with others waiting before it. */
const FILE_TIMEOUT_MS = 180_000

export type Download = { readonly ok: true; readonly bytes: number } | { readonly ok: false; readonly sentence: string }

/** Resolves when the browser has the file, or with the sentence to show if there is nothing to download. */
export async function downloadFile(
  workshopId: string,
  token: string,
  format: FormatName,
  options: ExportOptions = {},
): Promise<Download> {
  const path = `/api/workshops/${encodeURIComponent(workshopId)}/export-ticket`
  // An address that is good once, for 60 s, and for this format and these options only.
  const ticket = await callServer(path, ticketSchema, { bearer: token, body: { format, options } })
  if (!ticket.ok) return { ok: false, sentence: ticket.failure.sentence }
  try {
    const response = await fetch(ticket.value.url, { signal: AbortSignal.timeout(FILE_TIMEOUT_MS) })
    if (!response.ok) return { ok: false, sentence: failureOf(response.status, await readJson(response)).sentence }
    const file = await response.blob()
    handOverFile(file, fileNameOf(response.headers.get('content-disposition') ?? ''))
    return { ok: true, bytes: file.size }
  } catch {
    // Network trouble or the timeout: nobody answered.
    return { ok: false, sentence: words.problems.unreachable.sentence }
  }
}

/** As the server named it; '' lets the browser choose. */
export function fileNameOf(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  if (encoded === undefined) return ''
  try {
    return decodeURIComponent(encoded)
  } catch {
    return ''
  }
}
