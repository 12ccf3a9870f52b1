// When snapshots are taken without anybody asking for them. Time moves by hand.
import { beforeEach, describe, expect, it } from 'vitest'
import type { StoredSnapshot } from '../../../server/storage/Storage.ts'
import { addNote } from '../../support/room/TestRoom.ts'
import { hour, TestWorkshop } from '../../support/room/TestWorkshop.ts'
import type { TestPeer } from '../../support/room/TestPeer.ts'

const MINUTE_MS = 60_000

let room: TestWorkshop
let maya: TestPeer
beforeEach(async () => {
  room = await TestWorkshop.create({ limits: { roomUnloadMs: 30_000 } })
  maya = room.person('Maya', 'facilitator')
  await room.settle()
})

async function cardsIn(snapshot: StoredSnapshot | undefined): Promise<string[]> {
  const doc = await room.test.snapshots.read(snapshot?.sid ?? -1)
  return Object.keys(doc?.getMap('cards').toJSON() ?? {})
}

const labels = async () => (await room.test.snapshots.list()).map(({ label }) => label)

describe('[SN6] a snapshot is taken', () => {
  it('every 10 minutes in which somebody changed something', async () => {
    addNote(maya.doc, 'first')
    await room.test.clock.advance(9 * MINUTE_MS)
    expect(await labels()).toEqual([])
    await room.test.clock.advance(2 * MINUTE_MS)
    expect(await labels()).toEqual(['While people worked'])
    const [taken] = await room.test.snapshots.list()
    expect(await cardsIn(taken)).toContain('first')

    // Nobody does anything: no second one, however long.
    await room.test.clock.advance(60 * MINUTE_MS)
    expect(await labels()).toHaveLength(1)
    addNote(maya.doc, 'second')
    await room.test.clock.advance(11 * MINUTE_MS)
    expect(await labels()).toHaveLength(2)
  })

  it('when everybody has left', async () => {
    addNote(maya.doc, 'last')
    await room.settle()
    maya.disconnect()
    await room.test.clock.advance(MINUTE_MS)
    await room.test.load()
    expect(await labels()).toEqual(['Everybody had left'])
    const [taken] = await room.test.snapshots.list()
    expect(await cardsIn(taken)).toContain('last')
  })

  it('before a reveal, with the next phase and without', async () => {
    await room.do(maya, { type: 'agenda.set', phases: hour() })
    const pains = hour().find((phase) => phase.private)?.id ?? ''
    const anna = room.person('Anna')
    for (const [reveal, label] of [
      [{ type: 'drafts.reveal' }, 'Before the reveal'],
      [{ type: 'phase.next' }, 'Before Group'],
    ] as const) {
      await room.do(maya, { type: 'phase.goto', phaseId: pains })
      const drafts = room.drafts(anna)
      await room.settle()
      addNote(drafts.doc, reveal.type.replace('.', ''), 'Hidden')
      await room.settle()
      const before = Object.keys(maya.cards())
      await room.do(maya, reveal)
      expect(Object.keys(maya.receive().cards())).toHaveLength(before.length + 1)
      const [taken] = await room.test.snapshots.list()
      expect(taken).toMatchObject({ kind: 'before', label })
      expect((await cardsIn(taken)).toSorted()).toEqual(before.toSorted())
      drafts.disconnect()
    }
  })
})
