import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { type CardRightsFacts, makerOf, mayChange } from '../../../../client/phone/cards/cardRights.ts'
import type { Card } from '../../../../shared/journey/Board.ts'
import { everythingAllowed, nothingAllowed } from '../../../../shared/workshop/agenda.ts'
import { drawJourney } from '../../../support/journeyBuilder.ts'

const map = drawJourney(`
            | Preparing
  pains     | Too late
`)
const pain = map.board().cards.get(map.card('Too late')) as Card

const facts: CardRightsFacts = {
  role: 'participant',
  rights: everythingAllowed,
  canWrite: true,
  lockedBy: null,
  isOwn: false,
}
const onlyPains = { ...nothingAllowed, add: ['note' as const], noteTypes: ['pain' as const] }

test.each<[string, Partial<CardRightsFacts>, boolean]>([
  ['anybody’s where the phase says so', {}, true],
  ['a locked one, by a participant', { lockedBy: 'maya' }, false],
  ['a locked one, by a facilitator', { lockedBy: 'maya', role: 'facilitator' }, true],
  ['nothing in a closed workshop', { canWrite: false, role: 'facilitator' }, false],
  ['that of another in a phase for new notes', { rights: onlyPains }, false],
  ['one’s own in a phase for its kind', { rights: onlyPains, isOwn: true }, true],
  ['one’s own in a phase for another type', { rights: { ...onlyPains, noteTypes: ['gain'] }, isOwn: true }, false],
  ['one’s own in a phase for watching', { rights: nothingAllowed, isOwn: true }, false],
])('who may change a card: %s', (_, more, expected) => {
  expect(mayChange(pain, { ...facts, ...more })).toBe(expected)
})

test('who made a card is known from its record, also after somebody else wrote in it', () => {
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(map.doc))
  ;(other.getMap('cards').get(pain.id) as Y.Map<unknown>).set('severity', 3)
  expect(makerOf(other, pain.id)).toBe(map.doc.clientID)
  expect(makerOf(other, 'nobody')).toBeNull()
})
