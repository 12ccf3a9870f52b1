// Sockets of people who never finish and never close, against the whole server.
import { connect } from 'node:net'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { defaultLimits } from '../../../server/limits.ts'
import { addNote } from '../../support/room/TestRoom.ts'
import { TestServer, untilDoc } from '../../support/TestServer.ts'

/** Sends this and never closes by itself; resolves with what came when the server has let go. */
function untilLetGo(server: TestServer, text: string): Promise<string> {
  const { hostname, port } = new URL(server.url)
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true })
    let got = ''
    socket.on('data', (bytes) => (got += String(bytes)))
    socket.on('error', () => {})
    // Bytes into a socket that is only half closed vanish; one that is gone answers with a reset.
    socket.on('end', () => {
      const knock = setInterval(() => socket.write('x'), 20)
      socket.on('close', () => clearInterval(knock))
    })
    socket.on('close', () => resolve(got))
    socket.write(text)
  })
}

const upgrade = (server: TestServer, path: string): string =>
  `GET ${path} HTTP/1.1\r\nHost: ${new URL(server.url).host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`

it('[WS11] refused upgrades and broken requests are let go although the other side does not close', async () => {
  const server = await TestServer.start()
  try {
    const answers = await Promise.all([
      untilLetGo(server, upgrade(server, '/sync/nothing')),
      untilLetGo(server, 'this is no request\r\n\r\n'),
      untilLetGo(server, `GET / HTTP/1.1\r\nX: ${'a'.repeat(20_000)}`),
    ])
    expect(answers.map((answer) => answer.slice(9, 12))).toEqual(['404', '400', '400'])
  } finally {
    await server.stop()
  }
})

it('[WS11] beyond the limit of sockets new ones are dropped and counted; others go on', async () => {
  const server = await TestServer.start({ limits: { ...defaultLimits, maxSockets: 10 } })
  try {
    const workshop = await server.workshop()
    const { doc } = await server.stockClient(workshop, (await server.join(workshop, 'participant')).token)
    const { hostname, port } = new URL(server.url)
    const sockets = Array.from({ length: 30 }, () => connect({ host: hostname, port: Number(port) }))
    const dropped = sockets.map((socket) => new Promise<void>((resolve) => socket.on('close', () => resolve())))
    for (const socket of sockets) socket.on('error', () => {})
    await Promise.any(dropped)
    // Over the socket that was there before the others.
    addNote(doc, 'goesOn')
    const [open] = server.running.registry.loadedRooms()
    const onServer = open?.room.board.doc ?? new Y.Doc()
    await untilDoc(onServer, () => onServer.getMap('cards').has('goesOn'))
    for (const socket of sockets) socket.destroy()
    const metrics = () => server.call('GET', '/metrics').catch(() => null)
    await expect.poll(async () => String((await metrics())?.body['text'])).toContain('reason="maxSockets"')
  } finally {
    await server.stop()
  }
})
