// Whose readings count for a journey. Readings belong to the persona the journey was about when they were given; those
// given before there was a persona go on counting until their author says something else for the persona.
import type { Board, EmotionEntry } from '../journey/Board.ts'
import type { CardId, JourneyId, ParticipantId } from '../journey/ids.ts'

/** One entry per participant with a reading. A persona whose card is gone counts as none. */
export function emotionEntriesOf(board: Board, journeyId: JourneyId, personaId: CardId | null): EmotionEntry[] {
  const persona = personaId !== null && board.cards.has(personaId) ? personaId : null
  const byPerson = new Map<ParticipantId, EmotionEntry>()
  for (const entry of board.emotions.values()) {
    const counts = entry.journeyId === journeyId && (entry.personaId === persona || entry.personaId === null)
    if (!counts || entry.readings.size === 0) continue
    const other = byPerson.get(entry.participantId)
    byPerson.set(entry.participantId, other ? joinEntries(other, entry) : entry)
  }
  return [...byPerson.values()]
}

/** What was said about the persona stands over what was said before there was one. */
function joinEntries(a: EmotionEntry, b: EmotionEntry): EmotionEntry {
  const [general, specific] = a.personaId === null ? [a, b] : [b, a]
  return { ...specific, readings: new Map([...general.readings, ...specific.readings]) }
}
