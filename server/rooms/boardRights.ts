// What may be done on the board at this moment: the workshop's locks and phase as the gate asks for them.
import type * as Y from 'yjs'
import { phaseSentence } from '../../shared/workshop/phaseSentence.ts'
import type { Workshop } from '../workshop/Workshop.ts'
import { authorOf } from './authorOf.ts'
import type { RoomRights } from './gate/rights.ts'

/** Grace is for edits already under way when rights changed; what somebody brings back from offline is none (`isReturn`). */
export function boardRights(workshop: Workshop, doc: Y.Doc, isReturn: boolean): RoomRights {
  const { structureLocked, closed } = workshop.info
  const { facilitation } = workshop
  return {
    structureLocked,
    closed,
    facilitated: {
      now: facilitation.rights(structureLocked),
      grace: isReturn ? [] : facilitation.graceRights,
      authorOf: (cardId) => authorOf(doc, workshop, cardId),
      phaseSentence: (action) => phaseSentence(facilitation.state.agenda, action),
      lockSentence: (cardId) => {
        const name = workshop.participant(facilitation.state.locks[cardId] ?? '')?.name ?? ''
        return `${name === '' ? 'The facilitator' : name} locked this card.`
      },
    },
  }
}
