// Who may touch what on the board. Decided per touched entity, at the moment the update is applied.
import type { RefusalReason } from '../../../shared/protocol/messages.ts'
import type { Role } from '../../../shared/protocol/roles.ts'
import { everythingAllowed } from '../../../shared/workshop/agenda.ts'
import { type BoardTouch, forbids, type HeldRights } from '../../../shared/workshop/boardRule.ts'
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

interface FacilitatedRights {
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

/** What a message does to one entity. */
export type Touch = Pick<BoardTouch, 'root' | 'entityId' | 'card'>

/** Roots people write in. `meta` is the server's. */
const writableRoots: ReadonlySet<string> = new Set([
  'journeys',
  'stages',
  'lanes',
  'cards',
  'emotions',
  'drawings',
  'clusters',
])

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
  const { facilitated = plainRights(rights.structureLocked) } = rights
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

/** Nothing but the lock of the structure. */
function plainRights(structureLocked: boolean): FacilitatedRights {
  return {
    now: { structureLocked, frozen: false, locks: new Map(), phase: everythingAllowed },
    grace: [],
    authorOf: () => null,
    phaseSentence: () => '',
    lockSentence: () => '',
  }
}

function refusalUnder(
  held: HeldRights,
  facilitated: FacilitatedRights,
  writer: Writer,
  touch: Touch,
): RightRefusal | null {
  const isOwn = (): boolean => facilitated.authorOf(touch.entityId) === writer.participantId
  const forbidden = forbids(held, { ...touch, isOwn })
  if (!forbidden) return null
  switch (forbidden.by) {
    case 'cardLocked':
      return { reason: 'cardLocked', sentence: facilitated.lockSentence(touch.entityId) }
    case 'phase':
      return { reason: 'phase', sentence: facilitated.phaseSentence(forbidden.action) }
    default:
      return { reason: forbidden.by }
  }
}
