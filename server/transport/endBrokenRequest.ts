// What the server says to a connection whose bytes are no request, or never became one.
import type { Duplex } from 'node:stream'
import { endSocket } from './endSocket.ts'

/**
 * Browsers open connections ahead and ask on them later. Such a socket is closed without a word when it has been idle for
 * too long: an answer that lies there already would be taken for the answer to the next request.
 */
export function endBrokenRequest(error: Error & { readonly code?: string }, socket: Duplex): void {
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') socket.destroy()
  else endSocket(socket, '400 Bad Request')
}
