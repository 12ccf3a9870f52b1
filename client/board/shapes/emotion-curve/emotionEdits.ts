// Setting and taking back one's own readings from the curve.
import type { CardId, JourneyId, ParticipantId } from '../../../../shared/journey/ids.ts'
import { clearReading, type ReadingPlace, setReading } from '../../../../shared/journey/edit/editEmotions.ts'
import type { EmotionTarget } from '../../../../shared/insight/emotionConsensus.ts'
import { transact } from '../../../../shared/journey/edit/EditTarget.ts'
import { MAX_EMOTION, MIN_EMOTION } from '../../../../shared/journey/schema.ts'
import type { BoardSession } from '../../BoardSession.ts'

/** Readings move in halves; with Shift in tenths. */
export const STEP = 0.5
export const FINE_STEP = 0.1

export function snapEmotion(value: number, isFine: boolean): number {
  const step = isFine ? FINE_STEP : STEP
  const snapped = Math.round(Math.round(value / step) * step * 10) / 10
  return Math.min(MAX_EMOTION, Math.max(MIN_EMOTION, snapped)) + 0
}

export interface OwnReadings {
  readonly session: BoardSession
  readonly journeyId: JourneyId
  readonly personaId: CardId | null
}

function placeOf({ session, journeyId, personaId }: OwnReadings, about: EmotionTarget): ReadingPlace {
  return { journeyId, personaId, participantId: session.workshop.participantId as ParticipantId, about }
}

/** One step of undo. */
export function writeReading(own: OwnReadings, about: EmotionTarget, value: number, reason: string): void {
  own.session.undo.step(() => setReading(own.session.edit, placeOf(own, about), { value, reason }))
}

export function removeReading(own: OwnReadings, about: EmotionTarget): void {
  own.session.undo.step(() =>
    transact(own.session.edit, () => {
      clearReading(own.session.edit, placeOf(own, about))
      // One given before the journey had a persona would show again.
      clearReading(own.session.edit, { ...placeOf(own, about), personaId: null })
    }),
  )
}
