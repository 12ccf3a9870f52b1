// Takes a file of the workshop home.
import { z } from 'zod/mini'
import { callServer } from '../connection/callServer.ts'

const ticketSchema = z.object({ url: z.string() })

/** Starts the download; the page stays where it is. Returns the sentence to show if there is nothing to download. */
export async function downloadFile(workshopId: string, token: string, format: string): Promise<string | null> {
  const path = `/api/workshops/${encodeURIComponent(workshopId)}/export-ticket`
  // An address that is good once and for 60 s: the browser fetches it without the token.
  const ticket = await callServer(path, ticketSchema, { bearer: token, body: { format } })
  if (!ticket.ok) return ticket.failure.sentence
  const link = document.createElement('a')
  link.href = ticket.value.url
  // The answer names the file.
  link.download = ''
  link.click()
  return null
}
