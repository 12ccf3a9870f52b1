// Which cards made by one step of the history hold words or values that somebody else wrote. Looks into Yjs' structs:
// who wrote a letter is known from the client id of its item and nowhere else.
/* oxlint-disable no-underscore-dangle -- Yjs' names for what it exports to tools like this one */
import * as Y from 'yjs'

type DeleteSet = Parameters<typeof Y.isDeleted>[0]

/** Ids of cards that are part of `insertions` and have living content by another client than the card's maker. */
export function cardsWrittenByOthers(doc: Y.Doc, insertions: DeleteSet): string[] {
  const found: string[] = []
  for (const [id, card] of doc.getMap('cards').entries()) {
    const item = card instanceof Y.Map ? card._item : null
    if (!item || !Y.isDeleted(insertions, item.id)) continue
    if (hasForeignContent(card as Y.Map<unknown>, item.id.client)) found.push(id)
  }
  return found
}

function hasForeignContent(map: Y.Map<unknown>, maker: number): boolean {
  for (const [key, item] of map._map) {
    if (item.deleted) continue
    // Where a card lies is not what it says: somebody may have moved it or sorted the cell.
    if (key !== 'place' && item.id.client !== maker) return true
    const value: unknown = map.get(key)
    if (value instanceof Y.Text && hasForeignLetters(value, maker)) return true
    if (value instanceof Y.Map && hasForeignContent(value as Y.Map<unknown>, maker)) return true
  }
  return false
}

function hasForeignLetters(text: Y.Text, maker: number): boolean {
  for (let item = text._start; item; item = item.right) {
    if (!item.deleted && item.countable && item.id.client !== maker) return true
  }
  return false
}
