// The reveal of hidden notes, and taking it back, time moved by hand.
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

  it('[VO19] a note revealed without its author’s name is still their own card in a vote', async () => {
    await writePrivately({ reveal: 'anonymous' })
    addNote(room.drafts(anna).doc, 'd1', 'Mine', cell)
    await room.settle()
    await room.do(maya, { type: 'phase.next' })
    await room.do(maya, { type: 'phase.stop' })
    const cardId = onBoard('Mine')[0]?.[0] ?? ''
    const terms = { question: 'Which?', cardIds: [cardId], ownCards: false }
    const { roundId = '' } = await room.do(maya, { type: 'round.open', ...terms })
    expect(room.votes(anna, roundId, { [cardId]: 1 })).toBe('ownCard')
    expect(room.votes(ben, roundId, { [cardId]: 1 })).toMatchObject({ used: 1 })
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
