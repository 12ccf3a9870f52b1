// Who may touch what on the board. Decided per touched entity, at the moment the update is applied.
import type { CardKind, NoteType } from '../../../shared/journey/cards/cardKinds.ts'
import type { RefusalReason } from '../../../shared/protocol/messages.ts'
import type { Role } from '../../../shared/protocol/roles.ts'
import { mayAdd, type PhaseRights } from '../../../shared/workshop/agenda.ts'
import type { PhaseAction } from '../../../shared/workshop/phaseSentence.ts'

export interface Writer {
  readonly participantId: string
  readonly role: Role
}

export interface RoomRights {
  readonly structureLocked: boolean
  readonly closed: boolean
  /** Left out: nothing is facilitated, everything else is allowed. */
  readonly facilitated?: FacilitatedRights
  /** A document with a rule of its own (drafts): nothing else is asked. */
  readonly ownRule?: (writer: Writer, touch: Touch) => RightRefusal | null
}

/** What a facilitator set for everybody else, at one moment. */
export interface HeldRights {
  readonly structureLocked: boolean
  readonly frozen: boolean
  /** Card id → the facilitator who locked it. */
  readonly locks: ReadonlyMap<string, string>
  /** Null: no phase is on. */
  readonly phase: PhaseRights | null
}

export interface FacilitatedRights {
  readonly now: HeldRights
  /** A moment ago: edits already under way when something changed are still taken. */
  readonly grace: readonly HeldRights[]
  /** Who made a card; null: nobody knows. */
  readonly authorOf: (cardId: string) => string | null
  readonly phaseSentence: (action: PhaseAction) => string
  readonly lockSentence: (cardId: string) => string
}

export interface RightRefusal {
  readonly reason: RefusalReason
  readonly sentence?: string
}

/** What a message does to a card, as far as rights depend on it. */
export interface CardTouch {
  /** The message adds it. */
  readonly isNew: boolean
  readonly kind: CardKind | null
  readonly noteType: NoteType | null
  /** The message gives a card that is there another kind. */
  readonly changesKind: boolean
}

export interface Touch {
  readonly root: string
  readonly entityId: string
  /** Asked only where the answer counts. */
  readonly card: () => CardTouch
}

/** Roots people write in. `meta` is the server's. */
export const writableRoots: ReadonlySet<string> = new Set([
  'journeys',
  'stages',
  'lanes',
  'cards',
  'emotions',
  'drawings',
  'clusters',
])
const structureRoots: ReadonlySet<string> = new Set(['journeys', 'stages', 'lanes'])

/** Null: allowed. */
export function refusalFor(writer: Writer, rights: RoomRights, touch: Touch): RightRefusal | null {
  const { root, entityId } = touch
  if (rights.ownRule) return rights.ownRule(writer, touch)
  if (writer.role === 'viewer') return { reason: 'viewer' }
  if (rights.closed) return { reason: 'closed' }
  if (!writableRoots.has(root)) return { reason: 'notYours' }
  // `<journeyId>.<personaId or all>.<participantId>`: feelings are their owner's, facilitators included.
  if (root === 'emotions' && entityId.slice(entityId.lastIndexOf('.') + 1) !== writer.participantId)
    return { reason: 'notYours' }
  if (writer.role === 'facilitator') return null
  const { facilitated } = rights
  if (!facilitated) return rights.structureLocked && structureRoots.has(root) ? { reason: 'structureLocked' } : null
  const refusal = refusalUnder(facilitated.now, facilitated, writer, touch)
  if (!refusal) return null
  return facilitated.grace.some((held) => !refusalUnder(held, facilitated, writer, touch)) ? null : refusal
}

/** A locked card is not put into a group or a merge either: it would be moved, or hidden behind another. Null: allowed. */
export function refusalForMember(writer: Writer, { facilitated }: RoomRights, cardId: string): RightRefusal | null {
  if (writer.role === 'facilitator' || !facilitated?.now.locks.has(cardId)) return null
  if (facilitated.grace.some(({ locks }) => !locks.has(cardId))) return null
  return { reason: 'cardLocked', sentence: facilitated.lockSentence(cardId) }
}

function refusalUnder(
  held: HeldRights,
  facilitated: FacilitatedRights,
  writer: Writer,
  touch: Touch,
): RightRefusal | null {
  const { root, entityId } = touch
  if (held.frozen) return { reason: 'frozen' }
  if (held.structureLocked && structureRoots.has(root)) return { reason: 'structureLocked' }
  if (root === 'cards' && held.locks.has(entityId))
    return { reason: 'cardLocked', sentence: facilitated.lockSentence(entityId) }
  const action = held.phase && forbidden(held.phase, facilitated, writer, touch)
  return action && { reason: 'phase', sentence: facilitated.phaseSentence(action) }
}

/** What the phase does not allow of this touch; null: nothing. */
function forbidden(
  phase: PhaseRights,
  facilitated: FacilitatedRights,
  writer: Writer,
  { root, entityId, card }: Touch,
): PhaseAction | null {
  switch (root) {
    case 'cards': {
      const { isNew, kind, noteType, changesKind } = card()
      const isAddable = kind === null ? phase.add === 'all' || phase.add.length > 0 : mayAdd(phase, kind, noteType)
      if (isNew || changesKind) return isAddable ? null : { does: 'add', kind }
      if (phase.editOthers) return null
      // Own cards go with the right to add their kind: in a phase for watching not even they change.
      return isAddable && facilitated.authorOf(entityId) === writer.participantId ? null : { does: 'edit' }
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
