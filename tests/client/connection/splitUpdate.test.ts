// A bulk edit in several messages is the same edit.
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { splitUpdate } from '../../../client/connection/splitUpdate.ts'
import { createCards, deleteCards } from '../../../shared/journey/edit/editCards.ts'
import { MAX_TEXT_LENGTH } from '../../../shared/journey/fields.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import { LIVE_MAX_BYTES, LIVE_MAX_DELETE_RANGES, LIVE_MAX_STRUCTS } from '../../../shared/protocol/limits.ts'

/** The update of one transaction. */
function updateOf(doc: Y.Doc, change: () => void): Uint8Array {
  let found = new Uint8Array([0, 0])
  const listen = (update: Uint8Array<ArrayBuffer>) => {
    found = update
  }
  doc.on('update', listen as (update: Uint8Array) => void)
  doc.transact(change)
  doc.off('update', listen as (update: Uint8Array) => void)
  return found
}

function manyCards(doc: Y.Doc, count: number, text: string): Uint8Array {
  const cards = Array.from({ length: count }, (_, at) => ({
    id: `card${at}` as CardId,
    kind: 'note' as const,
    place: { x: at, y: at },
    fields: { text: `${text} ${at}`, type: 'pain' },
  }))
  return updateOf(doc, () => createCards({ doc, origin: null }, cards))
}

function expectSame(parts: readonly Uint8Array[], doc: Y.Doc, base?: Uint8Array): void {
  const other = new Y.Doc()
  if (base) Y.applyUpdate(other, base)
  for (const part of parts) {
    Y.applyUpdate(other, part)
    // The server refuses gaps: every part stands on those before it.
    expect(other.store.pendingStructs).toBeNull()
    expect(other.store.pendingDs).toBeNull()
  }
  expect(other.getMap('cards').toJSON()).toEqual(doc.getMap('cards').toJSON())
  expect(Y.encodeStateVector(other)).toEqual(Y.encodeStateVector(doc))
  expect(Y.equalSnapshots(Y.snapshot(other), Y.snapshot(doc))).toBe(true)
}

describe('splitUpdate', () => {
  it('leaves what is small as it is', () => {
    const doc = new Y.Doc()
    const update = manyCards(doc, 3, 'Small')
    expect(splitUpdate(update)).toEqual([update])
  })

  it('cuts 3,000 new cards into parts below the live limits, each at the beginning of a card', () => {
    const doc = new Y.Doc()
    const parts = splitUpdate(manyCards(doc, 3000, 'Pasted'))
    expect(parts.length).toBeGreaterThan(3)
    for (const part of parts) {
      const { structs } = Y.decodeUpdate(part)
      expect(structs.length).toBeLessThanOrEqual(LIVE_MAX_STRUCTS)
      expect(part.length).toBeLessThanOrEqual(LIVE_MAX_BYTES)
      expect((structs[0] as Y.Item).parent as unknown).toBe('cards')
    }
    expectSame(parts, doc)
  })

  it('cuts few but long texts by bytes', () => {
    const doc = new Y.Doc()
    const parts = splitUpdate(manyCards(doc, 450, 'ö'.repeat(MAX_TEXT_LENGTH - 10)))
    expect(parts.length).toBeGreaterThan(1)
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(LIVE_MAX_BYTES)
    expectSame(parts, doc)
  })

  it('sends deletions, many of them, after what they delete', () => {
    const doc = new Y.Doc()
    const target = { doc, origin: null }
    // Every second record gone: as many delete ranges as records.
    const records = doc.getMap('cards')
    for (let at = 0; at < 50_000; at++) records.set(`record${at}`, at)
    const before = Y.encodeStateAsUpdate(doc)
    const update = updateOf(doc, () => {
      for (let at = 0; at < 50_000; at += 2) records.delete(`record${at}`)
      createCards(target, [{ id: 'fresh' as CardId, kind: 'note', place: { x: 0, y: 0 }, fields: {} }])
      deleteCards(target, ['fresh' as CardId])
    })
    const parts = splitUpdate(update)
    for (const part of parts) {
      const ranges = [...Y.decodeUpdate(part).ds.clients.values()].flat().length
      expect(ranges).toBeLessThanOrEqual(LIVE_MAX_DELETE_RANGES)
    }
    expectSame(parts, doc, before)
  })

  it('does not cut what several people wrote', () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()]
    manyCards(one, 1000, 'One')
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one))
    two.getMap('cards').set('more', 1)
    const update = Y.encodeStateAsUpdate(two)
    expect(splitUpdate(update)).toEqual([update])
  })
})
