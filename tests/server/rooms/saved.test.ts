// What "saved" promises: nothing counts before the disk has it, and a disk that takes nothing stops nobody.
import { describe, expect, it } from 'vitest'
import { MemoryStorage } from '../../../server/storage/MemoryStorage.ts'
import { HeldStorage } from '../../support/HeldStorage.ts'
import { addNote, noteText, TestRoom } from '../../support/room/TestRoom.ts'

describe('saved', () => {
  it('[SA1] saved counts the document messages that are on disk', async () => {
    const test = await TestRoom.create()
    const anna = test.person().connect()
    await test.settle()
    addNote(anna.doc, 'one')
    addNote(anna.doc, 'two')
    await test.settle()
    expect(anna.last('saved')).toEqual({ type: 'saved', count: anna.connection.documentMessages })
    expect(anna.connection.documentMessages).toBe(3)
  })

  it('[SA1] nothing counts as saved before the disk has answered; nobody else waits for it', async () => {
    const storage = new HeldStorage()
    const test = await TestRoom.create({ storage })
    const [anna, ben] = [test.person('participant', 'A').connect(), test.person('participant', 'B').connect()]
    await test.settle()
    const before = anna.last('saved')?.count
    storage.hold()
    addNote(anna.doc, 'one')
    await test.settle()
    expect(ben.cards()).toHaveProperty('one')
    expect(anna.last('saved')?.count).toBe(before)
    storage.letGo()
    await test.settle()
    expect(anna.last('saved')?.count).toBe(anna.connection.documentMessages)
  })

  it('[SA1] what was refused counts too: there is nothing to wait for', async () => {
    const test = await TestRoom.create()
    const anna = test.person().connect()
    await test.settle()
    anna.doc.getMap('meta').set('epoch', 'mine')
    await test.settle()
    expect(anna.last('refused')?.count).toBe(anna.connection.documentMessages)
    expect(anna.last('saved')?.count).toBe(anna.connection.documentMessages)
  })

  it('[SA2] what was shown as saved is there after a crash', async () => {
    const test = await TestRoom.create()
    const anna = test.person().connect()
    await test.settle()
    addNote(anna.doc, 'kept', 'text')
    await test.settle()
    expect(anna.last('saved')?.count).toBe(anna.connection.documentMessages)
    await test.crash()
    const ben = test.person('participant', 'Ben').connect().receive()
    expect(noteText(ben.doc, 'kept').toString()).toBe('text')
  })

  it('[SA3] while the disk is full work goes on, everybody is told, and nothing is lost when it recovers', async () => {
    const storage = new MemoryStorage()
    const test = await TestRoom.create({ storage })
    const [anna, ben] = [test.person('participant', 'A').connect(), test.person('participant', 'B').connect()]
    await test.settle()
    storage.failure = { code: 'diskFull' }
    addNote(anna.doc, 'unsaved')
    await test.settle()
    expect(ben.cards()).toHaveProperty('unsaved')
    expect(ben.last('unsaved')?.sinceMs).toBeTypeOf('number')
    expect(anna.last('saved')?.count ?? 0).toBeLessThan(anna.connection.documentMessages)
    storage.failure = null
    await test.clock.advance(2_100)
    await test.settle()
    expect(ben.last('unsaved')?.sinceMs).toBeNull()
    expect(anna.last('saved')?.count).toBe(anna.connection.documentMessages)
    await test.crash()
    expect(test.person('participant', 'C').connect().receive().cards()).toHaveProperty('unsaved')
  })

  it('[SA4] past the limit of unsaved bytes the room turns read-only, and takes changes again later', async () => {
    const storage = new MemoryStorage()
    const test = await TestRoom.create({ storage, limits: { maxUnsavedBytes: 1_000 } })
    const anna = test.person().connect()
    await test.settle()
    addNote(anna.doc, 'before')
    await test.settle()
    storage.failure = { code: 'diskFull' }
    addNote(anna.doc, 'large', 'x'.repeat(1_500))
    await test.settle()
    addNote(anna.doc, 'refused')
    await test.settle()
    expect(anna.last('refused')).toMatchObject({ reason: 'readOnly', count: anna.connection.documentMessages })
    storage.failure = null
    await test.clock.advance(2_100)
    const ben = test.person('participant', 'Ben').connect()
    await test.settle()
    addNote(ben.doc, 'again')
    await test.settle()
    expect(ben.last('refused')).toBeUndefined()
    expect(ben.cards()).toMatchObject({ again: {}, before: {}, large: {} })
    expect(ben.cards()).not.toHaveProperty('refused')
  })

  it('[SA5] a client id is bound on disk before anything under it is passed on', async () => {
    const storage = new HeldStorage()
    const test = await TestRoom.create({ storage })
    const [anna, ben] = [test.person('participant', 'A').connect(), test.person('participant', 'B').connect()]
    storage.hold()
    addNote(anna.doc, 'first')
    await test.settle()
    expect(ben.cards()).not.toHaveProperty('first')
    storage.letGo()
    await test.settle()
    expect(ben.cards()).toHaveProperty('first')
    await test.crash()
    expect(test.room.workshop.clients.ownerOf(anna.doc.clientID)).toBe(anna.participant.id)
  })

  it('[SA5] while the disk takes nothing, whoever comes is heard all the same', async () => {
    const storage = new MemoryStorage()
    const test = await TestRoom.create({ storage })
    const ben = test.person('participant', 'B').connect()
    await test.settle()
    storage.failure = { code: 'diskFull' }
    addNote(ben.doc, 'before')
    await test.settle()
    const anna = test.person('participant', 'A').connect()
    addNote(anna.doc, 'first')
    await test.settle()
    expect(ben.cards()).toHaveProperty('first')
  })
})
