// The two servers ours is measured against, each a program: `node relays.ts plain` answers and broadcasts as the
// y-websocket example server does; `node relays.ts bare` knows no document and writes one frame per socket and 16 ms:
// the physical limit. Both print their address when ready.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { type WebSocket, WebSocketServer } from 'ws'
import * as awarenessProtocol from 'y-protocols/awareness'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'

const TICK_MS = 16
const http = createServer()
const server = new WebSocketServer({ server: http, perMessageDeflate: false, maxPayload: 64 * 1024 * 1024 })
const sockets = new Set<WebSocket>()

function send(socket: WebSocket, bytes: Uint8Array): void {
  if (socket.readyState === socket.OPEN) socket.send(bytes, () => {})
}

function startPlain(): void {
  const doc = new Y.Doc()
  const awareness = new awarenessProtocol.Awareness(doc)
  awareness.setLocalState(null)
  const broadcast = (type: number, write: (encoder: encoding.Encoder) => void): void => {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, type)
    write(encoder)
    const bytes = encoding.toUint8Array(encoder)
    for (const socket of sockets) send(socket, bytes)
  }
  doc.on('update', (update: Uint8Array) => broadcast(0, (encoder) => syncProtocol.writeUpdate(encoder, update)))
  awareness.on('update', ({ added, updated, removed }: { added: number[]; updated: number[]; removed: number[] }) => {
    broadcast(1, (encoder) =>
      encoding.writeVarUint8Array(
        encoder,
        awarenessProtocol.encodeAwarenessUpdate(awareness, [...added, ...updated, ...removed]),
      ),
    )
  })
  server.on('connection', (socket) => {
    const first = encoding.createEncoder()
    encoding.writeVarUint(first, 0)
    syncProtocol.writeSyncStep1(first, doc)
    send(socket, encoding.toUint8Array(first))
    socket.on('message', (data: Buffer) => {
      const decoder = decoding.createDecoder(new Uint8Array(data))
      const type = decoding.readVarUint(decoder)
      if (type === 1) awarenessProtocol.applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), socket)
      if (type !== 0) return
      const answer = encoding.createEncoder()
      encoding.writeVarUint(answer, 0)
      syncProtocol.readSyncMessage(decoder, answer, doc, socket)
      if (encoding.length(answer) > 1) send(socket, encoding.toUint8Array(answer))
    })
  })
}

function startBare(): void {
  let waiting: Buffer[] = []
  setInterval(() => {
    if (waiting.length === 0) return
    const bytes = Buffer.concat(waiting)
    waiting = []
    for (const socket of sockets) send(socket, bytes)
  }, TICK_MS)
  server.on('connection', (socket) => socket.on('message', (data: Buffer) => void waiting.push(data)))
}

server.on('connection', (socket) => {
  sockets.add(socket)
  socket.on('error', () => {})
  socket.on('close', () => sockets.delete(socket))
})
if (process.argv[2] === 'bare') startBare()
else startPlain()
http.listen(0, '127.0.0.1', () =>
  process.stdout.write(`ready at http://127.0.0.1:${(http.address() as AddressInfo).port}\n`),
)
