// The socket side of the whole server: stock clients, refusals, broken frames, an orderly stop.
import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import type { Storage } from '../../server/storage/Storage.ts'
import { closeCodes } from '../../shared/protocol/closeCodes.ts'
import { addNote, noteText } from '../support/room/TestRoom.ts'
import { TestServer, untilDoc } from '../support/TestServer.ts'

let server: TestServer
beforeAll(async () => {
  server = await TestServer.start()
})
afterAll(() => server.stop())

describe('sockets', () => {
  it('[WS1] stock clients work as they are: edits, presence, viewers who cannot write', async () => {
    const workshop = await server.workshop()
    const [a, b, v] = [
      await server.join(workshop, 'facilitator', 'A'),
      await server.join(workshop, 'participant', 'B'),
      await server.join(workshop, 'viewer'),
    ]
    const [anna, ben, viewer] = [
      await server.stockClient(workshop, a.token),
      await server.stockClient(workshop, b.token),
      await server.stockClient(workshop, v.token),
    ]
    addNote(anna.doc, 'n', 'hello')
    await untilDoc(ben.doc, () => ben.doc.getMap('cards').has('n'))
    noteText(ben.doc, 'n').insert(5, ' world')
    await untilDoc(
      viewer.doc,
      () => viewer.doc.getMap('cards').has('n') && noteText(viewer.doc, 'n').toString() === 'hello world',
    )
    addNote(viewer.doc, 'forbidden')
    const seen = new Promise<void>((resolve) => {
      ben.provider.awareness.on(
        'change',
        () => ben.provider.awareness.getStates().get(anna.doc.clientID)?.['cursor'] && resolve(),
      )
    })
    anna.provider.awareness.setLocalStateField('cursor', { x: 1 })
    await seen
    addNote(anna.doc, 'last')
    await untilDoc(ben.doc, () => ben.doc.getMap('cards').has('last'))
    expect(ben.doc.getMap('cards').has('forbidden')).toBe(false)
  })

  it('[WS2] who may not come in is told why with a close code, or refused before the socket exists', async () => {
    const workshop = await server.workshop()
    expect(await server.closeCode(`/sync/${workshop.id}/board`)).toBe(closeCodes.notAllowed.code)
    expect(await server.closeCode(`/sync/${workshop.id}/board`, { protocols: ['journeyboard', 'token.wrong'] })).toBe(
      closeCodes.notAllowed.code,
    )
    expect(await server.closeCode('/sync/unknownunknown1/board')).toBe(closeCodes.unknownRoom.code)
    for (const path of [
      '/sync/../x/board',
      '/sync/UPPERCASE0000000/board',
      `/sync/${workshop.id}/other`,
      '/sync/',
      '/',
      '/sync/%2e%2e%2f/board',
    ]) {
      await expect(server.closeCode(path)).rejects.toThrow('404')
    }
    await expect(
      server.closeCode(`/sync/${workshop.id}/board`, { headers: { origin: 'https://evil.example' } }),
    ).rejects.toThrow('403')
  })

  it('[WS3] the token may stand in the query for command-line clients, and is never echoed', async () => {
    const workshop = await server.workshop()
    const { token } = await server.join(workshop, 'participant')
    const path = `/sync/${workshop.id}/board`
    // The server's choice among what was offered is sent back in the open: in no order may it be the token.
    const offers: [string, string[]][] = [
      [`${path}?token=${token}`, ['journeyboard']],
      [path, ['journeyboard', `token.${token}`]],
      [path, [`token.${token}`, 'journeyboard']],
    ]
    for (const [at, protocols] of offers) {
      const chosen = new Promise<string>((resolve) => {
        void server.closeCode(at, { protocols, onOpen: (socket) => (resolve(socket.protocol), socket.close()) })
      })
      expect(await chosen).toBe('journeyboard')
    }
  })

  it('[WS4] broken frames end that socket; the server and the room live on', async () => {
    const workshop = await server.workshop()
    const { token } = await server.join(workshop, 'participant')
    const ben = await server.stockClient(workshop, (await server.join(workshop, 'participant', 'Ben')).token)
    const rawFrames = [
      'c1 80 00 00 00 00',
      '83 80 00 00 00 00',
      '89 fe 00 ff 00 00 00 00',
      '82 ff 00 00 00 00 0b eb c2 00 00 00 00 00',
      '82 05 68 65 6c 6c 6f',
      '82 ff ff ff ff ff ff ff ff ff 00 00 00 00',
    ]
    for (const frame of rawFrames)
      await sendRaw(Number(new URL(server.url).port), workshop.id, token, Buffer.from(frame.replaceAll(' ', ''), 'hex'))
    expect(
      await server.closeCode(`/sync/${workshop.id}/board?token=${token}`, { onOpen: (socket) => socket.send('text') }),
    ).toBe(closeCodes.badMessage.code)
    expect(
      await server.closeCode(`/sync/${workshop.id}/board?token=${token}`, {
        onOpen: (socket) => socket.send(new Uint8Array([77])),
      }),
    ).toBe(closeCodes.badMessage.code)
    expect(
      await server.closeCode(`/sync/${workshop.id}/board?token=${token}`, {
        onOpen: (socket) => socket.send(new Uint8Array(17 * 1024 * 1024)),
      }),
    ).toBe(1009)
    addNote(ben.doc, 'alive')
    expect((await server.call('GET', `/api/workshops/${workshop.id}`, { token })).status).toBe(200)
    const open = server.running.registry.loadedRooms().find(({ room }) => room.id === workshop.id)
    const onServer = open?.room.board.doc ?? new Y.Doc()
    await untilDoc(onServer, () => onServer.getMap('cards').has('alive'))
    expect(ben.provider.wsconnected).toBe(true)
  })

  it('[WS5] two servers in one process share nothing', async () => {
    const other = await TestServer.start()
    try {
      const workshop = await server.workshop()
      expect(await other.closeCode(`/sync/${workshop.id}/board`)).toBe(closeCodes.unknownRoom.code)
    } finally {
      await other.stop()
    }
  })

  it(
    '[WS6] stopping closes with 1012, keeps everything, and 50 rooms go side by side',
    { timeout: 60_000 },
    async () => {
      const busy = await TestServer.start()
      try {
        const workshops = await Promise.all(Array.from({ length: 50 }, (_, at) => busy.workshop(`W${at}`)))
        const people = await Promise.all(
          workshops.map(async (workshop) => ({ workshop, joined: await busy.join(workshop, 'participant') })),
        )
        const clients = await Promise.all(
          people.map(({ workshop, joined }) => busy.stockClient(workshop, joined.token)),
        )
        const [first] = people
        const [code] = await new Promise<[Promise<number>]>((resolve) => {
          const closing = busy.closeCode(`/sync/${first?.workshop.id}/board?token=${first?.joined.token}`, {
            onOpen: () => resolve([closing]),
          })
        })
        for (const { doc } of clients) addNote(doc, 'kept')
        // What a room holds when the order to stop comes is there afterwards, even if it has gone nowhere yet.
        const rooms = busy.running.registry.loadedRooms().map(({ room }) => room)
        await Promise.all(rooms.map(({ board: { doc } }) => untilDoc(doc, () => doc.getMap('cards').has('kept'))))
        for (const room of rooms) room.edit((doc) => addNote(doc, 'late'))
        goOnTogether(busy.running.storage, rooms.length)
        await busy.restart()
        expect(await code).toBe(closeCodes.serverStopping.code)
        for (const { workshop, joined } of people) {
          const state = await fetch(`${busy.url}/api/workshops/${workshop.id}/state`, {
            headers: { authorization: `Bearer ${joined.token}` },
          })
          const doc = new Y.Doc()
          Y.applyUpdate(doc, new Uint8Array(await state.arrayBuffer()))
          expect([...doc.getMap('cards').keys()]).toEqual(expect.arrayContaining(['kept', 'late']))
        }
      } finally {
        await busy.stop()
      }
    },
  )

  it('[WS6] stopping waits for nobody who does not close', async () => {
    const stopping = await TestServer.start()
    const workshop = await stopping.workshop()
    const { token } = await stopping.join(workshop, 'participant')
    const { hostname, port } = new URL(stopping.url)
    // Takes what comes and answers nothing, not even that it heard.
    const mute = connect({ host: hostname, port: Number(port), allowHalfOpen: true })
    mute.on('error', () => {})
    const gone = new Promise<void>((resolve) => mute.once('close', () => resolve()))
    mute.write(upgradeRequest(Number(port), workshop.id, token))
    await new Promise((resolve) => mute.once('data', resolve))
    mute.resume()
    // Whoever does not close is cut off after a while: that while never comes.
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'] })
    try {
      await stopping.stop()
    } finally {
      vi.useRealTimers()
      mute.destroy()
    }
    await gone
  })
})

/** From now on no room is released before all have asked for it: one after the other, none ever would be. */
function goOnTogether(storage: Storage, rooms: number): void {
  const release = storage.release.bind(storage)
  let asked = 0
  let open = (): void => {}
  const all = new Promise<void>((resolve) => (open = resolve))
  vi.spyOn(storage, 'release').mockImplementation(async (workshopId) => {
    if (++asked === rooms) open()
    await all
    return release(workshopId)
  })
}

function upgradeRequest(port: number, workshopId: string, token: string): string {
  const key = randomBytes(16).toString('base64')
  return `GET /sync/${workshopId}/board?token=${token} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`
}

/** A real upgrade, then bytes no browser would send; resolves when the server has ended it. */
function sendRaw(port: number, workshopId: string, token: string, frame: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(upgradeRequest(port, workshopId, token))
    })
    socket.once('data', () => socket.write(frame))
    socket.on('data', () => {})
    socket.on('error', () => {})
    socket.on('close', () => resolve())
  })
}
