// Private writing: hidden notes, the reveal, people who are late or away, time moved by hand.
import * as Y from 'yjs'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ClusterId } from '../../../shared/journey/clusters.ts'
import { mergeCards } from '../../../shared/journey/edit/editClusters.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import { GRACE_MS } from '../../../server/workshop/Facilitation.ts'
import type { RevealMode } from '../../../shared/workshop/agenda.ts'
import { addNote, noteText } from '../../support/room/TestRoom.ts'
import type { TestPeer } from '../../support/room/TestPeer.ts'
import { hour, type TestWorkshop } from '../../support/room/TestWorkshop.ts'
import { painsId, type PrivateRoom, privateRoom } from '../../support/room/PrivateRoom.ts'

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

describe('the reveal', () => {
  it.each<[RevealMode, string, boolean]>([
    ['names', 'Sales', true],
    ['departments', 'Sales', false],
    ['anonymous', '', false],
  ])('[DR3] %s: puts all on the map in one step, saying what was promised', async (reveal, department, isNamed) => {
    await writePrivately({ reveal })
    addNote(room.drafts(anna).doc, 'd1', 'Anna writes', cell)
    addNote(room.drafts(ben).doc, 'd2', 'Ben writes', cell)
    await room.settle()
    const before = maya.updatesReceived
    const answer = await room.do(maya, { type: 'phase.next' })
    expect(answer.revealed).toBe(2)
    expect(maya.updatesReceived).toBe(before + 1)
    const [cardId, card] = onBoard('Anna writes')[0] ?? ['', {}]
    expect(card['place']).toMatchObject({ stageId: cell.stageId, laneId: cell.laneId })
    expect(card['department'] ?? '').toBe(department)
    const origins = ben.last('origins')?.origins ?? {}
    expect(origins[cardId]?.by ?? null).toBe(isNamed ? anna.participant.id : null)
    expect(anna.last('own')?.own.revealed).toEqual({ d1: cardId })
    expect(ben.last('activity')?.activity.drafts).toBeNull()
    if (reveal !== 'anonymous') return
    // Nothing that others got leads to the writer: no name, no client id, no id of the draft.
    expect(Object.keys(origins)).toEqual([])
    const { _map: items } = room.test.room.board.doc.getMap('cards')
    const item = items.get(cardId)
    expect(item?.id.client).toBe(room.test.room.board.doc.clientID)
    expect(JSON.stringify([ben.heard, maya.heard])).not.toContain('"d1"')
  })

  it('[DR3] notes lie in another order than they were written in', async () => {
    await writePrivately({ reveal: 'anonymous' })
    const drafts = room.drafts(anna)
    const written = Array.from({ length: 12 }, (_, at) => `Note ${at}`)
    for (const text of written) addNote(drafts.doc, text.replace(' ', ''), text, cell)
    await room.settle()
    await room.do(maya, { type: 'drafts.reveal' })
    const orderOf = (text: string) => (onBoard(text)[0]?.[1]['place'] as { order: string } | undefined)?.order ?? ''
    const lying = written.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
    expect(new Set(written.map(orderOf)).size).toBe(12)
    // By chance the same once in 479 million runs.
    expect(lying).not.toEqual(written)
  })

  it('[DR3] what was promised when the phase began holds, whatever the agenda says later', async () => {
    await writePrivately({ reveal: 'anonymous' })
    addNote(room.drafts(anna).doc, 'd1', 'Trusting', cell)
    await room.settle()
    await room.do(maya, { type: 'agenda.set', phases: hour().map((phase) => ({ ...phase, reveal: 'names' as const })) })
    await room.do(maya, { type: 'drafts.reveal' })
    expect(Object.keys(ben.last('origins')?.origins ?? {})).toEqual([])
    expect(onBoard('Trusting')[0]?.[1]['department'] ?? '').toBe('')
  })

  it('the author may change the revealed note, as an own card', async () => {
    await writePrivately()
    addNote(room.drafts(anna).doc, 'd1', 'Mine', cell)
    await room.settle()
    await room.do(maya, { type: 'drafts.reveal' })
    await room.test.clock.advance(GRACE_MS)
    const cardId = onBoard('Mine')[0]?.[0] ?? ''
    anna.receive()
    ben.receive()
    noteText(anna.doc, cardId).insert(0, 'Still ')
    await room.settle()
    expect(onBoard('Still Mine')).toHaveLength(1)
    noteText(ben.doc, cardId).insert(0, 'Not ')
    await room.settle()
    expect(ben.last('refused')?.reason).toBe('phase')
  })

  it('[DR4] a sentence that is being written reaches the note for a moment after', async () => {
    await writePrivately({ reveal: 'anonymous' })
    const drafts = room.drafts(anna)
    addNote(drafts.doc, 'd1', 'Half a sen', cell)
    await room.settle()
    await room.do(maya, { type: 'drafts.reveal' })
    noteText(drafts.doc, 'd1').insert(10, 'tence')
    await room.settle()
    expect(onBoard('Half a sentence')).toHaveLength(1)
    await room.test.clock.advance(GRACE_MS)
    noteText(drafts.doc, 'd1').insert(0, 'Later: ')
    await room.settle()
    expect(onBoard('Half a sentence')).toHaveLength(1)
  })

  it('going back keeps notes hidden; so does moving on without a reveal', async () => {
    await writePrivately()
    addNote(room.drafts(anna).doc, 'd1', 'Hidden', cell)
    await room.settle()
    await room.do(maya, { type: 'phase.back' })
    expect(onBoard('Hidden')).toEqual([])
    await room.do(maya, { type: 'phase.next' })
    await room.do(maya, { type: 'phase.next', reveal: false })
    expect(onBoard('Hidden')).toEqual([])
    await room.do(maya, { type: 'drafts.reveal' })
    expect(onBoard('Hidden')).toHaveLength(1)
    expect(await room.does(maya, { type: 'drafts.reveal' })).toMatchObject({ status: 409, code: 'noDrafts' })
  })

  it('[DR5] can be taken back: the notes are hidden again, those that somebody changed stay', async () => {
    await writePrivately()
    const drafts = room.drafts(anna)
    addNote(drafts.doc, 'd1', 'One', cell)
    addNote(drafts.doc, 'd2', 'Two', cell)
    await room.settle()
    await room.do(maya, { type: 'phase.next' })
    await room.settle()
    const cardId = onBoard('Two')[0]?.[0] ?? ''
    noteText(ben.doc, cardId).insert(3, ' and more')
    await room.settle()
    await room.do(maya, { type: 'change.undo' })
    expect(onBoard('One')).toEqual([])
    expect(onBoard('Two and more')).toHaveLength(1)
    expect(room.test.room.workshop.reveals.draftCounts()?.notes).toBe(1)
    expect(room.state.agenda.revealedPhaseIds).toEqual([])
    await room.do(maya, { type: 'drafts.reveal' })
    expect(onBoard('One')).toHaveLength(1)
  })

  it('[DR5] what somebody rated, moved, grouped or merged stays too', async () => {
    await writePrivately()
    const drafts = room.drafts(anna)
    for (const id of ['rated', 'moved', 'one', 'two', 'alone']) addNote(drafts.doc, id, id, cell)
    await room.settle()
    await room.do(maya, { type: 'phase.next' })
    await room.settle()
    const cardOf = (text: string) => (onBoard(text)[0]?.[0] ?? '') as CardId
    const record = (text: string) => ben.doc.getMap<Y.Map<unknown>>('cards').get(cardOf(text))
    record('rated')?.set('severity', 5)
    record('moved')?.set('place', { x: 10, y: 10 })
    const merge = { id: 'm' as ClusterId, into: cardOf('one'), parts: [cardOf('two')] }
    mergeCards({ doc: ben.doc, origin: null }, merge)
    await room.settle()
    await room.do(maya, { type: 'change.undo' })
    expect(['rated', 'moved', 'one', 'two', 'alone'].filter((text) => onBoard(text).length > 0)).toEqual([
      'rated',
      'moved',
      'one',
      'two',
    ])
  })

  it('[DR5] one reveal after the other, the last one first, whatever the clock says; then there is nothing to undo', async () => {
    await writePrivately()
    const drafts = room.drafts(anna)
    await room.settle()
    addNote(drafts.doc, 'd1', 'First', cell)
    await room.settle()
    await room.do(maya, { type: 'drafts.reveal' })
    await room.do(maya, { type: 'phase.goto', phaseId: painsId })
    addNote(drafts.doc, 'd2', 'Second', cell)
    await room.settle()
    room.test.clock.jumpWall(-60_000)
    await room.do(maya, { type: 'drafts.reveal' })
    await room.do(maya, { type: 'change.undo' })
    expect([onBoard('First'), onBoard('Second')].map(({ length }) => length)).toEqual([1, 0])
    await room.do(maya, { type: 'change.undo' })
    expect(onBoard('First')).toEqual([])
    expect(await room.does(maya, { type: 'change.undo' })).toMatchObject({ status: 409, code: 'nothingToUndo' })
    await room.do(maya, { type: 'drafts.reveal' })
    expect([onBoard('First'), onBoard('Second')].map(({ length }) => length)).toEqual([1, 1])
  })

  it('[DR5] notes that came late go with the reveal of their phase, which is still the one to be taken back', async () => {
    await writePrivately()
    const [here, away] = [room.drafts(ben), room.drafts(anna)]
    await room.settle()
    addNote(here.doc, 'd1', 'In time', cell)
    away.disconnect()
    addNote(away.doc, 'd2', 'In the train', cell)
    await room.settle()
    await room.do(maya, { type: 'phase.next' })
    away.connect()
    await room.settle()
    await room.test.clock.advance(1_000)
    const shown = () => [onBoard('In time'), onBoard('In the train')].map(({ length }) => length)
    expect(shown()).toEqual([1, 1])
    await room.do(maya, { type: 'change.undo' })
    expect(shown()).toEqual([0, 0])
    expect(await room.does(maya, { type: 'change.undo' })).toMatchObject({ status: 409, code: 'nothingToUndo' })
    await room.do(maya, { type: 'drafts.reveal' })
    expect(shown()).toEqual([1, 1])
  })

  it('what is revealed, and whose it was, survives a crash; nothing is revealed twice', async () => {
    await writePrivately()
    addNote(room.drafts(anna).doc, 'd1', 'Once', cell)
    await room.settle()
    await room.do(maya, { type: 'phase.next' })
    await room.test.crash()
    expect(onBoard('Once')).toHaveLength(1)
    const { reveals } = room.test.room.workshop
    expect(reveals.draftCounts()).toBeNull()
    expect(reveals.authorOf(onBoard('Once')[0]?.[0] ?? '')).toBe(anna.participant.id)
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
