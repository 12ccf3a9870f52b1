// Files brought into a room with people at work in it: whole or not at all.
import { beforeEach, describe, expect, it } from 'vitest'
import type { ImportFormat } from '../../../server/workshop/imports/parseImport.ts'
import { cjmlFormat } from '../../../shared/export/cjml.ts'
import type { ImportMode } from '../../../shared/import/applyJourneyFile.ts'
import { stagesOf } from '../../../shared/journey/readBoardParts.ts'
import { noteText } from '../../support/room/TestRoom.ts'
import { ImportRoom, maximalFile, small, smallFile } from './ImportRoom.ts'

let room: ImportRoom
beforeEach(async () => {
  room = await ImportRoom.create()
})

describe('coming in', () => {
  it.each<[string, ImportFormat, string]>([
    ['JSON', 'json', smallFile.replace('"Find"', '"Find", "colums": 2')],
    ['CJML', 'cjml', (cjmlFormat.render(small) as string).replace('phaseIDref="P1"', 'phaseIDref="P9"')],
  ])('[IM1] with anything wrong nothing is changed, and [IM2] it says where: %s', async (_, format, text) => {
    const [before, { version }] = [room.shown(), room.test.room.workshop]
    const outcome = await room.bringIn(text, 'replace', format)
    expect(outcome).toMatchObject({ ok: false, problems: [{ line: expect.any(Number) as number }] })
    expect(room.shown()).toBe(before)
    expect(room.test.room.workshop.version).toBe(version)
    expect(await room.test.snapshots.list()).toEqual([])
  })

  it.each(['saveAsset', 'saveSnapshot'] as const)(
    '[IM1] a disk that fails at %s leaves board, workshop and votes as they were',
    async (call) => {
      const before = room.shown()
      const fail = () => Promise.reject(new Error('the disk is full'))
      Object.assign(room.test.storage, { [call]: fail })
      await expect(room.bringIn(maximalFile, 'replace')).rejects.toThrow('the disk is full')
      expect(room.shown()).toBe(before)
      expect(room.test.room.workshop.info.title).toBe('Test')
      expect(room.test.room.workshop.rounds.list()).toEqual([])
    },
  )

  it.each<[string, () => Promise<unknown>]>([
    ['the workshop was closed', () => room.run({ type: 'workshop.close' })],
    [
      'its facilitator was let out',
      async () => {
        await room.run({ type: 'participant.promote', participantId: room.ben.participant.id })
        return room.run({ type: 'participant.remove', participantId: room.maya.participant.id }, room.ben)
      },
    ],
    [
      'its facilitator leads no longer',
      async () => {
        await room.run({ type: 'participant.promote', participantId: room.ben.participant.id })
        const { id } = room.maya.participant
        return room.run({ type: 'participant.promote', participantId: id, role: 'participant' }, room.ben)
      },
    ],
  ])('[IM2] nothing comes in if meanwhile %s', async (_, happens) => {
    const before = room.shown()
    const { storage } = room.test
    const save = storage.saveSnapshot.bind(storage)
    storage.saveSnapshot = async (...snapshot) => {
      await happens()
      return save(...snapshot)
    }
    expect(await room.bringIn(smallFile, 'replace')).toMatchObject({ ok: false })
    expect(room.shown()).toBe(before)
  })

  it('[IM1] board and workshop reach the disk in one step', async () => {
    const batches: { updates: number; records: string[] }[] = []
    const append = room.test.storage.append.bind(room.test.storage)
    room.test.storage.append = (id, batch) => {
      batches.push({ updates: batch.updates.length, records: batch.records.map(({ key }) => key.split('.')[0] ?? '') })
      return append(id, batch)
    }
    await room.brought(maximalFile, 'replace')
    const [first, ...rest] = batches.filter(({ updates, records }) => updates > 0 || records.length > 0)
    expect(first?.updates).toBe(1)
    const records = ['workshop', 'facilitation', 'round', 'result', 'imported', 'authors']
    expect(new Set(first?.records)).toEqual(new Set(records))
    expect(rest).toEqual([])
  })

  it('CJML comes beside what is there and leaves title and departments alone', async () => {
    const outcome = await room.bringIn(cjmlFormat.render(small) as string, 'add', 'cjml')
    expect(outcome).toMatchObject({ ok: true, report: { journeys: 1, cards: 4 }, notes: [] })
    expect(room.test.room.workshop.info).toMatchObject({ title: 'Test', departments: [] })
    expect(room.titles).toEqual(expect.arrayContaining(['There before', 'Shop', 'Queue']))
    expect(room.journey.place.x).toBeGreaterThan(0)
  })
})

describe('tables', () => {
  const csv = 'Text;Stage;Severity\nWaits long;Find;4\nNobody answers;After;2\n'

  it('[IM3] become cards where their columns say, and are taken back', async () => {
    await room.brought(smallFile, 'replace')
    const before = room.shown()
    const outcome = await room.bringIn(csv, 'add', 'csv')
    expect(outcome).toMatchObject({ ok: true, report: { cards: 2 } })
    const board = room.board
    expect(stagesOf(board, room.journey.id).map(({ name }) => name)).toEqual(['Find', 'Buy', 'After'])
    expect(board.cards.get(room.card('Waits long'))?.fields).toMatchObject({ type: 'pain', severity: 4 })
    await room.takeBack(outcome.ok ? outcome.changeId : '')
    expect(room.shown()).toBe(before)
  })

  it('[IM4] a stage that came with one stays if somebody uses it', async () => {
    await room.brought(smallFile, 'replace')
    const outcome = await room.bringIn(csv, 'add', 'csv')
    noteText(room.ben.doc, room.card('Nobody answers')).insert(0, 'Still: ')
    await room.test.settle()
    await room.takeBack(outcome.ok ? outcome.changeId : '')
    const board = room.board
    expect(stagesOf(board, room.journey.id).map(({ name }) => name)).toEqual(['Find', 'Buy', 'After'])
    expect(room.titles).toContain('Still: Nobody answers')
    expect(room.titles).not.toContain('Waits long')
  })

  it('[IM2] with faults are refused as a whole, with row and column', async () => {
    await room.brought(smallFile, 'replace')
    const before = room.shown()
    const outcome = await room.bringIn(csv.replace('4', 'viel').replace('Nobody answers', ''), 'add', 'csv')
    expect(outcome).toMatchObject({
      ok: false,
      problems: [
        { line: 2, column: 3, path: 'C', sentence: '‘viel’ is not a whole number from 1 to 5.' },
        { line: 3, column: 1, path: 'A' },
      ],
    })
    expect(room.shown()).toBe(before)
  })

  it.each<[string, ImportFormat, string, ImportMode, RegExp]>([
    ['in the place of the board', 'csv', csv, 'replace', /cannot come in the place/],
    ['that are none', 'xlsx', csv, 'add', /spreadsheet cannot be read/],
    ['that are no list', 'md', 'Words', 'add', /no list/],
    ['of measured values', 'csv', 'KPI,Date,Value\na,2026-01-01,1\n', 'add', /values of KPIs/],
  ])('[IM2] %s are refused', async (_, format, text, mode, sentence) => {
    const outcome = await room.bringIn(text, mode, format)
    expect(outcome.ok ? '' : outcome.problems[0]?.sentence).toMatch(sentence)
  })

  it('a list comes in as well', async () => {
    await room.brought(smallFile, 'replace')
    expect(await room.bringIn('# Find\n- Too many forms\n', 'add', 'md')).toMatchObject({
      ok: true,
      report: { cards: 1 },
    })
    expect(room.titles).toContain('Too many forms')
  })
})

it('[IM6] more than the board may hold does not come in', async () => {
  room = await ImportRoom.create({ limits: { maxRecordsPerRoom: 30 } })
  const before = room.shown()
  const outcome = await room.bringIn(maximalFile)
  expect(outcome.ok ? '' : outcome.problems[0]?.sentence).toMatch(/^The board has room for \d+ more things/)
  expect(room.shown()).toBe(before)
  expect(await room.bringIn(smallFile, 'replace')).toMatchObject({ ok: true })
})
