// Who made a card. Nothing in the document says so (it could be forged there): the struct that made the record carries
// the client id it was written under, and the workshop knows whose that is.
import * as Y from 'yjs'
import type { Workshop } from '../workshop/Workshop.ts'

/** Null: imported, restored, or written under an id nobody has bound. Revealed notes: their author, whatever is shown. */
export function authorOf(doc: Y.Doc, workshop: Workshop, cardId: string): string | null {
  const revealed = workshop.reveals.authorOf(cardId)
  if (revealed !== null) return revealed
  // Yjs keeps the item behind a key here; the last one is what the map shows.
  const { _map: items } = doc.getMap('cards')
  const item = items.get(cardId)
  return item instanceof Y.Item && !item.deleted ? workshop.clients.ownerOf(item.id.client) : null
}
