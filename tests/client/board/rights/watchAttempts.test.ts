// Who tries to change what may not be changed is told why nothing happens.
import { expect, test } from 'vitest'
import type { Canvas } from '../../../../client/board/CanvasContext.ts'
import type { CanvasVote } from '../../../../client/board/voting/CanvasVote.ts'
import { watchAttempts } from '../../../../client/board/rights/watchAttempts.ts'
import { BoardRules } from '../../../../client/connection/BoardRules.ts'
import { newWorkshopState, type WorkshopState } from '../../../../shared/protocol/messages.ts'
import type { Role } from '../../../../shared/protocol/roles.ts'
import * as Y from 'yjs'
import { during, roomOf } from '../../../support/roomOf.ts'

type Happened = { name: string; phase?: string; key?: string }

interface Setting {
  readonly types?: readonly string[]
  readonly role?: Role
  readonly workshop?: Partial<WorkshopState>
  readonly state?: string
  readonly takesDots?: boolean
}

/** A canvas on which these shapes are selected, the first of them under the pointer. */
function boardWith({
  types = ['stage'],
  role = 'participant',
  workshop = locked,
  state = 'select.idle',
  takesDots = false,
}: Setting) {
  let listener: ((info: Happened) => void) | null = null
  const shapes = types.map((type, at) => ({
    id: `shape:s${at}`,
    typeName: 'shape',
    type,
    props: type === 'card' ? { kind: 'touchpoint', fields: {} } : {},
  }))
  const editor = {
    on: (_: string, added: (info: Happened) => void) => (listener = added),
    off: () => (listener = null),
    isIn: (path: string) => path === state,
    isInAny: (...paths: string[]) => paths.includes(state),
    inputs: { currentPagePoint: { x: 0, y: 0 }, isDragging: true },
    getSelectedShapes: () => shapes,
    getShapeAtPoint: () => shapes[0],
  }
  const rules = new BoardRules(roomOf(role, { ...newWorkshopState(''), ...workshop }).room, new Y.Doc())
  const told: string[] = []
  const canvas = { editor, session: { rules } } as unknown as Canvas
  const vote = { takesClicks: () => takesDots } as unknown as CanvasVote
  const stop = watchAttempts({ canvas, vote }, (why) => told.push(why))
  return { stop, happens: (...all: Happened[]) => all.forEach((info) => listener?.(info)), told }
}
const locked = { structureLocked: true }
const doubleClick = { name: 'double_click', phase: 'up' }
const lockedSentence = 'The facilitator locked stages and lanes.'

test('a double click on a locked header is answered', () => {
  const board = boardWith({ types: ['lane'] })
  board.happens({ name: 'double_click', phase: 'down' }, doubleClick)
  expect(board.told).toEqual([lockedSentence])
})

test.each(['select.translating', 'select.pointing_shape'])(
  'a drag (%s) is answered once, the next one again',
  (state) => {
    const board = boardWith({ state })
    const move = { name: 'pointer_move' }
    board.happens({ name: 'pointer_down' }, move, move, move, { name: 'pointer_down' }, move)
    expect(board.told).toHaveLength(2)
  },
)

test('keys that would change it are answered, others not', () => {
  const board = boardWith({})
  board.happens({ name: 'key_down', key: 'Delete' }, { name: 'key_down', key: 'ArrowLeft' })
  expect(board.told).toHaveLength(1)
})

test('a card in a phase for voting: by the phase; a locked one: by who locked it; a drawing: by what it is', () => {
  const drag = [{ name: 'pointer_down' }, { name: 'pointer_move' }]
  const state = 'select.pointing_shape'
  const voting = boardWith({ types: ['card'], workshop: during('Vote'), state })
  voting.happens(...drag)
  expect(voting.told).toEqual(['This phase is for voting. Cards can be changed again in Act.'])
  const byMaya = boardWith({ types: ['text', 'card'], workshop: { locks: { s1: 'maya' } }, state })
  byMaya.happens(...drag)
  expect(byMaya.told).toEqual(['Maya locked this card.'])
  const drawing = boardWith({ types: ['arrow'], workshop: during('Vote'), state })
  drawing.happens(...drag)
  expect(drawing.told).toEqual(['This phase is for voting. Drawing is possible again in Act.'])
})

test.each<[string, Setting]>([
  ['a card nobody locked', { types: ['card'] }],
  ['a facilitator', { role: 'facilitator' }],
  ['a viewer', { role: 'viewer' }],
  ['the curve', { types: ['emotion-curve'], workshop: during('Vote') }],
])('nothing is said for %s', (_, setting) => {
  const board = boardWith(setting)
  board.happens(doubleClick, { name: 'key_down', key: 'Delete' })
  expect(board.told).toEqual([])
})

test('two clicks on a card that takes dots are two dots', () => {
  const board = boardWith({ types: ['card'], workshop: during('Vote'), takesDots: true })
  board.happens(doubleClick)
  expect(board.told).toEqual([])
})

test('moving the pointer over it is no attempt, and after the stop nothing is', () => {
  const board = boardWith({})
  board.happens({ name: 'pointer_move' })
  board.stop()
  board.happens(doubleClick)
  expect(board.told).toEqual([])
})
