// What may be written into a drafts document: cards of the kinds its private phase takes, by their author.
import { mayAdd, privatePhase } from '../../shared/workshop/agenda.ts'
import { phaseSentence } from '../../shared/workshop/phaseSentence.ts'
import type { RightRefusal, RoomRights, Touch, Writer } from '../rooms/gate/rights.ts'
import type { Workshop } from './Workshop.ts'

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
  const phase = privatePhase(agenda) ?? last
  if (!phase) return { reason: 'phase', sentence: 'Private writing is over. Your note is kept aside.' }
  const isAddable = writer.role === 'facilitator' || mayAdd(phase.rights, kind, noteType)
  return isAddable ? null : { reason: 'phase', sentence: phaseSentence(agenda, { does: 'add', kind }) }
}
