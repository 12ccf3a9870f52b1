// Edits of a drafts document: it holds cards and nothing else, so whether a cell takes a card is known from the board and
// decided before. Texts and fields are edited as on the board.
import type { CardId } from '../ids.ts'
import { placeSchema } from '../readRecords.ts'
import { type CardMove, type NewCard, plainPlace, restoreCards } from './editCards.ts'
import { type EditTarget, recordOf, setValue, transact } from './EditTarget.ts'

/** Returns the ids made; a card whose id is taken is left out. */
export function createDrafts(target: EditTarget, cards: readonly NewCard[]): CardId[] {
  return restoreCards(target, cards)
}

/** Drafts that are gone are left out. */
export function placeDrafts(target: EditTarget, moves: readonly CardMove[]): void {
  transact(target, () => {
    for (const { id, place } of moves) {
      const record = recordOf(target, 'cards', id)
      if (record && placeSchema.safeParse(place).success) setValue(record, 'place', plainPlace(place))
    }
  })
}
