// What this person may do with a card that is there. The server's gate decides; this hides what it would refuse. Pure.
import * as Y from 'yjs'
import type { Card } from '../../../shared/journey/Board.ts'
import type { Role } from '../../../shared/protocol/roles.ts'
import { mayAdd, type PhaseRights } from '../../../shared/workshop/agenda.ts'

export interface CardRightsFacts {
  readonly role: Role
  readonly rights: PhaseRights
  readonly canWrite: boolean
  /** The facilitator who locked this card, or null. */
  readonly lockedBy: string | null
  readonly isOwn: boolean
}

/** Own cards as long as their kind may be added, those of others where the phase says so; locked ones never. */
export function mayChange(card: Card, { role, rights, canWrite, lockedBy, isOwn }: CardRightsFacts): boolean {
  if (!canWrite) return false
  if (role === 'facilitator') return true
  if (lockedBy !== null) return false
  return rights.editOthers || (isOwn && mayAdd(rights, card.kind, card.kind === 'note' ? card.fields.type : null))
}

/** Yjs client id under which a card was made; null if it is not there. */
export function makerOf(doc: Y.Doc, cardId: string): number | null {
  const record = doc.getMap('cards').get(cardId)
  // The only place that says who made a record.
  // oxlint-disable-next-line no-underscore-dangle
  return record instanceof Y.Map ? (record._item?.id.client ?? null) : null
}
