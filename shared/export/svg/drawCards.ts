import type { Board } from '../../journey/Board.ts'
import type { CardLayout } from '../../layout/JourneyLayout.ts'
import { drawCard } from './drawCard.ts'
import type { Pen } from './Pen.ts'

/** Sorted by id where two could overlap, so that the order in which a machine learned of them does not show. */
export function drawCards(pen: Pen, board: Board, places: Iterable<CardLayout>): string[] {
  return [...places]
    .toSorted((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1))
    .flatMap((place) => {
      const card = board.cards.get(place.id)
      return card ? [drawCard(pen, card, place)] : []
    })
}
