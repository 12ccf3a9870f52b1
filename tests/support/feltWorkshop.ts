// A room of people of several departments who say how a journey feels, the same for the same seed: some for the persona,
// some before there was one, some alike, some about what is gone since.
import { readBoard } from '../../shared/journey/BoardModel.ts'
import { createCards } from '../../shared/journey/edit/editCards.ts'
import { setReading } from '../../shared/journey/edit/editEmotions.ts'
import { setField } from '../../shared/journey/edit/editFields.ts'
import type { CardId, ParticipantId, StageId } from '../../shared/journey/ids.ts'
import type { ExportInput, ExportParticipant } from '../../shared/export/formats.ts'
import { type DrawnJourney, drawJourney } from './journeyBuilder.ts'
import type { Random } from './Random.ts'

export interface FeltWorkshop {
  readonly journey: DrawnJourney
  readonly people: readonly ExportParticipant[]
  readonly input: ExportInput
}

const persona = 'customer' as CardId
const departments = ['Sales', 'Support', 'Ops', '']

/** `giverOf`: whose feelings are given by whom instead; everybody's are their own if left out. */
export function feltWorkshop(random: Random, giverOf: (id: string) => string = (id) => id): FeltWorkshop {
  const journey = drawJourney('| One | Two | Three\n touchpoints | Shop | Till |')
  createCards(journey.target, [
    { id: persona, kind: 'persona', place: { x: 0, y: -900 }, fields: { name: 'Customer' } },
  ])
  setField(journey.target, 'journeys', journey.id, 'persona', persona)
  const people = Array.from({ length: random.integer(1, 14) }, (_, at) => {
    return { id: `id${at}`, name: `Name ${at}`, department: random.pick(departments) ?? '' }
  })
  const places = ['One', 'Two', 'Three'].map((name) => journey.stage(name) as StageId | CardId)
  places.push(journey.card('Shop'), 'gone' as CardId)
  for (const { id } of people) {
    for (let count = random.integer(0, 4); count > 0; count--) {
      const about = random.pick(places) ?? journey.stage('One')
      const personaId = random.pick([null, persona, persona, 'gonePersona' as CardId]) ?? null
      const reading = { value: random.integer(-2, 2), reason: random.pick(['', 'slow', 'late']) ?? '' }
      setReading(
        journey.target,
        { journeyId: journey.id, personaId, participantId: giverOf(id) as ParticipantId, about },
        reading,
      )
    }
  }
  return { journey, people, input: inputOf(journey, people) }
}

export function inputOf(journey: Pick<DrawnJourney, 'doc'>, participants: readonly ExportParticipant[]): ExportInput {
  const workshop = { title: 'Felt', departments: departments.filter(Boolean), participants }
  return { board: readBoard(journey.doc), drawings: [], workshop, nowMs: 0 }
}
