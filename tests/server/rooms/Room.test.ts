import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { encodeUpdate } from '../../../server/rooms/encodeMessage.ts'
import { closeCodes } from '../../../shared/protocol/closeCodes.ts'
import { addNote, noteText, TestRoom } from '../../support/room/TestRoom.ts'

describe('coming in', () => {
  it('[CO1] a newcomer has the whole board before anything else happens, and never an empty one', async () => {
    const test = await TestRoom.create({ template: 'customer-lifecycle' })
    const anna = test.person('facilitator').connect().receive()
    expect(anna.isSynced).toBe(true)
    expect(anna.doc.getMap('stages').size).toBe(5)
    expect(anna.doc.getMap('meta').get('schemaVersion')).toBe(1)
  })

  it('[CO2] a hello is answered with role, roster and state; a stock client hears nothing of ours', async () => {
    const test = await TestRoom.create()
    const anna = test.person('facilitator', 'Anna').connect()
    const stock = test.person('participant', 'Ben').connect('stock')
    await test.settle()
    expect(anna.last('welcome')).toMatchObject({ role: 'facilitator', participantId: anna.participant.id })
    expect(anna.last('roster')?.changed).toContainEqual(
      expect.objectContaining({ name: 'Ben', online: true, clientIds: [stock.doc.clientID] }),
    )
    expect(stock.heard).toEqual([])
  })

  it('[CO3] whoever fetched the state over HTTP gets only what came after it', async () => {
    const test = await TestRoom.create({ template: 'customer-lifecycle' })
    const anna = test.person('facilitator').connect()
    await test.settle()
    const state = test.room.board.encoded.state()
    addNote(anna.doc, 'later')
    await test.settle()
    const doc = new Y.Doc()
    Y.applyUpdate(doc, state.bytes)
    const ben = test.person('participant', 'Ben', doc).connect('ours', state.etag)
    const answer = ben.wire.writes.at(-1) ?? 0
    ben.receive()
    expect(ben.cards()).toEqual(anna.cards())
    expect(answer).toBeLessThan(state.bytes.length / 2)
  })

  it('[CO4] a hundred newcomers cost one encoding of the board', async () => {
    const test = await TestRoom.create({ template: 'customer-lifecycle' })
    const first = test.room.board.encoded.state()
    for (let count = 0; count < 100; count++) test.person('participant', `P${count}`).connect()
    expect(test.room.board.encoded.state()).toBe(first)
  })

  it('[CO5] the same person returns with the earlier client id and hands in what was written offline', async () => {
    const test = await TestRoom.create()
    const anna = test.person().connect()
    await test.settle()
    anna.disconnect()
    addNote(anna.doc, 'offline', 'written on the train')
    const ben = test.person('participant', 'Ben').connect()
    await test.settle()
    anna.connect()
    await test.settle()
    expect(noteText(ben.doc, 'offline').toString()).toBe('written on the train')
  })
})

describe('coming back', () => {
  it('[CO6] edits made before the offline ones were asked for are kept, and saved only with them', async () => {
    for (const as of ['ours', 'stock'] as const) {
      const test = await TestRoom.create()
      const anna = test.person().connect(as)
      await test.settle()
      addNote(anna.doc, 'first')
      await test.settle()
      anna.disconnect()
      addNote(anna.doc, 'offline')
      anna.connect(as)
      addNote(anna.doc, 'early')
      // The room works on it before the answer to its question is there.
      await test.clock.advance(100)
      expect(test.room.board.doc.getMap('cards').has('early')).toBe(false)
      expect(anna.connection.savedMessages).toBe(0)
      await test.settle()
      expect(test.room.board.doc.getMap('cards').toJSON()).toMatchObject({ offline: {}, early: {} })
      expect(anna.connection.savedMessages).toBe(2)
      expect(test.refusals).toEqual([])
    }
  })
})

describe('ticks', () => {
  it('[TI1] edits of one tick by many become one write per socket', async () => {
    const test = await TestRoom.create()
    const people = Array.from({ length: 10 }, (_, at) => test.person('participant', `P${at}`).connect())
    await test.settle()
    for (const peer of people) addNote(peer.doc, `warm${people.indexOf(peer)}`)
    await test.settle()
    // Somebody who only watches: authors are told "saved" on top.
    const watcher = test.person('viewer').connect()
    await test.settle()
    const before = watcher.wire.writes.length
    const updatesBefore = watcher.updatesReceived
    for (const peer of people) addNote(peer.doc, `card${people.indexOf(peer)}`)
    for (const peer of people) peer.setPresence({ cursor: { x: 1, y: 2 } })
    await test.clock.advance(5)
    expect(watcher.wire.writes.length - before).toBe(1)
    watcher.receive()
    expect(watcher.updatesReceived - updatesBefore).toBe(1)
    expect(Object.keys(watcher.cards()).filter((id) => id.startsWith('card'))).toHaveLength(10)
  })

  it('[TI2] the first edit after a pause goes out at once, the next within a tick', async () => {
    const test = await TestRoom.create()
    const [anna, ben] = [test.person('participant', 'A').connect(), test.person('participant', 'B').connect()]
    await test.settle()
    addNote(anna.doc, 'zero')
    await test.settle()
    addNote(anna.doc, 'one')
    await test.clock.settle()
    expect(ben.receive().cards()).toHaveProperty('one')
    addNote(anna.doc, 'two')
    await test.clock.settle()
    expect(ben.receive().cards()).not.toHaveProperty('two')
    await test.clock.advance(16)
    expect(ben.receive().cards()).toHaveProperty('two')
  })

  it('[TI3] the wall clock may jump in both directions: nothing is late and nobody is lost', async () => {
    const test = await TestRoom.create()
    const [anna, ben] = [test.person('participant', 'A').connect(), test.person('participant', 'B').connect()]
    await test.settle()
    for (const jumpMs of [3_600_000, -7_200_000]) {
      test.clock.jumpWall(jumpMs)
      addNote(anna.doc, `jump${Math.abs(jumpMs)}`)
      await test.settle()
      expect(ben.cards()).toHaveProperty(`jump${Math.abs(jumpMs)}`)
    }
    expect(ben.wire.closedWith).toBeNull()
  })
})

describe('refusals', () => {
  it('[RE1] a refused message names its number and reason, and the later ones of that id are refused as following it', async () => {
    const test = await TestRoom.create()
    const facilitator = test.person('facilitator', 'F').connect()
    const anna = test.person('participant', 'A').connect()
    await test.settle()
    test.room.workshop.change({ structureLocked: true })
    void test.room.commitWorkshop()
    anna.doc.getMap('stages').set('stage1', new Y.Map())
    const refusedNumber = anna.connection.documentMessages
    addNote(anna.doc, 'note1')
    await test.settle()
    expect(anna.heard.filter(({ type }) => type === 'refused')).toEqual([
      {
        type: 'refused',
        count: refusedNumber,
        reason: 'structureLocked',
        sentence: expect.stringMatching(/^[A-Z].*\.$/) as string,
      },
      expect.objectContaining({ count: refusedNumber + 1, reason: 'afterRefusal' }),
    ])
    expect(test.room.board.doc.getMap('cards').has('note1')).toBe(false)
    expect(facilitator.doc.getMap('stages').has('stage1')).toBe(false)
    expect(anna.wire.closedWith).toBeNull()
  })

  it('[RE2] after a refusal a client goes on under a new client id on the same connection', async () => {
    const test = await TestRoom.create()
    const anna = test.person('participant', 'A').connect()
    await test.settle()
    anna.doc.getMap('meta').set('epoch', 'mine')
    await test.settle()
    expect(anna.last('refused')?.reason).toBe('notYours')
    const fresh = new Y.Doc()
    anna.hello(fresh.clientID)
    fresh.on('update', (update: Uint8Array) => anna.send(encodeUpdate(update)))
    addNote(fresh, 'again')
    await test.settle()
    expect(test.room.board.doc.getMap('cards').has('again')).toBe(true)
    expect(test.room.workshop.clients.ownerOf(fresh.clientID)).toBe(anna.participant.id)
  })

  it('[RE3] a stock viewer writes into nothing and stays; a stock participant who is refused is closed for good', async () => {
    const test = await TestRoom.create()
    const viewer = test.person('viewer').connect('stock')
    const participant = test.person('participant').connect('stock')
    await test.settle()
    addNote(viewer.doc, 'no')
    participant.doc.getMap('meta').set('epoch', 'mine')
    await test.settle()
    expect(test.room.board.doc.getMap('cards').has('no')).toBe(false)
    expect(viewer.wire.closedWith).toBeNull()
    expect(participant.wire.closedWith).toBe(closeCodes.refused.code)
    expect(test.refusals).toEqual(['viewer', 'notYours'])
  })
})

describe('rights while connected', () => {
  it('[RI1] a removed person and everybody of a revoked link are closed for good', async () => {
    const test = await TestRoom.create()
    const [anna, ben] = [test.person('participant', 'A').connect(), test.person('viewer', 'V').connect()]
    await test.settle()
    const { workshop } = test.room
    workshop.putParticipant({ ...anna.participant, removed: true })
    const link = workshop.links.byId(ben.participant.linkId)
    if (link) workshop.links.put({ ...link, revoked: true })
    await Promise.all([test.room.commitWorkshop(), test.settle()])
    expect([anna.wire.closedWith, ben.wire.closedWith]).toEqual([
      closeCodes.notAllowed.code,
      closeCodes.notAllowed.code,
    ])
  })

  it('[RI2] a changed role counts from the next message on', async () => {
    const test = await TestRoom.create()
    const anna = test.person('viewer', 'Anna').connect()
    await test.settle()
    test.room.workshop.putParticipant({ ...anna.participant, role: 'participant' })
    await Promise.all([test.room.commitWorkshop(), test.settle()])
    addNote(anna.doc, 'now')
    await test.settle()
    expect(test.room.board.doc.getMap('cards').has('now')).toBe(true)
  })
})
