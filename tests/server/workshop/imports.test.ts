// Files brought into a room with people at work in it, and taken back by one command.
import { beforeEach, describe, expect, it } from 'vitest'
import { importIntoWorkshop } from '../../../server/workshop/importIntoWorkshop.ts'
import type { ImportFormat } from '../../../server/workshop/imports/readImport.ts'
import { cjmlFormat } from '../../../shared/export/cjml.ts'
import { jsonFormat } from '../../../shared/export/json.ts'
import type { ImportMode } from '../../../shared/import/applyJourneyFile.ts'
import type { Journey } from '../../../shared/journey/Board.ts'
import { readBoard } from '../../../shared/journey/BoardModel.ts'
import { createCards, deleteCards, placeCards } from '../../../shared/journey/edit/editCards.ts'
import { groupCards } from '../../../shared/journey/edit/editClusters.ts'
import { readDrawings } from '../../../shared/journey/edit/editDrawings.ts'
import { setReading } from '../../../shared/journey/edit/editEmotions.ts'
import { setField } from '../../../shared/journey/edit/editFields.ts'
import type { ClusterId } from '../../../shared/journey/clusters.ts'
import type { CardId, ParticipantId } from '../../../shared/journey/ids.ts'
import { cardTitle, journeysOf, lanesOf, stagesOf } from '../../../shared/journey/readBoardParts.ts'
import type { Command } from '../../../shared/protocol/api.ts'
import { drawJourney } from '../../support/journeyBuilder.ts'
import { maximalWorkshop } from '../../support/maximalWorkshop.ts'
import type { TestPeer } from '../../support/room/TestPeer.ts'
import { addNote, noteText, TestRoom } from '../../support/room/TestRoom.ts'

const drawn = drawJourney(`
              | Find | Buy
  touchpoints | Shop | Till
  pains       | Slow | Queue
  emotion     | anna -1 |
`)
const workshop = { title: 'From a file', departments: ['Sales'], participants: [] }
const small = { board: drawn.board(), drawings: [], workshop, nowMs: 0 }
const smallFile = jsonFormat.render(small) as string
const maximal = maximalWorkshop().input
const maximalFile = jsonFormat.render(maximal) as string

let test: TestRoom
let maya: TestPeer
let ben: TestPeer

beforeEach(async () => {
  test = await TestRoom.create()
  maya = test.person('facilitator', 'Maya').connect()
  ben = test.person('participant', 'Ben').connect()
  await test.settle()
  addNote(ben.doc, 'before', 'There before')
  await test.settle()
})

async function bringIn(text: string, mode: ImportMode = 'add', format: ImportFormat = 'json') {
  const order = { format, bytes: new TextEncoder().encode(text), mode, by: maya.participant.id }
  const outcome = await importIntoWorkshop(test, test.storage, order, test.clock.nowMs())
  await test.settle()
  return outcome
}

async function brought(text: string, mode: ImportMode = 'add'): Promise<string> {
  const outcome = await bringIn(text, mode)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.changeId
}

async function run(peer: TestPeer, command: Command) {
  const { result } = await test.commands.run(peer.participant, command, (key) => key)
  await test.settle()
  return result
}

const takeBack = (changeId: string, peer = maya) => run(peer, { type: 'change.undo', changeId })

const bens = () => ({ doc: ben.doc, origin: 'ben' })

/** Everything that people see of the board. */
function boardNow(doc = test.room.board.doc): string {
  const input = { board: readBoard(doc), drawings: readDrawings(doc), workshop, nowMs: 0 }
  return jsonFormat.render(input) as string
}

function imported(title: string): CardId {
  const found = [...readBoard(test.room.board.doc).cards.values()].find((card) => cardTitle(card) === title)
  if (!found) throw new Error(`no card ${title}`)
  return found.id
}

/** The map that came last. */
function importedJourney(): Journey {
  const journey = journeysOf(readBoard(test.room.board.doc)).at(-1)
  if (!journey) throw new Error('no map')
  return journey
}

const titles = () => [...readBoard(test.room.board.doc).cards.values()].map((card) => cardTitle(card)).toSorted()

describe('coming in', () => {
  it.each<[string, ImportFormat, string]>([
    ['JSON', 'json', smallFile.replace('"Find"', '"Find", "colums": 2')],
    ['CJML', 'cjml', (cjmlFormat.render(small) as string).replace('phaseIDref="P1"', 'phaseIDref="P9"')],
  ])('[IM1] with anything wrong nothing is changed, and [IM2] it says where: %s', async (_, format, text) => {
    const [before, { version }] = [boardNow(), test.room.workshop]
    const outcome = await bringIn(text, 'replace', format)
    expect(outcome).toMatchObject({ ok: false, problems: [{ line: expect.any(Number) as number }] })
    expect(boardNow()).toBe(before)
    expect(test.room.workshop.version).toBe(version)
    expect(await test.snapshots.list()).toEqual([])
  })

  it.each(['saveAsset', 'saveSnapshot'] as const)(
    '[IM1] a disk that fails at %s leaves board, workshop and votes as they were',
    async (call) => {
      const before = boardNow()
      const fail = () => Promise.reject(new Error('the disk is full'))
      Object.assign(test.storage, { [call]: fail })
      await expect(bringIn(maximalFile, 'replace')).rejects.toThrow('the disk is full')
      expect(boardNow()).toBe(before)
      expect(test.room.workshop.info.title).toBe('Test')
      expect(test.room.workshop.rounds.list()).toEqual([])
    },
  )

  it('[IM1] board and workshop reach the disk in one step', async () => {
    const batches: { updates: number; records: string[] }[] = []
    const append = test.storage.append.bind(test.storage)
    test.storage.append = (id, batch) => {
      batches.push({ updates: batch.updates.length, records: batch.records.map(({ key }) => key.split('.')[0] ?? '') })
      return append(id, batch)
    }
    await brought(maximalFile, 'replace')
    const [first, ...rest] = batches.filter(({ updates, records }) => updates > 0 || records.length > 0)
    expect(first?.updates).toBe(1)
    expect(new Set(first?.records)).toEqual(new Set(['workshop', 'facilitation', 'round', 'result', 'imported']))
    expect(rest).toEqual([])
  })

  it('CJML comes beside what is there and leaves title and departments alone', async () => {
    const outcome = await bringIn(cjmlFormat.render(small) as string, 'add', 'cjml')
    expect(outcome).toMatchObject({ ok: true, report: { journeys: 1, cards: 4 }, notes: [] })
    expect(test.room.workshop.info).toMatchObject({ title: 'Test', departments: [] })
    expect(titles()).toEqual(expect.arrayContaining(['There before', 'Shop', 'Queue']))
    expect(importedJourney().place.x).toBeGreaterThan(0)
  })
})

describe('change.undo of an import', () => {
  it.each<[string, string, ImportMode]>([
    ['a small file beside what is there', smallFile, 'add'],
    ['a small file in its place', smallFile, 'replace'],
    ['the fullest file beside what is there', maximalFile, 'add'],
    ['the fullest file in its place', maximalFile, 'replace'],
  ])('[IM3] takes all of it back: %s', async (_, text, mode) => {
    const before = boardNow()
    const { info } = test.room.workshop
    const { agenda } = test.room.workshop.facilitation.state
    const changeId = await brought(text, mode)
    expect(boardNow()).not.toBe(before)
    expect(await takeBack(changeId)).toMatchObject({ ok: true, answer: { kept: 0 } })
    expect(boardNow()).toBe(before)
    const { title, departments, reviewDate } = info
    expect(test.room.workshop.info).toMatchObject({ title, departments, reviewDate })
    expect(test.room.workshop.facilitation.state.agenda).toEqual(agenda)
    expect(test.room.workshop.rounds.list()).toEqual([])
    // Everybody sees it.
    expect(boardNow(ben.doc)).toBe(before)
    expect(await takeBack(changeId)).toMatchObject({ ok: false, status: 409, code: 'nothingToUndo' })
  })

  it('[IM3] works after the server was killed', async () => {
    const before = boardNow()
    const changeId = await brought(maximalFile, 'replace')
    await test.crash()
    expect(await takeBack(changeId)).toMatchObject({ ok: true })
    expect(boardNow()).toBe(before)
    expect(test.room.workshop.info.title).toBe('Test')
  })

  it('[IM3] takes the one that is named, in any order', async () => {
    const before = boardNow()
    const [first, second] = [await brought(smallFile), await brought(smallFile)]
    expect(first).not.toBe(second)
    await takeBack(first)
    expect(titles().filter((title) => title === 'Queue')).toHaveLength(1)
    await takeBack(second)
    expect(boardNow()).toBe(before)
  })

  it('[IM3] leaves what somebody has changed in the workshop since', async () => {
    const changeId = await brought(maximalFile, 'replace')
    await run(maya, { type: 'workshop.rename', title: 'Our own' })
    await run(maya, { type: 'departments.set', departments: ['Ours'] })
    await takeBack(changeId)
    expect(test.room.workshop.info).toMatchObject({ title: 'Our own', departments: ['Ours'], reviewDate: null })
  })

  it('[IM2] is the facilitator’s', async () => {
    const changeId = await brought(smallFile)
    expect(await takeBack(changeId, ben)).toMatchObject({ ok: false, status: 403 })
    expect(titles()).toContain('Queue')
    await run(maya, { type: 'workshop.close' })
    expect(await takeBack(changeId)).toMatchObject({ ok: false, status: 409, code: 'closed' })
    expect(titles()).toContain('Queue')
  })
})

describe('[IM4] what others have done in it since', () => {
  let changeId: string
  beforeEach(async () => {
    changeId = await brought(smallFile)
  })

  /** Ids of stages of the imported map. */
  const stages = () => stagesOf(readBoard(ben.doc), importedJourney().id)

  it('a card that somebody wrote in stays with its words, and so does its map', async () => {
    noteText(ben.doc, imported('Queue')).insert(5, ' at noon')
    await test.settle()
    expect(await takeBack(changeId)).toMatchObject({ ok: true, answer: { kept: 1 } })
    expect(titles()).toEqual(expect.arrayContaining(['Queue at noon', 'There before']))
    expect(titles()).not.toContain('Shop')
    expect(stages().map(({ name }) => name)).toEqual(['Find', 'Buy'])
  })

  it.each<[string, () => void]>([
    ['a letter was taken out', () => noteText(ben.doc, imported('Queue')).delete(0, 1)],
    ['a field was set', () => void setField(bens(), 'cards', imported('Queue'), 'severity', 5)],
    [
      'it was put into a group',
      () => void groupCards(bens(), { id: 'g' as ClusterId, cardIds: [imported('Queue'), imported('Slow')] }),
    ],
  ])('a card stays if %s', async (_, change) => {
    const id = imported('Queue')
    change()
    await test.settle()
    await takeBack(changeId)
    expect(readBoard(test.room.board.doc).cards.has(id)).toBe(true)
    expect(titles()).not.toContain('Shop')
  })

  it.each<[string, () => void]>([
    [
      'moved',
      () => {
        const stage = stages()[0]
        const lane = lanesOf(readBoard(ben.doc), importedJourney().id).at(1)
        if (!stage || !lane) throw new Error('no cell')
        const place = { journeyId: importedJourney().id, stageId: stage.id, laneId: lane.id, order: 'a5' }
        placeCards(bens(), [{ id: imported('Queue'), place }])
      },
    ],
    ['deleted', () => deleteCards(bens(), [imported('Queue')])],
  ])('a card that was only %s goes', async (_, change) => {
    change()
    await test.settle()
    expect(await takeBack(changeId)).toMatchObject({ ok: true, answer: { kept: 0 } })
    expect(titles()).not.toContain('Queue')
    expect(journeysOf(readBoard(test.room.board.doc))).toHaveLength(1)
  })

  it('a card that somebody put into the imported map keeps its place there', async () => {
    const [stage] = stages()
    const lane = lanesOf(readBoard(ben.doc), importedJourney().id).find(({ kind }) => kind === 'pains')
    if (!stage || !lane) throw new Error('no cell')
    const place = { journeyId: importedJourney().id, stageId: stage.id, laneId: lane.id, order: 'a9' }
    createCards(bens(), [{ id: 'bens' as CardId, kind: 'note', place, fields: { text: 'Mine', type: 'pain' } }])
    await test.settle()
    expect(await takeBack(changeId)).toMatchObject({ ok: true, answer: { kept: 0 } })
    const board = readBoard(test.room.board.doc)
    expect(titles()).toEqual(expect.arrayContaining(['Mine']))
    expect(titles()).not.toContain('Queue')
    expect(board.stages.has(stage.id) && board.lanes.has(lane.id) && board.journeys.has(lane.journeyId)).toBe(true)
  })

  it.each<[string, () => void]>([
    ['a stage’s name', () => void setField(bens(), 'stages', stages()[0]?.id ?? '', 'name', 'Search')],
    [
      'a feeling',
      () =>
        void setReading(
          bens(),
          {
            journeyId: importedJourney().id,
            personaId: null,
            participantId: ben.participant.id as ParticipantId,
            about: stages()[0]?.id ?? imported('Queue'),
          },
          { value: 1, reason: 'mine' },
        ),
    ],
  ])('%s keeps the map', async (_, change) => {
    const journeyId = importedJourney().id
    change()
    await test.settle()
    const words = JSON.stringify(readBoard(ben.doc).stages.get(stages()[0]?.id ?? ('' as never)))
    await takeBack(changeId)
    const board = readBoard(test.room.board.doc)
    expect(board.journeys.has(journeyId)).toBe(true)
    expect(JSON.stringify(board.stages.get(stages()[0]?.id ?? ('' as never)))).toBe(words)
    expect(titles()).not.toContain('Queue')
    // The feelings of the file go, those of people stay.
    const voices = [...board.emotions.values()].map(({ participantId }) => participantId)
    expect(voices).toEqual(voices.filter((id) => id === ben.participant.id))
  })

  it('everything: nothing is done, and a sentence says so', async () => {
    await takeBack(changeId)
    const plain = drawJourney('| Find\n touchpoints | Shop')
    const id = await brought(jsonFormat.render({ ...small, board: plain.board() }) as string)
    const board = readBoard(ben.doc)
    const journey = importedJourney()
    setField(bens(), 'journeys', journey.id, 'title', 'Ours')
    setField(bens(), 'cards', imported('Shop'), 'channel', 'web')
    for (const stage of stagesOf(board, journey.id)) setField(bens(), 'stages', stage.id, 'name', 'Search')
    for (const lane of lanesOf(board, journey.id)) setField(bens(), 'lanes', lane.id, 'title', 'Ours')
    await test.settle()
    const before = boardNow()
    expect(await takeBack(id)).toMatchObject({ ok: false, status: 409, code: 'othersWrote' })
    expect(boardNow()).toBe(before)
  })
})

describe('[IM5] a board that was replaced', () => {
  it('is back, beside what people have made since', async () => {
    const changeId = await brought(smallFile, 'replace')
    noteText(ben.doc, imported('Queue')).insert(5, ' at noon')
    addNote(ben.doc, 'since', 'Made since', { x: 10, y: 10 })
    await test.settle()
    expect(await takeBack(changeId)).toMatchObject({ ok: true, answer: { kept: 1 } })
    expect(titles()).toEqual(expect.arrayContaining(['There before', 'Queue at noon', 'Made since']))
    const [first, second] = journeysOf(readBoard(test.room.board.doc))
    // Beside one another, not on top.
    expect(first && second && Math.abs(first.place.x - second.place.x)).toBeGreaterThan(200)
  })

  it('cannot come back when it is no longer kept, and the import stays', async () => {
    const changeId = await brought(smallFile, 'replace')
    test.storage.readSnapshot = () => Promise.resolve(null)
    expect(await takeBack(changeId)).toMatchObject({ ok: false, status: 409, code: 'notKept' })
    expect(titles()).toContain('Queue')
  })
})
