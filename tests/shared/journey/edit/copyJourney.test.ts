import { describe, expect, it } from 'vitest'
import { copyJourney } from '../../../../shared/journey/edit/copyJourney.ts'
import { createCards } from '../../../../shared/journey/edit/editCards.ts'
import { setField } from '../../../../shared/journey/edit/editFields.ts'
import { deleteStage } from '../../../../shared/journey/edit/editStructure.ts'
import type { CardId, JourneyId } from '../../../../shared/journey/ids.ts'
import { checkEdit, checkRefused } from '../../../support/checkEdit.ts'
import { drawJourney, showJourney } from '../../../support/journeyBuilder.ts'

const draw = () =>
  drawJourney(`
                | Preparing (6 months) | Separating
  touchpoints   | Class; Site          | Exam
  pains (Hurts) | Too much             |
  free          | action/Ask everybody |
  kpi           | NPS                  |
  emotion       | anna -1              | anna 1
`)
const place = { x: 900, y: 20 }

describe('a copy of a journey', () => {
  it('has the same stages, lanes and cards under new ids, without the feelings', () => {
    const journey = draw()
    const drawn = journey.show()
    let id: JourneyId | null = null
    const board = checkEdit(journey.doc, (target) => {
      id = copyJourney(target, { from: journey.id, place, state: 'to-be' })
    })
    if (id === null) throw new Error('no copy')
    expect(journey.show()).toBe(drawn)
    expect(showJourney(board, id).replaceAll(/ +/g, ' ')).toBe(drawn.replaceAll(/anna -?1/g, '').replaceAll(/ +/g, ' '))
    expect(board.journeys.get(id)).toMatchObject({ title: 'Journey', state: 'to-be', place })
    expect([board.stages.size, board.lanes.size, board.cards.size, board.emotions.size]).toEqual([4, 10, 12, 1])
  })

  it('is about the same persona, and its fields name the copies of the cards they named', () => {
    const journey = draw()
    const { target } = journey
    createCards(target, [{ id: 'Pat' as CardId, kind: 'persona', place: { x: 0, y: 0 }, fields: { name: 'Pat' } }])
    createCards(target, [{ id: 'Outside' as CardId, kind: 'kpi', place: { x: 0, y: 0 }, fields: { name: 'CSAT' } }])
    const inside = journey.place('Preparing', 'free')
    createCards(target, [{ id: 'Second' as CardId, kind: 'action', place: inside, fields: { kpi: 'Outside' } }])
    setField(target, 'journeys', journey.id, 'persona', 'Pat')
    setField(target, 'cards', journey.card('Ask everybody'), 'kpi', journey.card('NPS'))
    const board = checkEdit(journey.doc, (by) => copyJourney(by, { from: journey.id, place, state: 'to-be' }))
    const copy = [...board.journeys.values()].find(({ state }) => state === 'to-be')
    expect(copy?.persona).toBe('Pat')
    const links = [...board.cards.values()].flatMap((card) =>
      card.kind === 'action' && 'journeyId' in card.place && card.place.journeyId === copy?.id ? [card.fields.kpi] : [],
    )
    const linked = links.map((id) => board.cards.get(id as CardId))
    expect(linked.map((card) => (card?.kind === 'kpi' ? card.fields.name : ''))).toEqual(['NPS', 'CSAT'])
    expect(links).not.toContain(journey.card('NPS'))
  })

  it('has no cards whose stage is gone', () => {
    const journey = draw()
    const left = journey.place('Separating', 'touchpoints')
    deleteStage(journey.target, journey.stage('Separating'))
    journey.target.doc.transact(() => {
      // As when somebody else puts a card there at that moment.
      const card = journey.doc.getMap('cards').get('Class') as { set(key: string, value: unknown): void }
      card.set('place', left)
    })
    const board = checkEdit(journey.doc, (by) => copyJourney(by, { from: journey.id, place, state: 'to-be' }))
    expect([...board.cards.values()].filter((card) => card.kind === 'touchpoint')).toHaveLength(3)
  })

  it('is none of a journey that is not there, or at no place', () => {
    const journey = draw()
    checkRefused(journey.doc, (by) => {
      expect(copyJourney(by, { from: 'gone' as JourneyId, place, state: 'to-be' })).toBeNull()
      expect(copyJourney(by, { from: journey.id, place: { x: Number.NaN, y: 0 }, state: 'to-be' })).toBeNull()
    })
  })
})
