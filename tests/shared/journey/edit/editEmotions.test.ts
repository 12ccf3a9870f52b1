import { describe, expect, it } from 'vitest'
import { clearReading, type ReadingPlace, setReading } from '../../../../shared/journey/edit/editEmotions.ts'
import { checkEdit, checkRefused } from '../../../support/checkEdit.ts'
import { drawJourney } from '../../../support/journeyBuilder.ts'

const draw = () =>
  drawJourney(`
              | Preparing | Separating
  touchpoints | Class     | Exam
  emotion     | anna -1   | ben 1 calm
`)
const ben = (journey: ReturnType<typeof draw>): ReadingPlace => ({
  journeyId: journey.id,
  personaId: null,
  participantId: 'ben' as never,
  about: journey.stage('Separating'),
})

describe('readings', () => {
  it('are set with a reason and kept in tenths', () => {
    const journey = draw()
    const reading = { value: -1.4499, reason: 'too long' }
    const board = checkEdit(journey.doc, (target) => expect(setReading(target, ben(journey), reading)).toBe(true))
    expect(board.emotions.get('Journey.all.ben')?.readings.get(journey.stage('Separating'))).toEqual({
      value: -1.4,
      reason: 'too long',
    })
  })

  it('of one person leave those of others alone', () => {
    const journey = draw()
    checkEdit(journey.doc, (target) =>
      setReading(target, { ...ben(journey), about: journey.card('Class') }, { value: 2, reason: '' }),
    )
    expect(journey.show()).toContain('anna -1')
  })

  it('are taken back', () => {
    const journey = draw()
    const board = checkEdit(journey.doc, (target) => clearReading(target, ben(journey)))
    expect(board.emotions.get('Journey.all.ben')?.readings.size).toBe(0)
    checkRefused(journey.doc, (target) => clearReading(target, ben(journey)))
  })

  it.each([
    [{ value: 2.1, reason: '' }, {}],
    [{ value: Number.NaN, reason: '' }, {}],
    [{ value: 1, reason: 'x'.repeat(201) }, {}],
    [{ value: 1, reason: '' }, { about: '__proto__' }],
    [{ value: 1, reason: '' }, { participantId: 'a.b' }],
    [{ value: 1, reason: '' }, { personaId: '' }],
  ])('%j with %j is refused', (reading, place) => {
    const journey = draw()
    checkRefused(journey.doc, (target) =>
      expect(setReading(target, { ...ben(journey), ...(place as Partial<ReadingPlace>) }, reading)).toBe(false),
    )
  })
})
