import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Place } from '../../../../shared/journey/Board.ts'
import { readBoard } from '../../../../shared/journey/BoardModel.ts'
import { cardKindNames, cardKinds } from '../../../../shared/journey/cards/cardKinds.ts'
import { createCards, deleteCards, placeCards, restoreCards } from '../../../../shared/journey/edit/editCards.ts'
import { TEXT_SLACK } from '../../../../shared/journey/fields.ts'
import type { CardId } from '../../../../shared/journey/ids.ts'
import { homelessCards } from '../../../../shared/journey/readBoardParts.ts'
import { checkEdit, checkRefused } from '../../../support/checkEdit.ts'
import { drawJourney } from '../../../support/journeyBuilder.ts'

const draw = () =>
  drawJourney(`
              | Preparing    | Separating
  touchpoints | Class; Site  | Exam
  pains       | Too much     |
  emotion     | anna -1      |
`)
const note = { id: 'new1' as CardId, kind: 'note' as const }

describe('createCards', () => {
  it.each(cardKindNames)('makes a %s with empty fields, free on the canvas', (kind) => {
    const { doc } = draw()
    const board = checkEdit(doc, (target) =>
      createCards(target, [{ id: 'new1' as CardId, kind, place: { x: 1, y: 2 } }]),
    )
    expect(board.cards.get('new1' as CardId)).toMatchObject({ kind, place: { x: 1, y: 2 } })
  })

  it('puts cards into a cell in the order of their keys, with the values that are allowed', () => {
    const journey = draw()
    const fields = { text: 'Paper 📄', type: 'quote', severity: 9, unknown: 1 }
    checkEdit(journey.doc, (target) =>
      createCards(target, [
        { ...note, place: journey.place('Preparing', 'pains', 0), fields },
        { ...note, id: 'new2' as CardId, place: journey.place('Preparing', 'pains'), fields: { text: 'Late' } },
      ]),
    )
    expect(journey.cell('Preparing', 'pains')).toEqual(['Paper 📄', 'Too much', 'Late'])
    expect(journey.board().cards.get(note.id)?.fields).toMatchObject({ type: 'quote', severity: null })
  })

  it('keeps pasted text that is longer than one may type, up to the slack, and cuts no character', () => {
    const { doc, target } = draw()
    const limit = cardKinds.note.fields.text.maxLength * TEXT_SLACK
    createCards(target, [{ ...note, place: { x: 0, y: 0 }, fields: { text: `${'x'.repeat(limit - 1)}😀` } }])
    const card = readBoard(doc).cards.get(note.id)
    expect(card?.kind === 'note' && card.fields.text).toBe('x'.repeat(limit - 1))
  })

  it('leaves no half of a character behind that would differ from copy to copy', () => {
    const { doc } = draw()
    const board = checkEdit(doc, (target) =>
      createCards(target, [{ ...note, place: { x: 0, y: 0 }, fields: { text: 'a\uD83D', department: '\uDC00b' } }]),
    )
    expect(board.cards.get(note.id)?.fields).toMatchObject({ text: 'a\uFFFD', department: '\uFFFDb' })
  })

  it.each<[string, (journey: ReturnType<typeof draw>) => { id: string; kind: string; place: unknown }]>([
    ['an id that is taken', (j) => ({ id: j.card('Class'), kind: 'note', place: { x: 0, y: 0 } })],
    ['an id that is none', () => ({ id: '__proto__', kind: 'note', place: { x: 0, y: 0 } })],
    ['a kind that is none', () => ({ id: 'new1', kind: 'constructor', place: { x: 0, y: 0 } })],
    ['a lane that takes no such kind', (j) => ({ id: 'new1', kind: 'kpi', place: j.place('Preparing', 'pains') })],
    [
      'a stage that is gone',
      (j) => ({ id: 'new1', kind: 'note', place: { ...j.place('Preparing', 'pains'), stageId: 'gone' } }),
    ],
    [
      'another journey',
      (j) => ({ id: 'new1', kind: 'note', place: { ...j.place('Preparing', 'pains'), journeyId: 'gone' } }),
    ],
    [
      'an order that is none',
      (j) => ({ id: 'new1', kind: 'note', place: { ...j.place('Preparing', 'pains'), order: '!' } }),
    ],
    ['a point that is none', () => ({ id: 'new1', kind: 'note', place: { x: Number.NaN, y: 0 } })],
    ['a point far out', () => ({ id: 'new1', kind: 'note', place: { x: 1e9, y: 0 } })],
  ])('refuses %s', (_, cardOf) => {
    const journey = draw()
    checkRefused(journey.doc, (target) => expect(createCards(target, [cardOf(journey) as never])).toEqual([]))
  })
})

describe('placeCards', () => {
  it('moves cards between cells and onto the canvas in one step', () => {
    const journey = draw()
    checkEdit(journey.doc, (target) =>
      placeCards(target, [
        { id: journey.card('Class'), place: journey.place('Separating', 'touchpoints', 0) },
        { id: journey.card('Too much'), place: { x: 5, y: 6 } },
      ]),
    )
    expect(journey.cell('Separating', 'touchpoints')).toEqual(['Class', 'Exam'])
    expect(journey.cell('Preparing', 'pains')).toEqual([])
  })

  it('keeps nothing in a place that does not belong there', () => {
    const journey = draw()
    const place = { ...journey.place('Separating', 'touchpoints'), x: 1, y: 2 }
    placeCards(journey.target, [{ id: journey.card('Class'), place }])
    expect(Object.keys(journey.board().cards.get(journey.card('Class'))?.place ?? {}).toSorted()).toEqual([
      'journeyId',
      'laneId',
      'order',
      'stageId',
    ])
  })

  it('refuses a lane that does not take the kind, a card that is gone, and the place it has', () => {
    const journey = draw()
    const before = journey.board().cards.get(journey.card('Class'))?.place as Place
    checkRefused(journey.doc, (target) =>
      placeCards(target, [
        { id: journey.card('Class'), place: journey.place('Preparing', 'pains') },
        { id: 'gone' as CardId, place: { x: 0, y: 0 } },
        { id: journey.card('Class'), place: before },
      ]),
    )
  })

  it('10,000 drags of one card leave the document under 5 kB larger', () => {
    const journey = draw()
    const sizeBefore = Y.encodeStateAsUpdate(journey.doc).length
    const places = [journey.place('Separating', 'touchpoints'), journey.place('Preparing', 'touchpoints', 0)]
    const id = journey.card('Class')
    for (let drag = 0; drag < 10_000; drag++) placeCards(journey.target, [{ id, place: places[drag % 2] as Place }])
    expect(Y.encodeStateAsUpdate(journey.doc).length - sizeBefore).toBeLessThan(5_000)
    expect(journey.cell('Preparing', 'touchpoints')).toEqual(['Class', 'Site'])
  })
})

describe('deleteCards', () => {
  it('deletes cards in one step; links to them read as unset', () => {
    const journey = draw()
    const board = checkEdit(journey.doc, (target) => deleteCards(target, [journey.card('Class'), journey.card('Exam')]))
    expect([...board.cards.keys()].toSorted()).toEqual(['Site', 'Toomuch'])
  })

  it('refuses a card that is gone', () => {
    checkRefused(draw().doc, (target) => deleteCards(target, ['gone' as CardId, '__proto__' as CardId]))
  })
})

describe('restoreCards', () => {
  it('takes a card whose cell is gone and shows it below the map', () => {
    const journey = draw()
    const place = { ...journey.place('Preparing', 'pains'), stageId: 'gone' } as Place
    const board = checkEdit(journey.doc, (target) =>
      restoreCards(target, [
        { ...note, place },
        { ...note, place },
      ]),
    )
    expect(homelessCards(board).map(({ id }) => id)).toEqual([note.id])
  })
})
