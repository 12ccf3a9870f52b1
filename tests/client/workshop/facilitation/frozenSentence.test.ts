// Who froze the board is told by name, and not to themselves.
import { expect, test } from 'vitest'
import { atom, computed } from '@tldraw/state'
import { frozenSentence } from '../../../../client/workshop/facilitation/frozenSentence.ts'
import { newWorkshopState, type Participant } from '../../../../shared/protocol/messages.ts'
import type { Role } from '../../../../shared/protocol/roles.ts'

const person = (id: string, name: string, role: Role) => ({ id, name, role }) as Participant
const people = [
  person('maya', 'Maya', 'facilitator'),
  person('tom', 'Tom', 'facilitator'),
  person('ben', 'Ben', 'participant'),
]

function read(
  who: string,
  state: { frozen?: boolean; frozenBy?: string | null; closed?: boolean } = {},
): string | null {
  const me = people.find(({ id }) => id === who) ?? null
  return frozenSentence({
    workshop: atom('workshop', { ...newWorkshopState('W'), frozen: true, frozenBy: 'maya', ...state }),
    roster: atom('roster', new Map(people.map((one) => [one.id, one]))),
    role: computed('role', (): Role => me?.role ?? 'viewer'),
    me: computed('me', () => me),
  })
}

test.each([
  ['ben', /^Maya has frozen the board\. Only facilitators/],
  ['tom', /^Maya has frozen the board: participants/],
  ['maya', /^You have frozen the board/],
])('%s reads %s', (who, sentence) => {
  expect(read(who)).toMatch(sentence)
})

test('somebody who is gone, or an earlier version of the server: without a name', () => {
  expect(read('ben', { frozenBy: 'gone' })).toMatch(/^A facilitator has/)
  expect(read('tom', { frozenBy: null })).toMatch(/^The board is frozen/)
})

test('nothing to read where nothing is frozen, or where the workshop is closed', () => {
  expect([read('ben', { frozen: false }), read('ben', { closed: true })]).toEqual([null, null])
})
