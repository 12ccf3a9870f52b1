// Emotion readings: each participant writes only under their own id (the server refuses the rest, but for what comes with a
// file).
import * as Y from 'yjs'
import { type EmotionReading, emotionEntryId } from '../Board.ts'
import { type CardId, isId, type JourneyId, type ParticipantId, type StageId } from '../ids.ts'
import { emotionReadingSchema } from '../readRecords.ts'
import { type EditTarget, recordOf, setValue, transact } from './EditTarget.ts'

export interface ReadingPlace {
  readonly journeyId: JourneyId
  readonly personaId: CardId | null
  readonly participantId: ParticipantId
  /** Stage or touchpoint the feeling is about. */
  readonly about: StageId | CardId
}

function isReadingPlace(place: ReadingPlace): boolean {
  return [place.journeyId, place.personaId ?? 'all', place.participantId, place.about].every(isId)
}

/** Sets or replaces one reading; value −2 … +2, kept in tenths. Returns false and changes nothing if it is not allowed. */
export function setReading(target: EditTarget, place: ReadingPlace, reading: EmotionReading): boolean {
  const value = { value: Math.round(reading.value * 10) / 10 + 0, reason: reading.reason }
  if (!isReadingPlace(place) || !emotionReadingSchema.safeParse(value).success) return false
  transact(target, () => {
    const entryId = emotionEntryId(place.journeyId, place.personaId, place.participantId)
    let record = recordOf(target, 'emotions', entryId)
    if (!record) {
      record = new Y.Map<unknown>()
      target.doc.getMap('emotions').set(entryId, record)
    }
    setValue(record, place.about, value)
  })
  return true
}

export function clearReading(target: EditTarget, place: ReadingPlace): void {
  const record = recordOf(target, 'emotions', emotionEntryId(place.journeyId, place.personaId, place.participantId))
  if (record?.has(place.about)) transact(target, () => record.delete(place.about))
}
