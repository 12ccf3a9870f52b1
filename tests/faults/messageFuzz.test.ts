// Mutated messages against a room: nothing is thrown past the guard, nobody else is disturbed, memory stays flat.
import * as Y from 'yjs'
import { expect, it } from 'vitest'
import { encodePresence, encodeSyncStep1, encodeSyncStep2, encodeUpdate } from '../../server/rooms/encodeMessage.ts'
import { heapAfterCollection } from '../support/heapAfterCollection.ts'
import { Random } from '../support/Random.ts'
import { addNote, noteText, TestRoom } from '../support/room/TestRoom.ts'

const MESSAGES = Number(process.env['FUZZ_MESSAGES'] ?? 100_000)
const PER_CONNECTION = 200
/** Ticks of 20 ms are the test's: whatever comes, the room does its work in them and in no others. */
const PER_TICK = 50
/** Bytes to everybody for each byte that came. Most is refused; what is asked for again and again is a small board that grows a little. */
const MAX_AMPLIFICATION = 12
/** Between a fifth of the messages and all of them. */
const MAX_HEAP_GROWTH = 10 * 1024 * 1024

function mutate(random: Random, bytes: Uint8Array): Uint8Array {
  const result = Uint8Array.from(bytes)
  const changes = 1 + random.below(4)
  for (let change = 0; change < changes && result.length > 0; change++) {
    const at = random.below(result.length)
    const kind = random.below(4)
    if (kind === 0) result[at] = random.below(256)
    else if (kind === 1) result[at] = (result[at] ?? 0) ^ (1 << random.below(8))
    else if (kind === 2) return result.slice(0, at)
    else result.copyWithin(at, random.below(result.length))
  }
  return result
}

it(
  `[FU1] ${MESSAGES} mutated messages: no throw, no pending parts, the room serves on`,
  { timeout: 600_000 },
  async () => {
    const random = new Random(20_261_121)
    const work = { ticks: 0, bytesIn: 0, bytesOut: 0 }
    const test = await TestRoom.create({
      metrics: {
        tick: () => work.ticks++,
        bytesIn: (bytes) => (work.bytesIn += bytes),
        bytesOut: (bytes) => (work.bytesOut += bytes),
        refused: () => undefined,
      },
      limits: {
        maxMessageBurst: 1_000_000,
        maxByteBurst: 1e9,
        maxSyncRequestsPerMinute: 10_000,
        maxClientIdsPerParticipant: 100_000,
      },
    })
    const ben = test.person('participant', 'Ben').connect()
    await test.settle()
    addNote(ben.doc, 'target', 'some words to delete')
    await test.settle()
    const mallory = test.person('participant', 'Mallory')
    const { doc } = mallory
    const messages: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => messages.push(encodeUpdate(update)))
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(ben.doc))
    messages.length = 0
    addNote(doc, 'a', 'text')
    noteText(doc, 'target').insert(3, 'xyz')
    noteText(doc, 'target').delete(0, 4)
    doc.getMap('cards').delete('a')
    messages.push(encodeSyncStep2(Y.encodeStateAsUpdate(doc)), encodeSyncStep1(Y.encodeStateVector(doc)))
    messages.push(
      encodePresence([
        { clientId: doc.clientID, clock: 1, json: new TextEncoder().encode('{"cursor":{"x":1,"y":2}}') },
      ]),
    )
    let heapBefore = 0
    for (let sent = 0; sent < MESSAGES; sent++) {
      if (sent % PER_CONNECTION === 0) mallory.disconnect()
      if (!mallory.connection.isOpen) mallory.connect()
      mallory.send(mutate(random, random.pick(messages) ?? new Uint8Array()))
      if (sent % PER_TICK === 0) await test.clock.advance(20)
      if (sent % 1_000 === 0) ben.receive()
      mallory.wire.take()
      if (sent === Math.floor(MESSAGES / 5)) heapBefore = heapAfterCollection()
    }
    // Work goes by time and by what came, whatever is in it; nothing is kept of what was refused.
    expect(work.ticks).toBeLessThan((MESSAGES / PER_TICK) * 1.5 + 100)
    expect(work.bytesOut / work.bytesIn).toBeLessThan(MAX_AMPLIFICATION)
    expect(heapAfterCollection() - heapBefore).toBeLessThan(MAX_HEAP_GROWTH)
    await test.settle()
    const { store } = test.room.board.doc
    expect([store.pendingStructs, store.pendingDs]).toEqual([null, null])
    expect(ben.wire.closedWith).toBeNull()
    addNote(ben.doc, 'after')
    await test.settle()
    expect(test.room.board.doc.getMap('cards').has('after')).toBe(true)
    const late = test.person('participant', 'Late').connect().receive()
    expect(late.cards()).toEqual(ben.cards())
    expect(Y.encodeStateAsUpdate(test.room.board.doc).length).toBeLessThan(2_000_000)
  },
)
