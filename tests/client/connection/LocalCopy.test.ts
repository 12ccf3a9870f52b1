// What of a document is in this browser's storage, and when.
import 'fake-indexeddb/auto'
import * as idb from 'lib0/indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { LocalCopy } from '../../../client/connection/LocalCopy.ts'

let workshops = 0
let workshopId = ''

beforeEach(() => {
  workshopId = `workshop${++workshops}`
  // The store itself works with other timers.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

async function open(doc: Y.Doc): Promise<LocalCopy> {
  const copy = await LocalCopy.open(workshopId, 'anna', doc)
  if (!copy) throw new Error('no storage')
  return copy
}

/** What a page would find that is opened now, whatever the first one still has in its memory. */
async function stored(): Promise<{ rows: number; words: string[] }> {
  const db = await idb.openDB(`journeyboard.${workshopId}.anna`, () => undefined)
  const [updates] = idb.transact(db, ['updates'], 'readonly')
  if (!updates) throw new Error('no store')
  const found = (await idb.getAll(updates)) as unknown as Uint8Array[]
  db.close()
  const doc = new Y.Doc()
  for (const update of found) Y.applyUpdate(doc, update)
  return { rows: found.length, words: doc.getArray<string>('words').toArray() }
}

/** Somebody else writes word by word; each comes in an update of its own. */
function somebodyWrites(doc: Y.Doc, words: readonly string[]): void {
  const theirs = new Y.Doc()
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc))
  theirs.on('update', (update: Uint8Array) => Y.applyUpdate(doc, update, 'socket'))
  for (const word of words) theirs.getArray('words').push([word])
}

describe('the copy of a document in this browser', () => {
  it('has what the person here wrote at once, with what it stands on', async () => {
    const doc = new Y.Doc()
    const copy = await open(doc)
    const { rows } = await stored()
    somebodyWrites(doc, ['theirs'])
    doc.getArray('words').push(['mine'])
    expect(await stored()).toEqual({ rows: rows + 1, words: ['theirs', 'mine'] })
    doc.getArray('words').push(['again'])
    expect(await stored()).toEqual({ rows: rows + 2, words: ['theirs', 'mine', 'again'] })
    await copy.destroy()
  })

  it('takes in what others write a few times a second, many changes at once', async () => {
    const doc = new Y.Doc()
    const copy = await open(doc)
    const { rows } = await stored()
    const words = Array.from({ length: 50 }, (_, at) => `word ${at}`)
    somebodyWrites(doc, words)
    expect(await stored()).toEqual({ rows, words: [] })
    vi.advanceTimersByTime(250)
    expect(await stored()).toEqual({ rows: rows + 1, words })
    await copy.destroy()
  })

  it('has everything when the page goes, and when it is closed', async () => {
    const doc = new Y.Doc()
    const copy = await open(doc)
    somebodyWrites(doc, ['one'])
    copy.flush()
    expect((await stored()).words).toEqual(['one'])
    somebodyWrites(doc, ['two'])
    await copy.destroy()
    expect((await stored()).words).toEqual(['one', 'two'])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('holds nothing of the old document after it was replaced', async () => {
    const old = new Y.Doc()
    const copy = await open(old)
    somebodyWrites(old, ['refused'])
    const fresh = new Y.Doc()
    fresh.getArray('words').push(['taken'])
    await copy.replace(fresh)
    old.getArray('words').push(['late'])
    vi.advanceTimersByTime(250)
    somebodyWrites(fresh, ['new'])
    copy.flush()
    expect((await stored()).words).toEqual(['taken', 'new'])
    await copy.destroy()
  })
})
