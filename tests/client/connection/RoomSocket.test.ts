// What goes over the wire, when, and what happens when it breaks. Fake sockets, fake time.
import { Awareness } from 'y-protocols/awareness'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { permanentSentence, RoomSocket, type RoomSocketListener } from '../../../client/connection/RoomSocket.ts'
import { closeCodes } from '../../../shared/protocol/closeCodes.ts'
import { FakeSocket } from './FakeSocket.ts'

let doc: Y.Doc
let awareness: Awareness
let socket: RoomSocket
let events: string[]
let mayWrite: boolean
let takesWelcome: boolean
let random: number
let refusal: string | null

const listener: RoomSocketListener = {
  onMessage: (message) => {
    events.push(message.type)
    return takesWelcome
  },
  onSynced: () => events.push('synced'),
  onReturned: (number) => events.push(`returned ${number}`),
  onLost: () => events.push('lost'),
  onEnded: (code) => events.push(`ended ${code}`),
}

beforeEach(() => {
  vi.useFakeTimers()
  FakeSocket.opened = []
  events = []
  mayWrite = true
  takesWelcome = true
  random = 0
  refusal = null
  doc = new Y.Doc()
  awareness = new Awareness(doc)
  socket = new RoomSocket({
    url: 'ws://host/sync/abc',
    roomName: 'board',
    token: 'secret',
    doc,
    awareness,
    WebSocket: FakeSocket.asClass,
    random: () => random,
    mayWrite: () => mayWrite,
    fetchedState: 'etag-1',
    whyRefused: async () => refusal,
    listener,
  })
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== socket.origin) socket.sendUpdate(update)
  })
  socket.connect()
})
afterEach(() => {
  socket.destroy()
  awareness.destroy()
  vi.useRealTimers()
})

const types = () => FakeSocket.last().sent.map((message) => message.type)

/** Open, welcomed, and the server knows what it has missed. */
function goesLive(): FakeSocket {
  const wire = FakeSocket.last()
  wire.opens()
  wire.welcomes()
  wire.asksForMissing(new Y.Doc())
  wire.gives(new Y.Doc())
  return wire
}

describe('opening', () => {
  it('names the room and carries the token as a subprotocol, never in the address', () => {
    expect(FakeSocket.last().url).toBe('ws://host/sync/abc/board')
    expect(FakeSocket.last().protocols).toEqual(['journeyboard', 'token.secret'])
  })

  it('says hello first, then asks for what it misses; names the fetched state once only', () => {
    FakeSocket.last().opens()
    expect(types()).toEqual(['room', 'step1', 'presence'])
    expect(FakeSocket.last().sent[0]?.content).toEqual({
      type: 'hello',
      protocol: 1,
      clientId: doc.clientID,
      state: 'etag-1',
    })
    FakeSocket.last().closes(1006)
    vi.advanceTimersByTime(500)
    FakeSocket.last().opens()
    expect(FakeSocket.last().sent[0]?.content).not.toHaveProperty('state')
  })

  it('gives and takes nothing of the document before the welcome', () => {
    doc.getMap('cards').set('early', 1)
    const server = new Y.Doc()
    server.getMap('cards').set('theirs', 1)
    const wire = FakeSocket.last()
    wire.opens()
    wire.asksForMissing(new Y.Doc())
    wire.gives(server)
    expect(types()).not.toContain('step2')
    expect(doc.getMap('cards').has('theirs')).toBe(false)
    wire.welcomes()
    expect(types()).toContain('step2')
    expect(doc.getMap('cards').has('theirs')).toBe(true)
    expect(events).toEqual(['welcome', 'returned 1', 'synced'])
  })

  it('hangs up on a welcome that is not accepted', () => {
    takesWelcome = false
    doc.getMap('cards').set('mine', 1)
    const wire = FakeSocket.last()
    wire.opens()
    wire.asksForMissing(new Y.Doc())
    wire.welcomes('another epoch')
    expect(types()).not.toContain('step2')
    expect(wire.readyState).toBe(wire.CLOSED)
  })
})

describe('own updates', () => {
  it('wait until the server was told what it missed, then go one by one, counted', () => {
    const wire = FakeSocket.last()
    wire.opens()
    wire.welcomes()
    doc.getMap('cards').set('a', 1)
    expect(types()).not.toContain('update')
    wire.asksForMissing(new Y.Doc())
    expect(socket.sentMessages).toBe(1)
    doc.getMap('cards').set('b', 2)
    expect(socket.sentMessages).toBe(2)
    const server = new Y.Doc()
    for (const { update, type } of wire.sent) if (update && type !== 'step1') Y.applyUpdate(server, update)
    expect(server.getMap('cards').toJSON()).toEqual({ a: 1, b: 2 })
    expect(server.store.pendingStructs).toBeNull()
  })

  it('are counted anew on every connection', () => {
    goesLive().closes(1006)
    expect(socket.sentMessages).toBe(0)
    expect(socket.sendUpdate(new Uint8Array([0, 0]))).toBeNull()
    vi.advanceTimersByTime(500)
    goesLive()
    expect(socket.sentMessages).toBe(1)
  })

  it('never leave the browser of somebody who looks on', () => {
    mayWrite = false
    goesLive()
    doc.getMap('cards').set('a', 1)
    expect(types()).toEqual(['room', 'step1', 'presence'])
  })

  it('asks for what is missing when a frame was lost, not more than once in 15 s', () => {
    const wire = goesLive()
    const server = new Y.Doc()
    const updates: Uint8Array[] = []
    server.on('update', (update: Uint8Array) => updates.push(update))
    for (const key of ['a', 'b', 'c', 'd']) server.getMap('cards').set(key, 1)
    wire.sent = []
    for (const update of updates.slice(1)) wire.tells(update)
    expect(types()).toEqual(['step1'])
    vi.advanceTimersByTime(15_000)
    server.getMap('cards').set('e', 1)
    wire.tells(updates.at(-1) ?? new Uint8Array())
    expect(types().filter((type) => type === 'step1')).toHaveLength(2)
    wire.gives(server)
    expect(doc.getMap('cards').size).toBe(5)
  })
})

describe('presence', () => {
  it('sends only the own state, whatever others do', () => {
    const wire = goesLive()
    wire.sent = []
    wire.showsPresence(7, { cursor: { x: 1, y: 1 } })
    expect(wire.sent).toEqual([])
    expect(awareness.getStates().get(7)).toEqual({ cursor: { x: 1, y: 1 } })
    awareness.setLocalState({ cursor: { x: 2, y: 2 } })
    expect(wire.sent).toEqual([{ type: 'presence', content: [doc.clientID] }])
  })

  it('forgets everybody else when the connection is lost', () => {
    const wire = goesLive()
    wire.showsPresence(7, {})
    wire.closes(1006)
    expect([...awareness.getStates().keys()]).toEqual([doc.clientID])
  })

  it('survives a presence that is no JSON', () => {
    const wire = goesLive()
    wire.onmessage?.({ data: new Uint8Array([1, 5, 1, 7, 1, 1, 123]).buffer })
    expect(wire.readyState).toBe(wire.OPEN)
  })
})

describe('losing the connection', () => {
  it('tries again after 0.5 s at the earliest, later and later, never later than 30 s', () => {
    random = 0.999_999
    const delays: number[] = []
    for (let attempt = 0; attempt < 9; attempt++) {
      const count = FakeSocket.opened.length
      FakeSocket.last().closes(1006)
      let waitedMs = 0
      while (FakeSocket.opened.length === count) {
        vi.advanceTimersByTime(100)
        waitedMs += 100
      }
      delays.push(waitedMs)
    }
    expect(delays).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000, 30_000])
    goesLive()
    random = 0
    FakeSocket.last().closes(1012)
    const count = FakeSocket.opened.length
    vi.advanceTimersByTime(499)
    expect(FakeSocket.opened).toHaveLength(count)
    vi.advanceTimersByTime(1)
    expect(FakeSocket.opened).toHaveLength(count + 1)
  })

  it.each(Object.values(closeCodes))('obeys close code $code', ({ code, retry }) => {
    goesLive().closes(code)
    const count = FakeSocket.opened.length
    vi.advanceTimersByTime(60_000)
    expect(FakeSocket.opened.length > count).toBe(retry)
    expect(events).toContain(retry ? 'lost' : `ended ${code}`)
  })

  it('takes unknown codes from 4400 to 4499 as permanent, all others as passing', () => {
    expect(permanentSentence(4451)).not.toBeNull()
    expect(permanentSentence(4500)).toBeNull()
    expect(permanentSentence(1006)).toBeNull()
  })

  it('finds a half-open socket within 35 s', () => {
    goesLive()
    vi.advanceTimersByTime(35_000)
    expect(events).toContain('lost')
    expect(FakeSocket.opened.length).toBeGreaterThan(1)
  })

  it('asks over HTTP why no socket was opened, and ends if the answer is for good', async () => {
    refusal = 'This link no longer works.'
    FakeSocket.last().closes(1006)
    await vi.advanceTimersByTimeAsync(0)
    expect(events).toEqual(['lost', 'ended 4403'])
    const count = FakeSocket.opened.length
    await vi.advanceTimersByTimeAsync(60_000)
    expect(FakeSocket.opened).toHaveLength(count)
  })

  it('drops at once when told so, and hurries back when told so', () => {
    random = 0.999
    goesLive()
    socket.drop()
    expect(events).toContain('lost')
    const count = FakeSocket.opened.length
    socket.hurry()
    expect(FakeSocket.opened).toHaveLength(count + 1)
    socket.hurry()
    expect(FakeSocket.opened).toHaveLength(count + 1)
  })

  it('rests as long as it is told to', () => {
    goesLive()
    const count = FakeSocket.opened.length
    socket.pause(10_000)
    expect(events).toContain('lost')
    vi.advanceTimersByTime(9_999)
    expect(FakeSocket.opened).toHaveLength(count)
    vi.advanceTimersByTime(1)
    expect(FakeSocket.opened).toHaveLength(count + 1)
  })

  it('opens nothing after it was destroyed', () => {
    goesLive().closes(1006)
    socket.destroy()
    const count = FakeSocket.opened.length
    vi.advanceTimersByTime(60_000)
    expect(FakeSocket.opened).toHaveLength(count)
  })
})
