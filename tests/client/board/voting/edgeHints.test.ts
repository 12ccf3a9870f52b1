// What a frame of the canvas costs while people vote: the board is read when it changes, not when the camera moves.
import { atom, react } from '@tldraw/state'
import { expect, test } from 'vitest'
import type { Canvas } from '../../../../client/board/CanvasContext.ts'
import { watchEdgeHints } from '../../../../client/board/voting/edgeHints.ts'

function played(cards: number) {
  const camera = atom('camera', { x: 0, z: 1 })
  const version = atom('version', 0)
  const candidateIds = Array.from({ length: cards }, (_, at) => `card${at}`)
  const reads = { shapes: 0 }
  const canvas = {
    editor: {
      getZoomLevel: () => camera.get().z,
      getViewportPageBounds: () => ({ x: camera.get().x, y: 0, w: 1000, h: 600 }),
      getShape: () => {
        reads.shapes += 1
        return { type: 'card', x: 1200, y: 100, props: { w: 164, h: 50, kind: 'note', fields: { type: 'pain' } } }
      },
    },
    binding: {
      view: { get: () => ({ board: { cards: new Map(), stages: new Map() }, version: version.get() }) },
    },
    session: {
      voting: {
        view: atom('view', null),
        ballot: { canVote: atom('can vote', true), round: atom('round', { candidateIds }) },
      },
    },
  } as unknown as Canvas
  return { canvas, camera, version, reads }
}

test('a hundred frames read no shape; a change of the board reads each candidate once', () => {
  const { canvas, camera, version, reads } = played(100)
  const { hints } = watchEdgeHints(canvas)
  const shown: string[] = []
  const stop = react('drawn', () => void shown.push(hints.get()))
  expect(reads.shapes).toBe(100)
  for (let x = 0; x <= 100; x++) camera.set({ x, z: 1 })
  expect(reads.shapes).toBe(100)
  expect(shown).toHaveLength(1)
  version.set(1)
  expect(reads.shapes).toBe(200)
  stop()
})

test('a hint goes when what it told of is in view, and leads there before', () => {
  const { canvas, camera } = played(3)
  const { hints, viewOf } = watchEdgeHints(canvas)
  expect(JSON.parse(hints.get())).toMatchObject([{ side: 'right', text: expect.stringContaining('3 pains') as string }])
  const view = viewOf('right')
  camera.set({ x: view?.x ?? 0, z: 1 })
  expect(hints.get()).toBe('[]')
  expect(viewOf('right')).toBeNull()
})

test('far away nothing is told', () => {
  const { canvas, camera } = played(3)
  camera.set({ x: 0, z: 0.2 })
  expect(watchEdgeHints(canvas).hints.get()).toBe('[]')
})
