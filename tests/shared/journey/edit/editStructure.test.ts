import { describe, expect, it } from 'vitest'
import { createCards } from '../../../../shared/journey/edit/editCards.ts'
import { setField } from '../../../../shared/journey/edit/editFields.ts'
import {
  createJourney,
  createLane,
  createStage,
  deleteJourney,
  deleteLane,
  deleteStage,
  moveJourney,
  reorder,
} from '../../../../shared/journey/edit/editStructure.ts'
import type { CardId, JourneyId, LaneId, StageId } from '../../../../shared/journey/ids.ts'
import { orderAt } from '../../../../shared/journey/order.ts'
import { lanesOf, stagesOf } from '../../../../shared/journey/readBoardParts.ts'
import { checkEdit, checkRefused } from '../../../support/checkEdit.ts'
import { drawJourney, straightened } from '../../../support/journeyBuilder.ts'

const draw = () =>
  drawJourney(`
              | Preparing    | Separating
  touchpoints | Class; Site  | Exam
  pains       | Too much     |
  emotion     | anna -1      | anna 1
`)
const id = 'new1'

describe('journeys', () => {
  it('are made with what they are given and empty otherwise', () => {
    const board = checkEdit(draw().doc, (target) =>
      createJourney(target, { id: id as JourneyId, place: { x: 3, y: 4 }, title: 'Second', state: 'to-be' }),
    )
    expect(board.journeys.get(id as JourneyId)).toEqual({
      id,
      place: { x: 3, y: 4 },
      title: 'Second',
      objective: '',
      successMeasure: '',
      state: 'to-be',
      persona: null,
    })
  })

  it('move', () => {
    const journey = draw()
    const board = checkEdit(journey.doc, (target) => moveJourney(target, journey.id, { x: 10, y: -10 }))
    expect(board.journeys.get(journey.id)?.place).toEqual({ x: 10, y: -10 })
  })

  it('go with their stages, lanes and cards; feelings are their owners’ and stay for undo', () => {
    const journey = draw()
    drawJourney('| Elsewhere\npains | Other', { doc: journey.doc, title: 'Second' })
    const board = checkEdit(journey.doc, (target) => deleteJourney(target, journey.id))
    expect([board.journeys.size, board.stages.size, board.lanes.size, board.cards.size, board.emotions.size]).toEqual([
      1, 1, 1, 1, 1,
    ])
  })

  it('take their persona along unless another journey is about it', () => {
    const journey = draw()
    const second = drawJourney('| Elsewhere\npains | Other', { doc: journey.doc, title: 'Second' })
    const persona = 'persona1' as CardId
    createCards(journey.target, [{ id: persona, kind: 'persona', place: { x: 0, y: 0 } }])
    for (const { id: about } of [journey, second]) setField(journey.target, 'journeys', about, 'persona', persona)
    expect(checkEdit(journey.doc, (target) => deleteJourney(target, journey.id)).cards.has(persona)).toBe(true)
    expect(checkEdit(journey.doc, (target) => deleteJourney(target, second.id)).cards.has(persona)).toBe(false)
  })

  it('are refused if they are there, or have no place', () => {
    const journey = draw()
    checkRefused(journey.doc, (target) => {
      expect(createJourney(target, { id: journey.id, place: { x: 0, y: 0 } })).toBe(false)
      expect(createJourney(target, { id: '__proto__' as JourneyId, place: { x: 0, y: 0 } })).toBe(false)
      expect(createJourney(target, { id: id as JourneyId, place: { x: Infinity, y: 0 } })).toBe(false)
      moveJourney(target, journey.id, { x: Number.NaN, y: 0 })
      moveJourney(target, 'gone' as JourneyId, { x: 0, y: 0 })
      deleteJourney(target, 'gone' as JourneyId)
    })
  })
})

describe('stages and lanes', () => {
  it('are made at their place in the order', () => {
    const journey = draw()
    const order = orderAt(stagesOf(journey.board(), journey.id), 1)
    checkEdit(journey.doc, (target) =>
      createStage(target, { id: id as StageId, journeyId: journey.id, order, name: 'Between', columns: 3 }),
    )
    const laneOrder = orderAt(lanesOf(journey.board(), journey.id), 0)
    checkEdit(journey.doc, (target) =>
      createLane(target, {
        id: id as LaneId,
        journeyId: journey.id,
        order: laneOrder,
        kind: 'thoughts',
        title: 'Asks',
      }),
    )
    expect(journey.show()).toBe(
      straightened(`
                      | Preparing    | Between | Separating
      thoughts (Asks) |              |         |
      touchpoints     | Class; Site  |         | Exam
      pains           | Too much     |         |
      emotion         | anna -1      |         | anna 1
      `),
    )
  })

  it('change their place in the order, and their cards follow', () => {
    const journey = draw()
    checkEdit(journey.doc, (target) => reorder(target, 'stages', journey.stage('Preparing'), 'a9'))
    checkEdit(journey.doc, (target) => reorder(target, 'lanes', journey.lane('pains'), 'Zz'))
    expect(journey.show()).toBe(
      straightened(`
                  | Separating | Preparing
      pains       |            | Too much
      touchpoints | Exam       | Class; Site
      emotion     | anna 1     | anna -1
      `),
    )
  })

  it('go with their cards', () => {
    const journey = draw()
    checkEdit(journey.doc, (target) => deleteStage(target, journey.stage('Preparing')))
    checkEdit(journey.doc, (target) => deleteLane(target, journey.lane('pains')))
    expect([...journey.board().cards.keys()]).toEqual(['Exam'])
  })

  it('are refused without a journey, with an order that is none, or with an id that is taken', () => {
    const journey = draw()
    const stage = { id: id as StageId, journeyId: journey.id, order: 'a5' }
    checkRefused(journey.doc, (target) => {
      expect(createStage(target, { ...stage, journeyId: 'gone' as JourneyId })).toBe(false)
      expect(createStage(target, { ...stage, order: 'no key' })).toBe(false)
      expect(createStage(target, { ...stage, id: journey.stage('Preparing') })).toBe(false)
      expect(createStage(target, { ...stage, id: 'not an id' as StageId })).toBe(false)
      expect(createLane(target, { ...stage, id: id as LaneId, order: '', kind: 'pains' })).toBe(false)
      reorder(target, 'stages', journey.stage('Preparing'), '?')
      reorder(target, 'lanes', 'gone' as LaneId, 'a5')
      deleteStage(target, 'gone' as StageId)
      deleteLane(target, 'gone' as LaneId)
    })
  })

  it('of a kind that is none are refused', () => {
    const journey = draw()
    checkRefused(journey.doc, (target) =>
      createLane(target, { id: id as LaneId, journeyId: journey.id, order: 'a5', kind: 'constructor' as never }),
    )
  })
})
