import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { addNote, noteText, TestRoom } from '../../support/room/TestRoom.ts'

const limits = { maxRoomBytes: 20_000 }

function put(doc: Y.Doc, id: string, text: string): void {
  doc.transact(() => {
    const drawings = doc.getMap<Y.Map<unknown>>('drawings')
    const record = drawings.get(id) ?? new Y.Map<unknown>()
    if (!drawings.has(id)) drawings.set(id, record)
    record.set('text', text)
  })
}

it('[GA9] a board at its limit refuses what makes it larger, also inside of notes, and takes deletions', async () => {
  const test = await TestRoom.create({ limits })
  const anna = test.person().connect()
  await test.settle()
  addNote(anna.doc, 'note', 'x')
  for (let at = 0; at < 12; at++) put(anna.doc, `shape:d${at}`, 'x'.repeat(1_800))
  await test.settle()
  noteText(anna.doc, 'note').insert(0, 'one word more')
  await test.settle()
  expect(test.refusals).toEqual(['tooLarge'])
  expect(anna.last('refused')?.sentence).toMatch(/^The board is full/)

  const ben = test.person('participant', 'Ben').connect()
  await test.settle()
  for (let at = 0; at < 8; at++) ben.doc.getMap('drawings').delete(`shape:d${at}`)
  await test.clock.advance(5_000)
  await test.settle()
  noteText(ben.doc, 'note').insert(0, 'room again ')
  await test.settle()
  expect(test.refusals).toEqual(['tooLarge'])
  expect(noteText(test.room.board.doc, 'note').toString()).toBe('room again x')
})

it('[GA9] so many cards and drawings, and no more; words of those that are there still change', async () => {
  const { records } = (await TestRoom.create()).room.board.sizes(1)
  const test = await TestRoom.create({ limits: { maxRecordsPerRoom: records + 1 } })
  const anna = test.person().connect()
  await test.settle()
  addNote(anna.doc, 'last', 'x')
  await test.settle()
  noteText(anna.doc, 'last').insert(0, 'longer ')
  await test.settle()
  expect(test.refusals).toEqual([])
  addNote(anna.doc, 'tooMany')
  await test.settle()
  expect(test.refusals).toEqual(['tooLarge'])
  expect(test.room.board.sizes(1).records).toBe(records + 1)
})

it('[GA9] writing the same thing over and over fills nothing', async () => {
  const test = await TestRoom.create({ limits })
  const anna = test.person().connect()
  for (let at = 0; at < 200; at++) {
    put(anna.doc, 'shape:same', 'x'.repeat(1_800))
    await test.settle()
    await test.clock.advance(1_000)
  }
  expect(test.refusals).toEqual([])
})

it('[GA9] a full board is not measured for every message', async () => {
  const test = await TestRoom.create({ limits })
  const anna = test.person().connect()
  await test.settle()
  for (let at = 0; at < 12; at++) put(anna.doc, `shape:d${at}`, 'x'.repeat(1_800))
  await test.settle()
  const { board } = test.room
  const measured: number[] = []
  let bytes = board.bytes
  Object.defineProperty(board, 'bytes', {
    get: () => bytes,
    set: (value: number) => {
      measured.push(value)
      bytes = value
    },
  })
  for (let at = 0; at < 100; at++) {
    const stranger = test.person('participant', `S${at}`).connect()
    put(stranger.doc, `shape:s${at}`, 'x')
  }
  await test.settle()
  expect(test.refusals.length).toBeGreaterThanOrEqual(100)
  expect(measured.length).toBeLessThanOrEqual(2)
})
