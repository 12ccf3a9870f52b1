import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { BoardModel, readBoard } from '../../../shared/journey/BoardModel.ts'
import { createCards, placeCards } from '../../../shared/journey/edit/editCards.ts'
import { setField } from '../../../shared/journey/edit/editFields.ts'
import type { ParticipantId } from '../../../shared/journey/ids.ts'
import { keepDepartment } from '../../../shared/journey/importedPeople.ts'
import { laneTitle, personaOf } from '../../../shared/journey/readBoardParts.ts'
import { anyBoardDoc } from '../../support/arbitraryBoard.ts'
import { drawJourney } from '../../support/journeyBuilder.ts'
import { plainBoard } from '../../support/plainBoard.ts'
import { Random } from '../../support/Random.ts'
import { cardOperations } from '../../sync/operations/cardOperations.ts'
import { structureOperations } from '../../sync/operations/structureOperations.ts'

const drawing = `
              | Preparing   | Separating
  touchpoints | Class; Site | Exam
  pains       | Too much    |
  emotion     | anna -1     |
`
const recordOf = (doc: Y.Doc, root: string, id: string) => doc.getMap(root).get(id) as Y.Map<unknown>

describe('the board kept up to date', () => {
  it('is the board read anew, after any edits and however seldom it is asked', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = new Random(seed)
        const { doc, target } = drawJourney(drawing)
        const model = new BoardModel(doc)
        let ids = 0
        const newId = <Id extends string>() => `new${++ids}` as Id
        for (let step = 0; step < 30; step++) {
          const peer = { name: 'anna', doc, target } as never
          random.pick([...cardOperations, ...structureOperations])?.({ peer, random, board: readBoard(doc), newId })
          if (random.chance(0.5)) continue
          model.refresh()
          expect(plainBoard(model.board)).toEqual(plainBoard(readBoard(doc)))
        }
        model.destroy()
      }),
      { numRuns: 60 },
    )
  })

  it('reads any board a second client gets', () => {
    fc.assert(
      fc.property(anyBoardDoc, (doc) => {
        const copy = new Y.Doc()
        const model = new BoardModel(copy)
        Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
        model.refresh()
        expect(plainBoard(model.board)).toEqual(plainBoard(readBoard(doc)))
      }),
      { numRuns: 100 },
    )
  })

  it('says what changed and leaves every other object the same', () => {
    const journey = drawJourney(drawing)
    const model = new BoardModel(journey.doc)
    model.refresh()
    const [site, exam] = [journey.card('Site'), journey.card('Exam')].map((id) => model.board.cards.get(id))
    const cell = model.board.cells.get(`${journey.stage('Separating')}/${journey.lane('touchpoints')}`)
    let calls = 0
    model.onDirty(() => calls++)
    setField(journey.target, 'cards', journey.card('Class'), 'channel', 'web')
    setField(journey.target, 'cards', journey.card('Class'), 'channel', 'phone')
    const changes = model.refresh()
    expect(calls).toBe(1)
    expect([...changes.cards]).toEqual([journey.card('Class')])
    expect([changes.journeys.size, changes.stages.size, changes.lanes.size, changes.emotions.size]).toEqual([
      0, 0, 0, 0,
    ])
    expect(model.board.cards.get(journey.card('Site'))).toBe(site)
    expect(model.board.cards.get(journey.card('Exam'))).toBe(exam)
    expect(model.board.cells.get(`${journey.stage('Separating')}/${journey.lane('touchpoints')}`)).toBe(cell)
  })

  it('moves a card from cell to cell', () => {
    const journey = drawJourney(drawing)
    const model = new BoardModel(journey.doc)
    model.refresh()
    placeCards(journey.target, [{ id: journey.card('Exam'), place: journey.place('Preparing', 'touchpoints', 1) }])
    model.refresh()
    expect(journey.cell('Preparing', 'touchpoints')).toEqual(['Class', 'Exam', 'Site'])
    expect(model.board.cells.has(`${journey.stage('Separating')}/${journey.lane('touchpoints')}`)).toBe(false)
  })
})

describe('departments of people who came with a file', () => {
  it('are known as soon as somebody asks, and what is none is not', () => {
    const doc = new Y.Doc()
    const model = new BoardModel(doc)
    model.refresh()
    let calls = 0
    model.onDirty(() => calls++)
    keepDepartment({ doc, origin: 'import' }, 'x1' as ParticipantId, 'Sales')
    expect(calls).toBe(1)
    const meta = doc.getMap('meta')
    for (const [key, value] of [
      ['epoch', 'e'],
      ['department.', 'Ops'],
      ['department.a.b', 'Ops'],
      ['department.x2', 7],
      ['department.x3', 'x'.repeat(81)],
    ] as const)
      meta.set(key, value)
    model.refresh()
    expect([...model.board.importedDepartments]).toEqual([['x1', 'Sales']])
    expect([...readBoard(doc).importedDepartments]).toEqual([['x1', 'Sales']])
  })
})

describe('a record that cannot be read', () => {
  it.each<[string, string, (record: Y.Map<unknown>) => void, string]>([
    ['cards', 'Class', (card) => card.set('kind', 'sticker'), 'kind is unknown'],
    ['cards', 'Class', (card) => card.set('place', { x: 1 }), 'place is not a cell or a point'],
    ['cards', 'Class', (card) => card.set('title', 3), 'title is not text'],
    ['cards', 'Class', (card) => card.set('satisfaction', 9), 'satisfaction has a value that is not allowed'],
    ['stages', 'PreparingJourney', (stage) => stage.set('order', '!'), 'order is not an order key'],
    ['stages', 'PreparingJourney', (stage) => stage.set('columns', 0), 'columns has a value that is not allowed'],
    ['stages', 'PreparingJourney', (stage) => stage.delete('journeyId'), 'journeyId is not an id'],
    ['lanes', 'painsJourney', (lane) => lane.delete('kind'), 'kind is missing'],
    ['journeys', 'Journey', (journey) => journey.set('place', null), 'place is not a point'],
    [
      'emotions',
      'Journey.all.anna',
      (entry) => entry.set('PreparingJourney', { value: 3, reason: '' }),
      'has a reading that is not allowed',
    ],
    [
      'emotions',
      'Journey.all.anna',
      (entry) => entry.set('no id', { value: 1, reason: '' }),
      'has a reading that is not allowed',
    ],
  ])('of %s, %s, is set aside alone and comes back when it is good again', (root, id, damage, reason) => {
    const { doc } = drawJourney(drawing)
    const before = plainBoard(readBoard(doc))
    const model = new BoardModel(doc)
    model.refresh()
    const undo = new Y.UndoManager(doc.getMap(root), { trackedOrigins: new Set(['damage']) })
    doc.transact(() => damage(recordOf(doc, root, id)), 'damage')
    model.refresh()
    expect([...model.board.quarantined.values()]).toEqual([{ root, id, reason }])
    const others = (plain: typeof before) => (plain[root] ?? []).filter((one) => (one as { id: string }).id !== id)
    expect(others(plainBoard(model.board))).toEqual(others(before))
    undo.undo()
    model.refresh()
    expect(plainBoard(model.board)).toEqual(before)
  })

  it.each([7, 'text', null, new Y.Text('x'), new Y.Array()])('is set aside if it is no record at all: %j', (value) => {
    const { doc } = drawJourney(drawing)
    for (const root of ['journeys', 'stages', 'lanes', 'cards', 'emotions'])
      doc.getMap(root).set('odd', value instanceof Y.AbstractType ? value.clone() : value)
    expect(readBoard(doc).quarantined.size).toBe(5)
    expect(readBoard(doc).cards.size).toBe(4)
  })

  it('is not one whose text passed the limit because two people typed at once', () => {
    const journey = drawJourney(drawing)
    const text = recordOf(journey.doc, 'cards', 'Class').get('title') as Y.Text
    text.insert(0, 'x'.repeat(5_000))
    expect(journey.board().quarantined.size).toBe(0)
  })
})

describe('views of a board', () => {
  it('give a lane without a title the name of its kind, and a journey its persona if there is one', () => {
    const journey = drawJourney('| Preparing\npains (What hurts) | Too much\ngains |')
    expect([...journey.board().lanes.values()].map(laneTitle)).toEqual(['What hurts', 'Gains'])
    createCards(journey.target, [
      { id: 'p' as never, kind: 'persona', place: { x: 0, y: 0 }, fields: { name: 'Maya' } },
    ])
    const persona = () => [...journey.board().journeys.values()].map((one) => personaOf(journey.board(), one)?.name)
    expect(persona()).toEqual([undefined])
    setField(journey.target, 'journeys', journey.id, 'persona', journey.card('Too much'))
    expect(persona()).toEqual([undefined])
    setField(journey.target, 'journeys', journey.id, 'persona', 'p')
    expect(persona()).toEqual(['Maya'])
  })
})
