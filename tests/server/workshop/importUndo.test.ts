// One command takes an import back, and what others have written in it since stays.
import { beforeEach, describe, expect, it } from 'vitest'
import { jsonFormat } from '../../../shared/export/json.ts'
import type { ImportMode } from '../../../shared/import/applyJourneyFile.ts'
import { readBoard } from '../../../shared/journey/BoardModel.ts'
import type { ClusterId } from '../../../shared/journey/clusters.ts'
import { createCards, deleteCards, placeCards } from '../../../shared/journey/edit/editCards.ts'
import { groupCards } from '../../../shared/journey/edit/editClusters.ts'
import { setReading } from '../../../shared/journey/edit/editEmotions.ts'
import { setField } from '../../../shared/journey/edit/editFields.ts'
import type { CardId, ParticipantId } from '../../../shared/journey/ids.ts'
import { rootNames } from '../../../shared/journey/schema.ts'
import type { Command } from '../../../shared/protocol/api.ts'
import type { Agenda } from '../../../shared/workshop/agenda.ts'
import { journeysOf, lanesOf, stagesOf } from '../../../shared/journey/readBoardParts.ts'
import { drawJourney } from '../../support/journeyBuilder.ts'
import { addNote, noteText } from '../../support/room/TestRoom.ts'
import { ImportRoom, maximalFile, small, smallFile } from './ImportRoom.ts'

let room: ImportRoom
beforeEach(async () => {
  room = await ImportRoom.create()
})

describe('change.undo of an import', () => {
  it.each<[string, string, ImportMode]>([
    ['a small file beside what is there', smallFile, 'add'],
    ['a small file in its place', smallFile, 'replace'],
    ['the fullest file beside what is there', maximalFile, 'add'],
    ['the fullest file in its place', maximalFile, 'replace'],
  ])('[IM3] takes all of it back: %s', async (_, text, mode) => {
    const before = room.shown()
    const { info } = room.test.room.workshop
    const { agenda } = room.test.room.workshop.facilitation.state
    const { doc } = room.test.room.board
    const sizes = () => rootNames.map((root) => [root, doc.getMap(root).size])
    const sizesBefore = sizes()
    const changeId = await room.brought(text, mode)
    expect(room.shown()).not.toBe(before)
    expect(await room.takeBack(changeId)).toMatchObject({ ok: true, answer: { kept: 0 } })
    expect(room.shown()).toBe(before)
    const { title, departments, reviewDate } = info
    expect(room.test.room.workshop.info).toMatchObject({ title, departments, reviewDate })
    expect(room.test.room.workshop.facilitation.state.agenda).toEqual(agenda)
    expect(room.test.room.workshop.rounds.list()).toEqual([])
    // Nor does anything stay that is not seen: feelings and groups without their map.
    expect(sizes()).toEqual(sizesBefore)
    // Everybody sees it.
    expect(room.shown(room.ben.doc)).toBe(before)
    expect(await room.takeBack(changeId)).toMatchObject({ ok: false, status: 409, code: 'nothingToUndo' })
  })

  it('[IM3] works after the server was killed', async () => {
    const before = room.shown()
    const changeId = await room.brought(maximalFile, 'replace')
    await room.test.crash()
    expect(await room.takeBack(changeId)).toMatchObject({ ok: true })
    expect(room.shown()).toBe(before)
    expect(room.test.room.workshop.info.title).toBe('Test')
  })

  it('[IM3] takes the one that is named, in any order', async () => {
    const before = room.shown()
    const [first, second] = [await room.brought(smallFile), await room.brought(smallFile)]
    expect(first).not.toBe(second)
    await room.takeBack(first)
    expect(room.titles.filter((title) => title === 'Queue')).toHaveLength(1)
    await room.takeBack(second)
    expect(room.shown()).toBe(before)
  })

  it('[IM8] is offered as long as it can be done, the newest first', async () => {
    const { imports } = room.test.room.workshop
    const added = await room.brought(smallFile)
    const replaced = await room.brought(smallFile, 'replace')
    const by = room.maya.participant.id
    expect(imports.list(() => true)).toMatchObject([
      { changeId: replaced, by, mode: 'replace' },
      { changeId: added, by, mode: 'add' },
    ])
    expect(imports.list(() => false).map(({ changeId }) => changeId)).toEqual([added])
    await room.takeBack(replaced)
    expect(imports.list(() => true).map(({ changeId }) => changeId)).toEqual([added])
  })

  it('[IM3] leaves what somebody has changed in the workshop since', async () => {
    const changeId = await room.brought(maximalFile, 'replace')
    await room.run({ type: 'workshop.rename', title: 'Our own' })
    await room.run({ type: 'departments.set', departments: ['Ours'] })
    await room.takeBack(changeId)
    expect(room.test.room.workshop.info).toMatchObject({ title: 'Our own', departments: ['Ours'], reviewDate: null })
  })

  it.each<[string, (agenda: Agenda) => Command]>([
    ['was begun', ({ phases }) => ({ type: 'phase.goto', phaseId: phases[0]?.id ?? '' })],
    ['was changed', ({ phases }) => ({ type: 'agenda.set', phases: phases.slice(1) })],
  ])('[IM3] leaves an agenda that %s since', async (_, command) => {
    const changeId = await room.brought(maximalFile, 'replace')
    const { facilitation } = room.test.room.workshop
    expect(facilitation.state.agenda.phases.length).toBeGreaterThan(1)
    expect(await room.run(command(facilitation.state.agenda))).toMatchObject({ ok: true })
    const { agenda } = facilitation.state
    await room.takeBack(changeId)
    expect(facilitation.state.agenda).toEqual(agenda)
  })

  it('[IM3] votes that were there already are not its to take', async () => {
    const first = await room.brought(maximalFile)
    const { rounds } = room.test.room.workshop
    const votes = rounds.list()
    expect(votes.length).toBeGreaterThan(0)
    const again = await room.brought(maximalFile)
    expect(rounds.list()).toEqual(votes)
    await room.takeBack(again)
    expect(rounds.list()).toEqual(votes)
    await room.takeBack(first)
    expect(rounds.list()).toEqual([])
  })

  it('[IM2] is the facilitator’s', async () => {
    const changeId = await room.brought(smallFile)
    expect(await room.takeBack(changeId, room.ben)).toMatchObject({ ok: false, status: 403 })
    expect(room.titles).toContain('Queue')
    await room.run({ type: 'workshop.close' })
    expect(await room.takeBack(changeId)).toMatchObject({ ok: false, status: 409, code: 'closed' })
    expect(room.titles).toContain('Queue')
  })
})

describe('[IM4] what others have done in it since', () => {
  let changeId: string
  beforeEach(async () => {
    changeId = await room.brought(smallFile)
  })

  /** Ids of stages of the imported map. */
  const stages = () => stagesOf(readBoard(room.ben.doc), room.journey.id)

  it('a card that somebody wrote in stays with its words, and so does its map', async () => {
    noteText(room.ben.doc, room.card('Queue')).insert(5, ' at noon')
    await room.test.settle()
    expect(await room.takeBack(changeId)).toMatchObject({ ok: true, answer: { kept: 1 } })
    expect(room.titles).toEqual(expect.arrayContaining(['Queue at noon', 'There before']))
    expect(room.titles).not.toContain('Shop')
    expect(stages().map(({ name }) => name)).toEqual(['Find', 'Buy'])
  })

  it.each<[string, () => void]>([
    ['a letter was taken out', () => noteText(room.ben.doc, room.card('Queue')).delete(0, 1)],
    ['a field was set', () => void setField(room.bens, 'cards', room.card('Queue'), 'severity', 5)],
    [
      'it was put into a group',
      () => void groupCards(room.bens, { id: 'g' as ClusterId, cardIds: [room.card('Queue'), room.card('Slow')] }),
    ],
  ])('a card stays if %s', async (_, change) => {
    const id = room.card('Queue')
    change()
    await room.test.settle()
    await room.takeBack(changeId)
    expect(room.board.cards.has(id)).toBe(true)
    expect(room.titles).not.toContain('Shop')
  })

  it.each<[string, () => void]>([
    [
      'moved',
      () => {
        const stage = stages()[0]
        const lane = lanesOf(readBoard(room.ben.doc), room.journey.id).at(1)
        if (!stage || !lane) throw new Error('no cell')
        const place = { journeyId: room.journey.id, stageId: stage.id, laneId: lane.id, order: 'a5' }
        placeCards(room.bens, [{ id: room.card('Queue'), place }])
      },
    ],
    ['deleted', () => deleteCards(room.bens, [room.card('Queue')])],
  ])('a card that was only %s goes', async (_, change) => {
    change()
    await room.test.settle()
    expect(await room.takeBack(changeId)).toMatchObject({ ok: true, answer: { kept: 0 } })
    expect(room.titles).not.toContain('Queue')
    expect(journeysOf(room.board)).toHaveLength(1)
  })

  it('a card that somebody put into the imported map keeps its place there', async () => {
    const [stage] = stages()
    const lane = lanesOf(readBoard(room.ben.doc), room.journey.id).find(({ kind }) => kind === 'pains')
    if (!stage || !lane) throw new Error('no cell')
    const place = { journeyId: room.journey.id, stageId: stage.id, laneId: lane.id, order: 'a9' }
    createCards(room.bens, [{ id: 'bens' as CardId, kind: 'note', place, fields: { text: 'Mine', type: 'pain' } }])
    await room.test.settle()
    expect(await room.takeBack(changeId)).toMatchObject({ ok: true, answer: { kept: 0 } })
    const board = room.board
    expect(room.titles).toEqual(expect.arrayContaining(['Mine']))
    expect(room.titles).not.toContain('Queue')
    expect(board.stages.has(stage.id) && board.lanes.has(lane.id) && board.journeys.has(lane.journeyId)).toBe(true)
  })

  it.each<[string, () => void]>([
    ['a stage’s name', () => void setField(room.bens, 'stages', stages()[0]?.id ?? '', 'name', 'Search')],
    [
      'a feeling',
      () =>
        void setReading(
          room.bens,
          {
            journeyId: room.journey.id,
            personaId: null,
            participantId: room.ben.participant.id as ParticipantId,
            about: stages()[0]?.id ?? room.card('Queue'),
          },
          { value: 1, reason: 'mine' },
        ),
    ],
  ])('%s keeps the map', async (_, change) => {
    const journeyId = room.journey.id
    change()
    await room.test.settle()
    const words = JSON.stringify(readBoard(room.ben.doc).stages.get(stages()[0]?.id ?? ('' as never)))
    await room.takeBack(changeId)
    const board = room.board
    expect(board.journeys.has(journeyId)).toBe(true)
    expect(JSON.stringify(board.stages.get(stages()[0]?.id ?? ('' as never)))).toBe(words)
    expect(room.titles).not.toContain('Queue')
    // The feelings of the file go, those of people stay.
    const voices = [...board.emotions.values()].map(({ participantId }) => participantId)
    expect(voices).toEqual(voices.filter((id) => id === room.ben.participant.id))
  })

  it('everything: nothing is done, and a sentence says so', async () => {
    await room.takeBack(changeId)
    const plain = drawJourney('| Find\n touchpoints | Shop')
    const id = await room.brought(jsonFormat.render({ ...small, board: plain.board() }) as string)
    const board = readBoard(room.ben.doc)
    const journey = room.journey
    setField(room.bens, 'journeys', journey.id, 'title', 'Ours')
    setField(room.bens, 'cards', room.card('Shop'), 'channel', 'web')
    for (const stage of stagesOf(board, journey.id)) setField(room.bens, 'stages', stage.id, 'name', 'Search')
    for (const lane of lanesOf(board, journey.id)) setField(room.bens, 'lanes', lane.id, 'title', 'Ours')
    await room.test.settle()
    const before = room.shown()
    expect(await room.takeBack(id)).toMatchObject({ ok: false, status: 409, code: 'othersWrote' })
    expect(room.shown()).toBe(before)
  })
})

describe('[IM5] a board that was replaced', () => {
  it('is back, beside what people have made since', async () => {
    const changeId = await room.brought(smallFile, 'replace')
    noteText(room.ben.doc, room.card('Queue')).insert(5, ' at noon')
    addNote(room.ben.doc, 'since', 'Made since', { x: 10, y: 10 })
    await room.test.settle()
    expect(await room.takeBack(changeId)).toMatchObject({ ok: true, answer: { kept: 1 } })
    expect(room.titles).toEqual(expect.arrayContaining(['There before', 'Queue at noon', 'Made since']))
    const [first, second] = journeysOf(room.board)
    // Beside one another, not on top.
    expect(first && second && Math.abs(first.place.x - second.place.x)).toBeGreaterThan(200)
  })

  it('is back as it was at the last moment, not as it was when it was kept', async () => {
    const { storage } = room.test
    const save = storage.saveSnapshot.bind(storage)
    let saved = 0
    storage.saveSnapshot = async (...snapshot) => {
      // People go on while the disk is at work.
      addNote(room.ben.doc, `meanwhile${++saved}`, `Meanwhile ${saved}`)
      noteText(room.ben.doc, 'before').insert(0, 'Long ')
      await room.test.settle()
      return save(...snapshot)
    }
    const changeId = await room.brought(smallFile, 'replace')
    expect(saved, 'one picture of the board is enough').toBe(1)
    expect(room.titles).not.toContain('Meanwhile 1')
    await room.takeBack(changeId)
    expect(room.titles).toEqual(expect.arrayContaining(['Long There before', 'Meanwhile 1']))
  })

  it('cannot come back when it is no longer kept, and the import stays', async () => {
    const changeId = await room.brought(smallFile, 'replace')
    room.test.storage.readSnapshot = () => Promise.resolve(null)
    expect(await room.takeBack(changeId)).toMatchObject({ ok: false, status: 409, code: 'notKept' })
    expect(room.titles).toContain('Queue')
  })
})
