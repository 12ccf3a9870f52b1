// A drafts document as the list a screen shows. Pure, reads only.
import type * as Y from 'yjs'
import { type Card, isCellPlace, type Place } from '../../shared/journey/Board.ts'
import type { CardKind, NoteType } from '../../shared/journey/cards/cardKinds.ts'
import type { CardId } from '../../shared/journey/ids.ts'
import { cardTitle } from '../../shared/journey/readBoardParts.ts'
import { readCard } from '../../shared/journey/readRecords.ts'

/** One own note of a private phase. */
export interface Draft {
  readonly id: CardId
  readonly kind: CardKind
  /** Of notes; null for other kinds. */
  readonly noteType: NoteType | null
  readonly text: string
  readonly place: Place
  /** It is on the board now, as another card: `revealed` of the connection says which. */
  readonly isRevealed: boolean
}

/** In the order they were written. What cannot be read is left out; it stays in the document. */
export function draftList(doc: Y.Doc, revealed: Readonly<Record<string, string>>): Draft[] {
  return draftCards(doc).map((card) => ({
    id: card.id,
    kind: card.kind,
    noteType: card.kind === 'note' ? card.fields.type : null,
    text: cardTitle(card),
    place: card.place,
    isRevealed: Object.hasOwn(revealed, card.id),
  }))
}

function draftCards(doc: Y.Doc): Card[] {
  return [...doc.getMap('cards')].flatMap(([id, record]) => {
    const card = readCard(id, record)
    return card.ok ? [card.value] : []
  })
}

/** Equal lists are one value: nothing is drawn again for a change that shows nowhere. */
export function isSameList(a: readonly Draft[], b: readonly Draft[]): boolean {
  return a.length === b.length && a.every((draft, at) => isSameDraft(draft, b[at]))
}

function isSameDraft(a: Draft, b: Draft | undefined): boolean {
  if (!b || a.id !== b.id || a.text !== b.text || a.isRevealed !== b.isRevealed || a.noteType !== b.noteType)
    return false
  if (!isCellPlace(a.place) || !isCellPlace(b.place)) return JSON.stringify(a.place) === JSON.stringify(b.place)
  return a.place.stageId === b.place.stageId && a.place.laneId === b.place.laneId && a.place.order === b.place.order
}
