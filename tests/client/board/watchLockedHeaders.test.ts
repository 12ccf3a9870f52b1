// Who tries to change a header that is locked for them is told why nothing happens.
import { expect, test } from 'vitest'
import type { Canvas } from '../../../client/board/CanvasContext.ts'
import { watchLockedHeaders } from '../../../client/board/watchLockedHeaders.ts'

type Happened = { name: string; phase?: string; key?: string }

/** A canvas on which one shape is selected and lies under the pointer. */
function boardWith({ type = 'stage', canShape = false, canWrite = true, state = 'select.idle' }) {
  let listener: ((info: Happened) => void) | null = null
  const shape = { type }
  const editor = {
    on: (_: string, added: (info: Happened) => void) => (listener = added),
    off: () => (listener = null),
    isIn: (path: string) => path === state,
    inputs: { currentPagePoint: { x: 0, y: 0 } },
    getOnlySelectedShape: () => shape,
    getShapeAtPoint: (_: unknown, { filter }: { filter: (shape: { type: string }) => boolean }) =>
      filter(shape) ? shape : undefined,
  }
  const session = { canShape: { get: () => canShape }, canWrite: { get: () => canWrite } }
  let told = 0
  const stop = watchLockedHeaders({ editor, session } as unknown as Canvas, () => (told += 1))
  return { stop, happens: (...all: Happened[]) => all.forEach((info) => listener?.(info)), told: () => told }
}
const doubleClick = { name: 'double_click', phase: 'up' }

test('a double click on a locked header is answered', () => {
  const board = boardWith({ type: 'lane' })
  board.happens({ name: 'double_click', phase: 'down' }, doubleClick)
  expect(board.told()).toBe(1)
})

test('a drag is answered once, the next one again', () => {
  const board = boardWith({ state: 'select.translating' })
  const move = { name: 'pointer_move' }
  board.happens({ name: 'pointer_down' }, move, move, move, { name: 'pointer_down' }, move)
  expect(board.told()).toBe(2)
})

test('keys that would change it are answered, others not', () => {
  const board = boardWith({})
  board.happens({ name: 'key_down', key: 'Delete' }, { name: 'key_down', key: 'ArrowLeft' })
  expect(board.told()).toBe(1)
})

test.each([
  ['a card', { type: 'card' }],
  ['who may change it', { canShape: true }],
  ['a viewer', { canWrite: false }],
])('nothing is said for %s', (_, setting) => {
  const board = boardWith(setting)
  board.happens(doubleClick, { name: 'key_down', key: 'Delete' })
  expect(board.told()).toBe(0)
})

test('moving the pointer over it is no attempt, and after the stop nothing is', () => {
  const board = boardWith({})
  board.happens({ name: 'pointer_move' })
  board.stop()
  board.happens(doubleClick)
  expect(board.told()).toBe(0)
})
