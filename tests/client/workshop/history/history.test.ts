// The history beside a real server: list, keep, look, go back and forth; and what is said when something fails.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { decodeSnapshot } from '../../../../client/workshop/history/loadSnapshotBoard.ts'
import { History } from '../../../../client/workshop/history/History.ts'
import { addNote } from '../../../support/room/TestRoom.ts'
import { TestServer, untilDoc } from '../../../support/TestServer.ts'

let server: TestServer
/** Paths asked for, in order. */
let asked: string[] = []
let failing: ((path: string) => Response | 'offline' | null) | null = null

beforeAll(async () => {
  server = await TestServer.start()
})
afterAll(() => server.stop())

beforeEach(() => {
  asked = []
  failing = null
  const realFetch = fetch
  // A page asks its own origin; Node wants to be told which.
  vi.stubGlobal('fetch', (input: string, init?: RequestInit) => {
    if (!input.startsWith('/')) return realFetch(input, init)
    asked.push(input)
    const answer = failing?.(input) ?? null
    if (answer === 'offline') return Promise.reject(new TypeError('Failed to fetch'))
    return answer ? Promise.resolve(answer) : realFetch(server.url + input, init)
  })
})
afterEach(() => vi.unstubAllGlobals())

async function openHistory() {
  const workshop = await server.workshop('Test', 'saas-onboarding')
  const { token } = await server.join(workshop, 'facilitator', 'Maya')
  const { doc } = await server.stockClient(workshop, token)
  return { history: new History({ workshopId: workshop.id, token }, (ms) => ms), doc, workshop, token }
}

function snapshotsOf({ list }: History) {
  const shown = list.get()
  if (shown.at !== 'ready') throw new Error(`the list is ${shown.at}`)
  return shown.snapshots
}

describe('history', () => {
  it('keeps a board under a name, shows it, goes back to it and forth again', async () => {
    const { history, doc, workshop, token } = await openHistory()
    await history.load()
    expect(snapshotsOf(history)).toEqual([])
    const kept = await history.take('Before voting')
    if (!kept.ok) throw new Error(kept.failure.sentence)
    expect(snapshotsOf(history).map(({ label }) => label)).toEqual(['Before voting'])

    addNote(doc, 'late')
    const other = await server.stockClient(workshop, token)
    await untilDoc(other.doc, () => other.doc.getMap('cards').has('late'))
    const then = await history.board(kept.value.sid)
    expect(then).toMatchObject({ ok: true })
    if (then.ok) {
      expect(then.value.stages.size).toBe(4)
      expect(then.value.cards.size).toBe(kept.value.cards)
    }

    const restored = await history.restore(kept.value.sid)
    if (!restored.ok) throw new Error(restored.failure.sentence)
    await untilDoc(doc, () => !doc.getMap('cards').has('late'))
    expect(snapshotsOf(history)[0]).toEqual(restored.value)
    expect((await history.restore(restored.value.sid)).ok).toBe(true)
    await untilDoc(doc, () => doc.getMap('cards').has('late'))
  })

  it('fetches a snapshot once, one at a time, and again only after a failure', async () => {
    const { history } = await openHistory()
    await history.take('One')
    const [{ sid } = { sid: 0 }] = snapshotsOf(history)
    failing = () => 'offline'
    expect(await history.board(sid)).toMatchObject({ ok: false, failure: { kind: 'unreachable' } })
    expect(await history.picture(sid)).toBeNull()
    failing = null
    asked = []
    const [board, again, blocks] = await Promise.all([history.board(sid), history.board(sid), history.picture(sid)])
    expect(board.ok).toBe(true)
    expect(again).toBe(board)
    expect(blocks?.length).toBeGreaterThan(4)
    expect(await history.picture(sid)).toBe(blocks)
    expect(asked).toHaveLength(1)
  })

  it('says what failed, and a list that is shown stays', async () => {
    const { history } = await openHistory()
    failing = () => 'offline'
    await history.load()
    expect(history.list.get()).toMatchObject({
      at: 'failed',
      sentence: expect.stringContaining('cannot be reached') as unknown,
    })
    failing = null
    await history.load()
    await history.take('One')
    failing = () => 'offline'
    await history.load()
    expect(snapshotsOf(history)).toHaveLength(1)
    expect(await history.take('Two')).toMatchObject({ ok: false })
    failing = null
    expect(await history.board(999_999)).toMatchObject({
      ok: false,
      failure: { sentence: 'This snapshot is no longer kept. Look at the list again.' },
    })
    expect(await history.restore(999_999)).toMatchObject({ ok: false })
  })

  it('bytes that are no board are told, not thrown', () => {
    const newer = new Y.Doc()
    newer.getMap('meta').set('schemaVersion', 999)
    for (const bytes of [Uint8Array.of(1, 2, 3, 255, 255), Y.encodeStateAsUpdate(newer)])
      expect(decodeSnapshot(bytes)).toMatchObject({
        ok: false,
        failure: { sentence: expect.stringContaining('cannot be read') as unknown },
      })
  })
})
