// The last words on a socket that no request handler has.
import type { Duplex } from 'node:stream'

/**
 * Answers with a status and lets go of the socket once that is written. `end` alone would wait for the other side to
 * close, for ever if it likes: nothing else watches such a socket, and an orderly stop would wait for it.
 */
export function endSocket(socket: Duplex, status: string, headers = ''): void {
  if (socket.destroyed) return
  if (!socket.writable) {
    socket.destroy()
    return
  }
  const answer = `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n${headers}\r\n`
  socket.end(answer, () => socket.destroy())
}
