// What private writing costs and how much of it there may be: work per change, the last moment of a room, quotas.
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { GRACE_MS } from '../../../server/workshop/Facilitation.ts'
import type { RevealMode } from '../../../shared/workshop/agenda.ts'
import { painsId, type PrivateRoom, privateRoom } from '../../support/room/PrivateRoom.ts'
import { addNote, noteText } from '../../support/room/TestRoom.ts'

it('[DR8] a change of somebody’s drafts reads the notes it touched and no others', async () => {
  const { room, maya, anna, ben, cell, writePrivately, onBoard } = await privateRoom()
  await writePrivately()
  const people = [anna, ben, ...Array.from({ length: 8 }, (_, at) => room.person(`P${at}`))]
  const written = people.map((person) => room.drafts(person))
  await room.settle()
  for (const [at, drafts] of written.entries())
    for (const id of ['one', 'two', 'three']) addNote(drafts.doc, `${id}${at}`, 'Words', cell)
  await room.settle()
  const read = new Set<string>()
  for (const person of people)
    for (const [id, record] of room.test.drafts
      .of(person.participant.id)
      .doc.getMap<Y.Map<unknown>>('cards')
      .entries()) {
      const get = record.get.bind(record)
      record.get = (key) => (read.add(id), get(key))
    }
  const [annas] = written
  if (!annas) throw new Error('nobody writes')
  noteText(annas.doc, 'two0').insert(0, 'More ')
  await room.settle()
  expect([...read]).toEqual(['two0'])
  annas.doc.getMap('cards').delete('one0')
  await room.settle()
  expect([...read]).toEqual(['two0', 'one0'])
  expect(ben.last('activity')?.activity.drafts).toMatchObject({ notes: 29, writers: 10, cells: [{ notes: 29 }] })
  // The first letters of a sentence after the reveal find their note as cheaply.
  await room.do(maya, { type: 'phase.next' })
  read.clear()
  noteText(annas.doc, 'two0').insert(0, 'Even ')
  await room.settle()
  expect([...read]).toEqual(['two0'])
  expect(onBoard('Even More Words')).toHaveLength(1)
})

it('[DR9] when the room is let go, notes of the last moment are stored, and nothing is revealed behind its back', async () => {
  const { room, maya, anna, cell, writePrivately, onBoard } = await privateRoom()
  await writePrivately({ reveal: 'names' })
  const drafts = room.drafts(anna)
  await room.settle()
  addNote(drafts.doc, 'd0', 'First words', cell)
  await room.settle()
  drafts.disconnect()
  addNote(drafts.doc, 'd1', 'Last words', cell)
  await room.do(maya, { type: 'phase.next' })
  await room.test.clock.advance(GRACE_MS)
  drafts.connect()
  await room.test.clock.settle()
  drafts.receive()
  room.test.drafts.stop()
  await room.test.clock.advance(5_000)
  expect(onBoard('Last words')).toEqual([])
  await room.test.crash()
  await room.test.clock.advance(5_000)
  expect(onBoard('Last words')).toHaveLength(1)
})

describe('[DR11] what was promised to whoever comes back', () => {
  /** A second private phase behind the first, which says of authors what is given. */
  async function secondPhase({ room, maya }: PrivateRoom, reveal: RevealMode): Promise<void> {
    const { phases } = room.state.agenda
    const more = phases.flatMap((phase) =>
      phase.id === painsId ? [phase, { ...phase, id: 'second', reveal }] : [phase],
    )
    await room.do(maya, { type: 'agenda.set', phases: more })
    await room.do(maya, { type: 'phase.goto', phaseId: 'second' })
  }
  const told = ({ room, onBoard }: PrivateRoom, text: string) => {
    const [cardId = '', card = {}] = onBoard(text)[0] ?? []
    return { by: room.test.room.workshop.reveals.origins()[cardId]?.by ?? null, department: card['department'] ?? '' }
  }

  it('holds for a note of an anonymous phase that comes when one with names is on', async () => {
    const people = await privateRoom()
    const { room, maya, anna, ben, cell, writePrivately } = people
    await writePrivately({ reveal: 'anonymous' })
    const [annas, bens] = [room.drafts(anna), room.drafts(ben)]
    await room.settle()
    annas.disconnect()
    addNote(annas.doc, 'trusting', 'Between us', cell)
    await secondPhase(people, 'names')
    await room.test.clock.advance(GRACE_MS)
    annas.connect()
    addNote(bens.doc, 'open', 'Said openly', cell)
    await room.settle()
    await room.test.crash()
    await room.do(maya, { type: 'phase.next' })
    expect(told(people, 'Between us')).toEqual({ by: null, department: '' })
    expect(told(people, 'Said openly')).toEqual({ by: ben.participant.id, department: 'Support' })
  })

  it('holds for a note that was under way when the phase changed', async () => {
    const people = await privateRoom()
    const { room, maya, anna, cell, writePrivately } = people
    await writePrivately({ reveal: 'departments' })
    const annas = room.drafts(anna)
    await room.settle()
    await secondPhase(people, 'names')
    addNote(annas.doc, 'underWay', 'Half said', cell)
    await room.settle()
    await room.do(maya, { type: 'phase.next' })
    expect(told(people, 'Half said')).toEqual({ by: null, department: 'Sales' })
  })
})

it('[DR5] a reveal is not taken back from under a vote', async () => {
  const { room, maya, anna, cell, writePrivately, onBoard } = await privateRoom()
  await writePrivately()
  addNote(room.drafts(anna).doc, 'd1', 'Voted on', cell)
  await room.settle()
  await room.do(maya, { type: 'phase.stop' })
  await room.do(maya, { type: 'round.open', question: 'Which?', kind: 'note' })
  expect(await room.does(maya, { type: 'change.undo' })).toMatchObject({ status: 409, code: 'roundOpen' })
  expect(onBoard('Voted on')).toHaveLength(1)
  await room.do(maya, { type: 'round.close' })
  await room.do(maya, { type: 'change.undo' })
  expect(onBoard('Voted on')).toEqual([])
})

describe('[DR10] limits', () => {
  it('one person’s hidden notes have an end of their own, and a sentence for it', async () => {
    const limits = { maxDraftsPerPerson: 3, maxDraftBytesPerPerson: 100_000 }
    const { room, anna, ben, writePrivately } = await privateRoom({ limits })
    await writePrivately()
    const [annas, bens] = [room.drafts(anna), room.drafts(ben)]
    await room.settle()
    for (const id of ['d1', 'd2', 'd3']) addNote(annas.doc, id, 'Words')
    await room.settle()
    addNote(annas.doc, 'd4', 'One too many')
    addNote(bens.doc, 'b1', 'Words of Ben')
    await room.settle()
    expect(annas.last('refused')).toMatchObject({
      reason: 'tooLarge',
      sentence: 'You have as many hidden notes as fit. Delete one first. Your change is kept aside.',
    })
    expect(bens.last('refused')).toBeUndefined()
    expect(room.test.room.workshop.reveals.draftCounts()).toMatchObject({ notes: 4, writers: 2 })
  })

  it('what was written and deleted again is not remembered for ever', async () => {
    const { room, anna, cell, writePrivately } = await privateRoom()
    await writePrivately()
    const annas = room.drafts(anna)
    await room.settle()
    addNote(annas.doc, 'kept', 'Kept', cell)
    const ROUNDS = 15
    for (let round = 0; round < ROUNDS; round++) {
      const ids = Array.from({ length: 300 }, (_, at) => `n${round}x${at}`)
      for (const id of ids) addNote(annas.doc, id, 'Gone soon')
      await room.settle()
      for (const id of ids) annas.doc.getMap('cards').delete(id)
      await room.settle()
      // What was deleted counts until the next measuring.
      await room.test.clock.advance(5_000)
    }
    expect(annas.last('refused')).toBeUndefined()
    const loaded = await room.test.storage.load(room.test.id)
    const record = loaded.ok ? (loaded.workshop.records.get(`drafting.${anna.participant.id}`) ?? '') : ''
    const remembered = Object.keys(JSON.parse(record) as object)
    expect(remembered).toContain('kept')
    expect(remembered.length).toBeLessThanOrEqual(2_000)
  })

  it('notes that the board has no room for stay hidden, and the facilitator is told', async () => {
    const { room, maya, anna, writePrivately, onBoard } = await privateRoom({ limits: { maxRecordsPerRoom: 100 } })
    await writePrivately()
    const annas = room.drafts(anna)
    await room.settle()
    const room98 =
      98 -
      Object.values(room.test.room.board.doc.toJSON()).reduce(
        (sum, root) => sum + Object.keys(root as object).length,
        0,
      )
    room.test.room.edit((doc) => {
      for (let at = 0; at < room98; at++) addNote(doc, `n${at}`, 'Note')
    })
    for (const id of ['d1', 'd2', 'd3']) addNote(annas.doc, id, 'Words')
    await room.settle()
    expect(await room.does(maya, { type: 'phase.next' })).toMatchObject({
      status: 409,
      code: 'boardFull',
      message: 'The board has room for 2 more cards, and 3 hidden notes wait. Delete something first.',
    })
    expect(room.state.agenda.phases[room.state.agenda.currentIndex ?? -1]?.id).toBe(painsId)
    expect(await room.does(maya, { type: 'drafts.reveal' })).toMatchObject({ code: 'boardFull' })
    room.test.room.edit((doc) => doc.getMap('cards').delete('n0'))
    await room.do(maya, { type: 'phase.next' })
    expect(onBoard('Words')).toHaveLength(3)
  })
})
