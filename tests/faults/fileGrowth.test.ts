// A working day of twenty people in one room, on a real file and a clock moved by hand: the file stays in proportion to
// what is on the board, however much was written and taken away again.
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { Random } from '../support/Random.ts'
import { DirectStorage } from '../support/DirectStorage.ts'
import { addNote, noteText, TestRoom } from '../support/room/TestRoom.ts'
import type { TestPeer } from '../support/room/TestPeer.ts'
import { runExport } from '../support/runExport.ts'
import { exportOrder } from '../../server/workshop/exportOrder.ts'

const EDITS = 10_000
const PEOPLE = 20
const GROUP = 4
const TURN = EDITS / PEOPLE
const DAY_MS = 8 * 3_600_000
const words = ['waits', 'for', 'the', 'letter', 'customer', 'again', 'office', 'nobody', 'answers', 'form']
// In memory where there is such a folder: 10,000 commits need no disk to show how large the file gets.
const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'journeyboard-growth-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** One edit as people make them: mostly writing in notes, sometimes a new one, a move, a deletion. */
function edit(doc: Y.Doc, random: Random, id: string): void {
  // The persona the template made stays as it is.
  const cards = [...doc.getMap('cards').keys()].filter((name) => name.startsWith('card'))
  const card = cards[random.below(Math.max(1, cards.length))]
  const dice = random.below(100)
  if (card === undefined || (dice < 8 && cards.length < 300)) return addNote(doc, id, 'New pain', { x: 0, y: 0 })
  if (dice < 12) return doc.getMap('cards').delete(card)
  if (dice < 30) {
    const place = { x: random.below(5_000), y: random.below(2_000) }
    doc.getMap<Y.Map<unknown>>('cards').get(card)?.set('place', place)
    return
  }
  const text = noteText(doc, card)
  if (text.length > 200) text.delete(0, 60)
  else text.insert(text.length, ` ${words[random.below(words.length)]}`)
}

it(
  '[FG1] 10,000 edits of 20 people over 8 hours: the file stays below 20 times its JSON',
  { timeout: 120_000 },
  async () => {
    const storage = new DirectStorage(folder)
    const test = await TestRoom.create({ storage })
    const random = new Random(8)
    const people = Array.from({ length: PEOPLE }, (_, at) => test.person('participant', `P${at}`))
    let working: TestPeer[] = []
    for (let made = 0; made < EDITS; made++) {
      // Groups of four take turns: everybody comes back four times.
      if (made % TURN === 0) {
        for (const peer of working) peer.disconnect()
        const first = (made / TURN) * GROUP
        working = people
          .filter((_, at) => (((at - first) % PEOPLE) + PEOPLE) % PEOPLE < GROUP)
          .map((peer) => peer.connect())
        await test.settle()
      }
      const peer = working[random.below(GROUP)]
      if (peer) edit(peer.receive().doc, random, `card${made}`)
      await test.clock.advance(DAY_MS / EDITS)
    }
    await test.settle()
    const path = join(folder, `${test.id}.sqlite`)
    const job = { kind: 'file', format: 'json', options: {} } as const
    const json = await runExport({ ...exportOrder({ room: test.room }, storage, 0), job })
    const jsonBytes = json.content.length
    expect(jsonBytes).toBeGreaterThan(20_000)
    expect(test.refusals).toEqual([])
    expect(statSync(path).size / jsonBytes).toBeLessThan(20)
    await storage.release(test.id)
    expect(existsSync(`${path}-wal`)).toBe(false)
    expect(statSync(path).size / jsonBytes).toBeLessThan(20)
    // And it is still the same board.
    const before = test.room.board.doc.toJSON()
    await test.load()
    expect(test.room.board.doc.toJSON()).toEqual(before)
  },
)
