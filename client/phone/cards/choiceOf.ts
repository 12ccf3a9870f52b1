import type { Card } from '../../../shared/journey/Board.ts'
import type { CardChoice } from './addChoices.ts'

/** What a card is, as the form for new cards names it. */
export function choiceOf(card: Card): CardChoice {
  return { kind: card.kind, noteType: card.kind === 'note' ? card.fields.type : null }
}
