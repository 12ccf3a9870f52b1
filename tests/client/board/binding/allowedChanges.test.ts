// The backstop behind tools and keys: of what happened on the canvas, only what is allowed reaches the document.
import type { TLRecord } from 'tldraw'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { allowedChanges } from '../../../../client/board/binding/allowedChanges.ts'
import { isNothing, type UserChanges } from '../../../../client/board/binding/collectUserChanges.ts'
import type { CardShape } from '../../../../client/board/shapes/journeyShapes.ts'
import { BoardRules } from '../../../../client/connection/BoardRules.ts'
import { readBoard } from '../../../../shared/journey/BoardModel.ts'
import type { WorkshopState } from '../../../../shared/protocol/messages.ts'
import type { Role } from '../../../../shared/protocol/roles.ts'
import { drawJourney } from '../../../support/journeyBuilder.ts'
import { during, roomOf } from '../../../support/roomOf.ts'

const journey = drawJourney(`
             | One
 touchpoints | A; B
`)
const board = readBoard(journey.doc)
const [a, b] = [journey.card('A'), journey.card('B')]
const shape = (id: string) => ({ id: `shape:${id}`, props: { kind: 'touchpoint', fields: {} } }) as unknown as CardShape
const drawing = { id: 'shape:line', typeName: 'shape', type: 'draw' } as TLRecord

const changes: UserChanges = {
  movedCards: [shape(a), shape(b)],
  movedStructure: [],
  newCards: [shape('new')],
  deletedCards: [a, 'gone'],
  deletedStructure: [],
  newDrawings: [drawing],
  changedDrawings: [],
  deletedDrawings: [],
  strays: [],
}

function allowed(role: Role, state: Partial<WorkshopState>, isSpared?: (id: string) => boolean) {
  return allowedChanges(changes, new BoardRules(roomOf(role, state).room, new Y.Doc()), board, isSpared)
}

it('takes everything where everything is allowed', () => {
  expect(allowed('participant', {})).toEqual({ changes, left: null })
  expect(allowed('facilitator', { ...during('Vote'), locks: { [a]: 'maya' } }).left).toBeNull()
})
it('leaves locked cards where they are and takes the others', () => {
  const { changes: taken, left } = allowed('participant', { locks: { [a]: 'maya' } })
  expect(left).toEqual({ why: 'Maya locked this card.' })
  expect([taken.movedCards, taken.deletedCards, taken.newCards.length]).toEqual([[shape(b)], ['gone'], 1])
})
it('takes nothing in a phase for voting but that what is gone is gone', () => {
  const { changes: taken, left } = allowed('participant', during('Vote'))
  expect(isNothing({ ...taken, deletedCards: [] })).toBe(true)
  expect(left?.why).toContain('This phase is for voting.')
})
it('takes words to their end in a drawing that was being written in', () => {
  expect(allowed('participant', during('Vote'), (id) => id === drawing.id).changes.newDrawings).toEqual([drawing])
})
it('has no sentence for who looks on', () => {
  expect(allowed('viewer', {}).left).toEqual({ why: null })
})
