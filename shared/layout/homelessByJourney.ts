// Cards whose cell no longer exists, by the journey they were put in.
import { type Board, type Card, isCellPlace } from '../journey/Board.ts'
import type { JourneyId } from '../journey/ids.ts'
import { homelessCards } from '../journey/readBoardParts.ts'

/** In a fixed order: the order in which a client learned of them must not decide where they show. */
export function homelessByJourney(board: Board): Map<JourneyId, Card[]> {
  const byJourney = new Map<JourneyId, Card[]>()
  for (const card of homelessCards(board).toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (!isCellPlace(card.place)) continue
    const cards = byJourney.get(card.place.journeyId)
    if (cards) cards.push(card)
    else byJourney.set(card.place.journeyId, [card])
  }
  return byJourney
}
