// The rule of rights: what participants may change on the board under what a facilitator has set for everybody. Run by
// the server's gate for every entity a message touches, and by clients, which show only what applies.
import type { CardKind, NoteType } from '../journey/cards/cardKinds.ts'
import type { WorkshopState } from '../protocol/messages.ts'
import { mayAdd, noteTypes, type PhaseRights, rightsNow } from './agenda.ts'
import type { PhaseAction } from './phaseSentence.ts'

/** What a facilitator set for everybody else, at one moment. Facilitators are exempt, viewers never write. */
export interface HeldRights {
  readonly structureLocked: boolean
  readonly frozen: boolean
  /** Card id → the facilitator who locked it. */
  readonly locks: ReadonlyMap<string, string>
  /** Everything, if no phase is on. */
  readonly phase: PhaseRights
}

/** A change of one entity of the board, as far as rights depend on it. */
export interface BoardTouch {
  readonly root: string
  readonly entityId: string
  /** Asked of cards only, and only where the answer counts. */
  readonly card: () => CardTouch
  /** Whether whoever changes the card made it. */
  readonly isOwn: () => boolean
}

export interface CardTouch {
  /** It is added. */
  readonly isNew: boolean
  /** Null: none that exists. */
  readonly kind: CardKind | null
  readonly noteType: NoteType | null
  /** One that is there becomes another kind. */
  readonly changesKind: boolean
}

export type Forbidden =
  | { readonly by: 'frozen' | 'structureLocked' | 'cardLocked' }
  | { readonly by: 'phase'; readonly action: PhaseAction }

const structureRoots: ReadonlySet<string> = new Set(['journeys', 'stages', 'lanes'])

export function heldRights({
  structureLocked,
  frozen,
  locks,
  agenda,
}: Pick<WorkshopState, 'structureLocked' | 'frozen' | 'locks' | 'agenda'>): HeldRights {
  return { structureLocked, frozen, locks: new Map(Object.entries(locks)), phase: rightsNow(agenda) }
}

/** Null: a participant may. Whose feelings an entry holds is another question: everybody's are their own. */
export function forbids(held: HeldRights, touch: BoardTouch): Forbidden | null {
  const { root, entityId } = touch
  if (held.frozen) return { by: 'frozen' }
  if (held.structureLocked && structureRoots.has(root)) return { by: 'structureLocked' }
  if (root === 'cards' && held.locks.has(entityId)) return { by: 'cardLocked' }
  const action = forbiddenAction(held.phase, touch)
  return action && { by: 'phase', action }
}

/** What the phase does not allow of this touch; null: nothing. */
function forbiddenAction(phase: PhaseRights, { root, card, isOwn }: BoardTouch): PhaseAction | null {
  switch (root) {
    case 'cards': {
      const { isNew, kind, noteType, changesKind } = card()
      const isAddable = mayAdd(phase, kind, noteType)
      if (isNew || changesKind) return isAddable ? null : { does: 'add', kind }
      // Own cards go with the right to add their kind: in a phase for watching not even they change.
      return phase.editOthers || (isAddable && isOwn()) ? null : { does: 'edit' }
    }
    case 'emotions':
      return phase.emotion ? null : { does: 'emotion' }
    case 'drawings':
      return phase.draw ? null : { does: 'draw' }
    case 'clusters':
      return phase.editOthers ? null : { does: 'edit' }
    default:
      return phase.structure ? null : { does: 'structure' }
  }
}

/** A card of the board, a shape of the canvas, or one that does not exist yet. */
export interface AnyCard {
  readonly kind: CardKind
  readonly fields: object
}

/** A note without a type reads as a pain (see its declaration). Null for other kinds. */
export function noteTypeOf({ kind, fields }: { kind: unknown; fields: object }): NoteType | null {
  if (kind !== 'note') return null
  const type: unknown = 'type' in fields ? fields.type : null
  return noteTypes.find((name) => name === type) ?? 'pain'
}

export function newCardTouch(card: AnyCard): BoardTouch {
  return cardTouch('', card, true, () => false)
}

/** Move, edit or delete. */
export function oldCardTouch(id: string, card: AnyCard, isOwn: () => boolean): BoardTouch {
  return cardTouch(id, card, false, isOwn)
}

function cardTouch(entityId: string, card: AnyCard, isNew: boolean, isOwn: () => boolean): BoardTouch {
  const facts = { isNew, kind: card.kind, noteType: noteTypeOf(card), changesKind: false }
  return { root: 'cards', entityId, card: () => facts, isOwn }
}
