// What can be done to a journey from its header.
import { createCards } from '../../../../shared/journey/edit/editCards.ts'
import { setField } from '../../../../shared/journey/edit/editFields.ts'
import { recordOf } from '../../../../shared/journey/edit/EditTarget.ts'
import { type CardId, type JourneyId, newId } from '../../../../shared/journey/ids.ts'
import { CELL_GAP, WIDE_CARD_WIDTH } from '../../../../shared/layout/mapMetrics.ts'
import type { BoardSession } from '../../BoardSession.ts'

/** The journey's persona, if its card is there. */
export function personaCardOf(session: BoardSession, journeyId: JourneyId): CardId | null {
  const id = session.model.board.journeys.get(journeyId)?.persona ?? null
  return id !== null && session.model.board.cards.has(id) ? id : null
}

/** The journey's persona; makes an empty one, lying at the left of the map, if it has none. Null if that is not possible. */
export function ensurePersona(session: BoardSession, journeyId: JourneyId): CardId | null {
  // Read from the document: the model may be a frame behind, and two calls must not make two.
  const known = recordOf(session.edit, 'journeys', journeyId)?.get('persona')
  if (typeof known === 'string' && recordOf(session.edit, 'cards', known)) return known as CardId
  const journey = session.model.board.journeys.get(journeyId)
  if (!journey) return null
  const id = newId<CardId>()
  const place = { x: journey.place.x - WIDE_CARD_WIDTH - 4 * CELL_GAP, y: journey.place.y }
  return session.undo.step(() => {
    const made = createCards(session.edit, [{ id, kind: 'persona', place }])
    if (made.length > 0) setField(session.edit, 'journeys', journeyId, 'persona', id)
    return made[0] ?? null
  })
}

export function setJourneyState(session: BoardSession, journeyId: JourneyId, state: 'as-is' | 'to-be'): void {
  session.undo.step(() => setField(session.edit, 'journeys', journeyId, 'state', state))
}
