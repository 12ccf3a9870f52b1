// Private writing: hidden notes, people who are late or away, time moved by hand.
import * as Y from 'yjs'
import { beforeEach, describe, expect, it } from 'vitest'
import { GRACE_MS } from '../../../server/workshop/Facilitation.ts'
import type { RevealMode } from '../../../shared/workshop/agenda.ts'
import { addNote, noteText } from '../../support/room/TestRoom.ts'
import type { TestPeer } from '../../support/room/TestPeer.ts'
import { type TestWorkshop } from '../../support/room/TestWorkshop.ts'
import { type PrivateRoom, privateRoom } from '../../support/room/PrivateRoom.ts'

let room: TestWorkshop
let maya: TestPeer
let anna: TestPeer
let ben: TestPeer
let cell: PrivateRoom['cell']
let writePrivately: PrivateRoom['writePrivately']
let onBoard: PrivateRoom['onBoard']

beforeEach(async () => {
  ;({ room, maya, anna, ben, cell, writePrivately, onBoard } = await privateRoom())
})

const heardBy = (peer: TestPeer) => JSON.stringify(peer.heard) + JSON.stringify(peer.doc.toJSON())

describe('hidden notes', () => {
  it('[DR1] are saved, counted, shown as grey blocks, and sent to nobody else', async () => {
    await writePrivately()
    const annas = room.drafts(anna)
    const bens = room.drafts(ben)
    await room.settle()
    addNote(annas.doc, 'd1', 'A secret of Anna', cell)
    addNote(annas.doc, 'd2', '')
    await room.settle()
    expect(annas.last('saved')?.count).toBeGreaterThan(1)
    expect(ben.last('activity')?.activity.drafts).toEqual({
      notes: 1,
      writers: 1,
      cells: [{ stageId: cell.stageId, laneId: cell.laneId, notes: 1 }],
    })
    for (const peer of [ben, bens, maya]) expect(heardBy(peer)).not.toContain('A secret of Anna')
    // Quoted: drawn ids may hold these letters by chance.
    expect(JSON.stringify(ben.heard)).not.toContain('"d1"')
    expect(bens.doc.getMap('cards').size).toBe(0)
    expect(onBoard('A secret of Anna')).toEqual([])
  })

  it('[DR1] a phase that shows no grey blocks tells how many write, and not where', async () => {
    await writePrivately({ placeholders: false })
    addNote(room.drafts(anna).doc, 'd1', 'Somewhere', cell)
    await room.settle()
    expect(ben.last('activity')?.activity.drafts).toEqual({ notes: 1, writers: 1, cells: null })
  })

  it('[DR7] presence comes back to whoever sent it, so that a quiet connection is not taken for dead, and to nobody else', async () => {
    await writePrivately()
    const [laptop, phone] = [room.drafts(anna), room.drafts(anna)]
    laptop.setPresence({ here: true })
    await room.settle()
    expect(laptop.presence.get(laptop.doc.clientID)).toBe('{"here":true}')
    expect(phone.presence.size).toBe(0)
    expect(ben.presence.has(laptop.doc.clientID)).toBe(false)
  })

  it('[DR1, DR2] who joins in the middle sees that people write and nothing of it, and writes with them', async () => {
    await writePrivately({ reveal: 'names' })
    addNote(room.drafts(anna).doc, 'd1', 'Written before', cell)
    await room.settle()
    const carl = room.person('Carl', 'participant', 'Sales')
    const carls = room.drafts(carl)
    await room.settle()
    expect(carl.last('welcome')?.workshop.agenda.phases[room.state.agenda.currentIndex ?? -1]).toMatchObject({
      private: true,
    })
    expect(carl.last('activity')?.activity.drafts).toMatchObject({ notes: 1, writers: 1 })
    expect(heardBy(carl) + heardBy(carls)).not.toContain('Written before')
    addNote(carls.doc, 'c1', 'Written late', cell)
    await room.settle()
    expect(carls.last('refused')).toBeUndefined()
    expect(heardBy(anna)).not.toContain('Written late')
    const { revealed } = await room.do(maya, { type: 'phase.next' })
    expect(revealed).toBe(2)
    // Not late: they were there at the reveal.
    const cardId = onBoard('Written late')[0]?.[0] ?? ''
    expect(anna.last('origins')?.origins[cardId]).toEqual({ by: carl.participant.id, late: false })
  })

  it('[DR1] survive a crash of the server, and come back to their author', async () => {
    await writePrivately({ placeholders: false })
    addNote(room.drafts(anna).doc, 'd1', 'Still here', cell)
    await room.settle()
    await room.test.crash()
    expect(room.test.room.workshop.reveals.draftCounts()).toEqual({ notes: 1, writers: 1, cells: null })
    room.test.peers.length = 0
    const again = room.drafts(anna)
    await room.settle()
    expect(noteText(again.doc, 'd1').toString()).toBe('Still here')
  })

  it('[DR2] are cards of the kinds the phase takes, and nothing else; the board takes none meanwhile', async () => {
    await writePrivately()
    await room.test.clock.advance(GRACE_MS)
    const tries = async (peer: TestPeer, change: (doc: Y.Doc) => void) => {
      peer.doc.transact(() => change(peer.doc))
      await room.settle()
      return peer.last('refused')?.reason ?? null
    }
    expect(await tries(room.drafts(anna), (doc) => doc.getMap('stages').set('s', new Y.Map()))).toBe('notYours')
    expect(await tries(room.drafts(anna), (doc) => addNote(doc, 'ok', 'a pain'))).toBeNull()
    const asKpi = (doc: Y.Doc) => {
      const card = new Y.Map<unknown>()
      doc.getMap('cards').set('kpi', card)
      card.set('kind', 'kpi')
      card.set('place', { x: 0, y: 0 })
    }
    expect(await tries(room.drafts(ben), asKpi)).toBe('phase')
    expect(await tries(anna, (doc) => addNote(doc, 'public', 'on the board'))).toBe('phase')
    expect(anna.last('refused')?.sentence).toBe('This phase is for private writing. Cards can be added again in Act.')
  })

  it('[DR2] are taken only while writing is on, and a moment after', async () => {
    const drafts = room.drafts(anna)
    addNote(drafts.doc, 'early', 'too early')
    await room.settle()
    expect(drafts.last('refused')?.reason).toBe('phase')
    await writePrivately()
    const bens = room.drafts(ben)
    await room.settle()
    await room.do(maya, { type: 'phase.next' })
    addNote(bens.doc, 'underWay', 'under way')
    await room.settle()
    expect(bens.last('refused')).toBeUndefined()
    await room.test.clock.advance(GRACE_MS)
    addNote(bens.doc, 'after', 'after')
    await room.settle()
    expect(bens.last('refused')?.reason).toBe('phase')
  })
})

describe('people who were away at the reveal', () => {
  it.each<[RevealMode, number]>([
    ['names', 1_000],
    ['anonymous', 120_000],
  ])('[DR6] %s: their notes come when they are back', async (reveal, waitMs) => {
    await writePrivately({ reveal })
    const drafts = room.drafts(anna)
    await room.settle()
    drafts.disconnect()
    addNote(drafts.doc, 'd1', 'Written in the train', cell)
    await room.do(maya, { type: 'phase.next' })
    await room.test.clock.advance(GRACE_MS)
    expect(onBoard('Written in the train')).toEqual([])
    drafts.connect()
    await room.settle()
    expect(drafts.last('refused')).toBeUndefined()
    await room.test.clock.advance(waitMs)
    await room.settle()
    const cardId = onBoard('Written in the train')[0]?.[0] ?? ''
    expect(cardId).not.toBe('')
    // Marked as late, unless that would tell whose it is.
    expect(ben.last('origins')?.origins[cardId]).toEqual(
      reveal === 'names' ? { by: anna.participant.id, late: true } : undefined,
    )
  })

  it('[DR6] anonymous ones wait for company, and come as soon as there is enough', async () => {
    await writePrivately({ reveal: 'anonymous' })
    const carl = room.person('Carl')
    const late = [anna, ben, carl].map((person) => room.drafts(person))
    await room.settle()
    for (const drafts of late) drafts.disconnect()
    await room.do(maya, { type: 'phase.next' })
    late.forEach((drafts, at) => addNote(drafts.doc, `d${at}`, `Late ${at}`, cell))
    late[0]?.connect()
    late[1]?.connect()
    await room.settle()
    await room.test.clock.advance(20_000)
    expect(onBoard('Late 0')).toEqual([])
    late[2]?.connect()
    await room.settle()
    await room.test.clock.advance(1_000)
    expect([0, 1, 2].flatMap((at) => onBoard(`Late ${at}`))).toHaveLength(3)
  })
})
