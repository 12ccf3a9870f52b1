import { expect, test } from 'vitest'
import { emotionEntriesOf } from '../../../shared/insight/emotionEntriesOf.ts'
import { createCards } from '../../../shared/journey/edit/editCards.ts'
import { setReading } from '../../../shared/journey/edit/editEmotions.ts'
import { setField } from '../../../shared/journey/edit/editFields.ts'
import type { CardId, ParticipantId } from '../../../shared/journey/ids.ts'
import { drawJourney } from '../../support/journeyBuilder.ts'

const persona = 'persona1' as CardId
const drawing = `
          | Preparing | Separating
  emotion | anna -1   | anna 1; ben 2
`

/** The journey is given a persona after Anna and Ben set their readings; Anna then sets one anew. */
function drawWithLatePersona() {
  const journey = drawJourney(drawing)
  createCards(journey.target, [{ id: persona, kind: 'persona', place: { x: 0, y: 0 }, fields: { name: 'Customer' } }])
  setField(journey.target, 'journeys', journey.id, 'persona', persona)
  const place = {
    journeyId: journey.id,
    personaId: persona,
    participantId: 'anna' as ParticipantId,
    about: journey.stage('Preparing'),
  }
  setReading(journey.target, place, { value: -2, reason: '' })
  return journey
}

const valuesOf = (journey: ReturnType<typeof drawWithLatePersona>, personaId: CardId | null) =>
  Object.fromEntries(
    emotionEntriesOf(journey.board(), journey.id, personaId).map((entry) => [
      entry.participantId,
      [...entry.readings.values()].map(({ value }) => value),
    ]),
  )

test('readings given before there was a persona go on counting, one by one, until said anew', () => {
  expect(valuesOf(drawWithLatePersona(), persona)).toEqual({ anna: [-2, 1], ben: [2] })
})

test('without a persona only the readings about nobody count', () => {
  expect(valuesOf(drawWithLatePersona(), null)).toEqual({ anna: [-1, 1], ben: [2] })
})

test('a persona whose card is gone counts as none', () => {
  expect(valuesOf(drawWithLatePersona(), 'deleted1' as CardId)).toEqual({ anna: [-1, 1], ben: [2] })
})
