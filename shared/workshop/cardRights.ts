// Whether one card may be added or changed under the rights of a phase: the rule by which the server's gate decides, for
// clients that show only what applies. Locks and freezes are apart.
import type { CardKind, NoteType } from '../journey/cards/cardKinds.ts'
import { mayAdd, noteTypes, type PhaseRights } from './agenda.ts'

/** A card of the board, a shape of the canvas, or one that does not exist yet. */
export interface AnyCard {
  readonly kind: CardKind
  readonly fields: object
}

/** A note without a type reads as a pain (see its declaration), here as at the gate. Null for other kinds. */
export function noteTypeOf({ kind, fields }: AnyCard): NoteType | null {
  if (kind !== 'note') return null
  const type: unknown = 'type' in fields ? fields.type : null
  return noteTypes.find((name) => name === type) ?? 'pain'
}

export function mayAddCard(rights: PhaseRights, card: AnyCard): boolean {
  return mayAdd(rights, card.kind, noteTypeOf(card))
}

/** Move, edit or delete. Own cards go with the right to add their kind: in a phase for watching not even they change. */
export function mayChangeCard(rights: PhaseRights, card: AnyCard, isOwn: boolean): boolean {
  return rights.editOthers || (isOwn && mayAddCard(rights, card))
}
