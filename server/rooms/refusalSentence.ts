// What people read when a change was refused. Says what happened and that nothing is lost.
import type { RefusalReason } from '../../shared/protocol/messages.ts'
import { BOARD_IS_FULL } from './BoardDocument.ts'

const sentences: Readonly<Record<RefusalReason, string>> = {
  viewer: 'This link is for watching. Ask for a participant link to write.',
  structureLocked: 'The facilitator locked stages and lanes. Your change is kept aside.',
  closed: 'This workshop is closed. Your change is kept aside.',
  phase: 'This phase does not allow that. Your change is kept aside.',
  cardLocked: 'This card is locked. Your change is kept aside.',
  frozen: 'The facilitator froze the board. Your change is kept aside.',
  invalidValue: 'This value does not fit here. Your change is kept aside.',
  notYours: 'This belongs to somebody else. Your change is kept aside.',
  tooLarge: 'This is too much at once. Your change is kept aside.',
  readOnly: 'The board takes no changes now. Your change waits here.',
  malformed: 'This change could not be read. Reload the page.',
  afterRefusal: 'This builds on a change that was not taken. It is kept aside.',
}

export function refusalSentence(reason: RefusalReason, detail: string): string {
  if (detail === BOARD_IS_FULL) return 'The board is full. Delete something first. Your change is kept aside.'
  return sentences[reason]
}
