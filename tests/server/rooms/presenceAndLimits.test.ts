import { describe, expect, it } from 'vitest'
import { encodePresence, encodeSyncStep1 } from '../../../server/rooms/encodeMessage.ts'
import { closeCodes } from '../../../shared/protocol/closeCodes.ts'
import { addNote, TestRoom } from '../../support/room/TestRoom.ts'

describe('presence', () => {
  it('[PR1] presence is passed on as it came, also to the author, and goes when its owner leaves', async () => {
    const test = await TestRoom.create()
    const [anna, ben] = [test.person('participant', 'A').connect(), test.person('participant', 'B').connect()]
    await test.settle()
    anna.setPresence({ cursor: { x: 1, y: 2 } })
    await test.settle()
    expect(ben.presence.get(anna.doc.clientID)).toBe('{"cursor":{"x":1,"y":2}}')
    expect(anna.presence.get(anna.doc.clientID)).toBe('{"cursor":{"x":1,"y":2}}')
    anna.disconnect()
    await test.settle()
    expect(ben.presence.get(anna.doc.clientID)).toBeNull()
  })

  it('[PR2] states under foreign client ids are skipped: nobody is impersonated or removed', async () => {
    const test = await TestRoom.create()
    const [anna, ben] = [test.person('participant', 'A').connect(), test.person('participant', 'B').connect()]
    await test.settle()
    anna.setPresence({ name: 'Anna' })
    await test.settle()
    for (const state of [{ name: 'EVIL' }, null])
      for (let clock = 0; clock < 5; clock++) ben.setPresence(state, anna.doc.clientID)
    ben.setPresence({ invented: true }, 4242)
    await test.settle()
    expect(ben.presence.get(anna.doc.clientID)).toBe('{"name":"Anna"}')
    expect(ben.presence.has(4242)).toBe(false)
  })

  it.each([
    ['too large', JSON.stringify({ text: 'x'.repeat(5_000) })],
    ['nested 5,000 deep', '['.repeat(5_000) + ']'.repeat(5_000)],
    ['nested deeper than 5', '['.repeat(6) + ']'.repeat(6)],
    ['braces that do not close', '{"a":['],
  ])('[PR3] presence that is %s is not passed on and hurts nobody', async (_, text) => {
    const test = await TestRoom.create()
    const [anna, ben] = [test.person('participant', 'A').connect(), test.person('participant', 'B').connect()]
    await test.settle()
    anna.send(encodePresence([{ clientId: anna.doc.clientID, clock: 99, json: new TextEncoder().encode(text) }]))
    await test.settle()
    expect(ben.presence.has(anna.doc.clientID)).toBe(false)
    expect(test.refusals).toEqual(['presence'])
    expect(test.person('participant', 'C').connect().receive().isSynced).toBe(true)
  })

  it('[PR3] depth is that of the value: 5 pass, and braces in words count nothing', async () => {
    const test = await TestRoom.create()
    const [anna, ben] = [test.person('participant', 'A').connect(), test.person('participant', 'B').connect()]
    await test.settle()
    const state = { a: [{ b: ['[[[[{{{{ \\" [', {}] }] }
    anna.setPresence(state)
    await test.settle()
    expect(JSON.parse(ben.presence.get(anna.doc.clientID) ?? 'null')).toEqual(state)
  })

  it('[PR4] renewals wait for their second also while edits go out', async () => {
    const test = await TestRoom.create()
    const [anna, ben] = [test.person('participant', 'A').connect(), test.person('participant', 'B').connect()]
    await test.settle()
    anna.setPresence({ here: true })
    await test.settle()
    await test.clock.advance(2_000)
    ben.receive()
    const before = ben.presenceMessages
    for (let at = 0; at < 45; at++) {
      anna.setPresence({ here: true })
      addNote(anna.doc, `card${at}`)
      await test.clock.advance(20)
    }
    ben.receive()
    expect(Object.keys(ben.cards())).toContain('card40')
    expect(ben.presenceMessages - before).toBe(1)
  })

  it('[PR4] mere renewals go out once a second, for everybody in one write', async () => {
    const test = await TestRoom.create()
    const people = Array.from({ length: 20 }, (_, at) => test.person('participant', `P${at}`).connect())
    await test.settle()
    for (const peer of people) peer.setPresence({ here: true })
    await test.settle()
    const [watcher] = people
    await test.clock.advance(2_000)
    const before = watcher?.wire.writes.length ?? 0
    for (const peer of people) {
      peer.setPresence({ here: true })
      await test.clock.advance(20)
    }
    await test.clock.advance(1_000)
    expect((watcher?.wire.writes.length ?? 0) - before).toBeLessThanOrEqual(2)
    expect((watcher?.wire.writes.length ?? 0) - before).toBeGreaterThan(0)
  })
})

describe('slow and fast ones', () => {
  it('[SL1] a slow reader loses presence first, gets it back when it has caught up, and misses no edit', async () => {
    const test = await TestRoom.create({ limits: { presenceSkipBytes: 10_000 } })
    const [anna, slow] = [test.person('participant', 'A').connect(), test.person('participant', 'S').connect()]
    await test.settle()
    slow.wire.isStuck = true
    slow.wire.bufferedBytes = 20_000
    anna.setPresence({ at: 1 })
    addNote(anna.doc, 'edit')
    await test.settle()
    expect(slow.cards()).toHaveProperty('edit')
    expect(slow.presence.has(anna.doc.clientID)).toBe(false)
    slow.wire.drain()
    addNote(anna.doc, 'more')
    await test.settle()
    expect(slow.presence.get(anna.doc.clientID)).toBe('{"at":1}')
  })

  it('[SL2] a reader too far behind is closed with a code to come back on, and resumes with what it missed', async () => {
    const test = await TestRoom.create({ limits: { maxBufferedBytes: 100_000 } })
    const [anna, slow] = [test.person('participant', 'A').connect(), test.person('participant', 'S').connect()]
    await test.settle()
    slow.wire.isStuck = true
    slow.wire.bufferedBytes = 150_000
    addNote(anna.doc, 'missed')
    await test.settle()
    expect(slow.wire.closedWith).toBe(closeCodes.tooSlow.code)
    slow.connect()
    await test.settle()
    expect(slow.cards()).toHaveProperty('missed')
  })

  it('[SL2] who is a little behind for 20 s is closed too', async () => {
    const test = await TestRoom.create({ limits: { presenceSkipBytes: 10_000, maxBufferedBytes: 1_000_000 } })
    const [anna, slow] = [test.person('participant', 'A').connect(), test.person('participant', 'S').connect()]
    await test.settle()
    slow.wire.isStuck = true
    slow.wire.bufferedBytes = 20_000
    for (const [waitMs, closedWith] of [
      [19_000, null],
      [2_000, closeCodes.tooSlow.code],
    ] as const) {
      await test.clock.advance(waitMs)
      addNote(anna.doc, `after${waitMs}`)
      await test.clock.advance(100)
      expect(slow.wire.closedWith).toBe(closedWith)
    }
  })

  it('[SL3] the whole board for a newcomer does not count as falling behind', async () => {
    const test = await TestRoom.create({ limits: { maxBufferedBytes: 100_000, presenceSkipBytes: 10_000 } })
    const anna = test.person().connect()
    await test.settle()
    for (let at = 0; at < 100; at++) addNote(anna.doc, `card${at}`, 'x'.repeat(1_900))
    await test.settle()
    const late = test.person('participant', 'late')
    late.wire.isStuck = true
    late.connect()
    expect(late.wire.bufferedBytes).toBeGreaterThan(150_000)
    addNote(anna.doc, 'one more')
    await test.settle()
    expect(late.wire.closedWith).toBeNull()
  })

  it('[LI1] a sender above its rate is held up, loses no edit, and keeps nobody waiting', async () => {
    const test = await TestRoom.create({ limits: { maxMessageBurst: 50, maxMessagesPerSecond: 50 } })
    const [anna, ben] = [test.person('participant', 'A').connect(), test.person('participant', 'B').connect()]
    await test.settle()
    for (let at = 0; at < 120; at++) addNote(anna.doc, `card${at}`)
    await test.settle()
    expect(anna.wire.pausedMs).toBeGreaterThan(0)
    expect(Object.keys(ben.cards()).filter((id) => id.startsWith('card'))).toHaveLength(120)
  })

  it('[LI2] the whole board is sent a few times a minute, and asking again and again ends the connection', async () => {
    const test = await TestRoom.create({ template: 'customer-lifecycle' })
    const anna = test.person().connect()
    await test.settle()
    const asks = async (): Promise<boolean> => {
      const before = anna.updatesReceived
      anna.send(encodeSyncStep1(new Uint8Array([0])))
      await test.settle()
      return anna.updatesReceived > before
    }
    // Over an hour, as somebody whose network comes and goes.
    for (let count = 0; count < 20; count++) {
      expect(await asks()).toBe(true)
      await test.clock.advance(3 * 60_000)
    }
    expect(anna.wire.closedWith).toBeNull()
    for (let count = 0; count < 10; count++) anna.send(encodeSyncStep1(new Uint8Array([0])))
    expect(anna.wire.closedWith).toBe(closeCodes.tooFast.code)
  })

  it('[LI3] bad bytes end that connection and nobody else', async () => {
    const test = await TestRoom.create()
    const ben = test.person('participant', 'Ben').connect()
    await test.settle()
    for (const bytes of [
      [],
      [9],
      [0, 7],
      [0, 2, 255],
      [4, 3, 1],
      [1, 200, 1],
      [255, 255, 255, 255, 255, 255, 255, 255, 255],
    ]) {
      const bad = test.person('participant', 'Bad').connect()
      bad.send(new Uint8Array(bytes))
      expect(bad.wire.closedWith).toBe(closeCodes.badMessage.code)
    }
    addNote(ben.doc, 'alive')
    await test.settle()
    expect(ben.wire.closedWith).toBeNull()
    expect(test.room.board.doc.getMap('cards').has('alive')).toBe(true)
  })
})
