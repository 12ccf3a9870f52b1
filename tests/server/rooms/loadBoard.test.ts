// What a load hands on beside the document: the stored bytes only when they are the whole document as it is.
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { loadBoard } from '../../../server/rooms/loadBoard.ts'
import { seedBoard } from '../../../server/rooms/seedBoard.ts'
import { MemoryStorage } from '../../../server/storage/MemoryStorage.ts'
import { addNote, TestRoom } from '../../support/room/TestRoom.ts'

const seed = seedBoard('Test', 'customer-lifecycle', 'epoch')

function encodedOf(updates: readonly Uint8Array[]): Uint8Array | null {
  const result = loadBoard(updates)
  if (!result.ok) throw new Error(result.reason)
  return result.board.encoded
}

/** Two edits after the seed, the second standing on the first. */
function edits(): readonly [Uint8Array, Uint8Array] {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seed)
  const made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  addNote(doc, 'first')
  addNote(doc, 'second')
  const [first, second] = made
  if (!first || !second) throw new Error('two edits make two updates')
  return [first, second]
}

it('[CO7] one snapshot is the encoded board; a log, a gap or an older schema is not', () => {
  const [first, second] = edits()
  const old = new Y.Doc()
  addNote(old, 'from before versions')
  expect(encodedOf([seed])).toBe(seed)
  expect(encodedOf([seed, first])).toBeNull()
  expect(encodedOf([Y.mergeUpdates([seed, second])])).toBeNull()
  expect(encodedOf([Y.encodeStateAsUpdate(old)])).toBeNull()
})

it('[CO7] a room left in order comes back from its snapshot as it is, with what was deleted gone', async () => {
  const storage = new MemoryStorage()
  const test = await TestRoom.create({ storage, template: 'customer-lifecycle' })
  const anna = test.person().connect()
  await test.settle()
  addNote(anna.doc, 'kept', 'words')
  addNote(anna.doc, 'gone')
  await test.settle()
  anna.doc.getMap('cards').delete('gone')
  await test.settle()
  anna.disconnect()
  await test.clock.advance(2 * test.limits.roomUnloadMs)
  await test.load()
  const stored = await storage.load(test.id)
  if (!stored.ok) throw new Error(stored.reason)
  const state = test.room.board.encoded.state()
  // The very bytes: nothing was encoded.
  expect(state.bytes).toBe(stored.workshop.documents.get('board')?.[0])
  expect(test.room.board.bytes).toBe(state.bytes.length)
  const ben = test.person('participant', 'Ben').connect()
  await test.settle()
  addNote(ben.doc, 'later')
  await test.settle()
  const cleo = test.person('participant', 'Cleo').connect()
  await test.settle()
  expect(cleo.cards()).toEqual(ben.cards())
  expect(Object.keys(cleo.cards())).toEqual(expect.arrayContaining(['kept', 'later']))
  expect(Object.keys(cleo.cards())).not.toContain('gone')
})
