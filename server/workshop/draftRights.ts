// What may be written into a drafts document: cards of the kinds its private phase takes, by their author.
import { currentPhase, mayAdd, type Phase } from '../../shared/workshop/agenda.ts'
import { phaseSentence } from '../../shared/workshop/phaseSentence.ts'
import type { RightRefusal, RoomRights, Touch, Writer } from '../rooms/gate/rights.ts'
import type { Workshop } from './Workshop.ts'

/** The private phase that is on and not revealed, or null. */
export function writingPhase(workshop: Workshop): Phase | null {
  const { agenda } = workshop.facilitation.state
  const phase = currentPhase(agenda)
  return phase?.private && !agenda.revealedPhaseIds.includes(phase.id) ? phase : null
}

/**
 * New notes are taken in a private phase, a moment after it (`isGrace`), and from those who come back with what they
 * wrote offline (`isReturn`). What is there may always be changed by its author: it stays a draft.
 */
export function draftRights(workshop: Workshop, isGrace: boolean, isReturn: boolean): RoomRights {
  const { structureLocked, closed } = workshop.info
  return {
    structureLocked,
    closed,
    ownRule: (writer, touch) => refusalFor(workshop, writer, touch, isGrace || isReturn),
  }
}

function refusalFor(workshop: Workshop, writer: Writer, touch: Touch, isLateTaken: boolean): RightRefusal | null {
  if (writer.role === 'viewer') return { reason: 'viewer' }
  if (workshop.info.closed) return { reason: 'closed' }
  if (touch.root !== 'cards') return { reason: 'notYours' }
  const { isNew, kind, noteType, changesKind } = touch.card()
  if (!isNew && !changesKind) return null
  const { agenda, lastPrivateId } = workshop.facilitation.state
  const last = isLateTaken ? agenda.phases.find(({ id }) => id === lastPrivateId) : undefined
  const phase = writingPhase(workshop) ?? last
  if (!phase) return { reason: 'phase', sentence: 'Private writing is over. Your note is kept aside.' }
  const isAddable = kind === null || writer.role === 'facilitator' || mayAdd(phase.rights, kind, noteType)
  return isAddable ? null : { reason: 'phase', sentence: phaseSentence(agenda, { does: 'add', kind }) }
}
