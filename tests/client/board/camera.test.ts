// Where the camera stands when a board opens.
import type { Editor } from 'tldraw'
import { expect, test } from 'vitest'
import { fitWidth, openAt } from '../../../client/board/camera.ts'

/** Zoom, and the left and right edge of a map of this width on the screen. */
function opened(screen: number, map: number, how = openAt) {
  let camera = { x: 0, y: 0, z: 1 }
  const editor = {
    getViewportScreenBounds: () => ({ w: screen, h: 800 }),
    setCamera: (next: typeof camera) => void (camera = next),
  } as unknown as Editor
  how(editor, { x: 100, y: 50, w: map, h: 700 })
  const left = (100 + camera.x) * camera.z
  return { zoom: camera.z, left: Math.round(left), right: Math.round(left + map * camera.z) }
}

const [threeStages, fiveStages, eightStages] = [3, 5, 8].map((stages) => 128 + 360 * stages)

test('a map that fits stands in the middle, never larger than drawn', () => {
  expect(opened(1440, threeStages ?? 0)).toEqual({ zoom: 1, left: 116, right: 1324 })
})

test('one that would hang over the edge by a little is shown whole', () => {
  const { zoom, left, right } = opened(1440, fiveStages ?? 0)
  expect(zoom).toBeLessThan(0.75)
  expect(zoom).toBeGreaterThan(0.67)
  expect([left, right]).toEqual([53, 1387])
})

test('a wide one stays readable and goes on beyond the edge, unless all of it is asked for', () => {
  expect(opened(1440, eightStages ?? 0)).toMatchObject({ zoom: 0.75, left: 24 })
  expect(opened(1440, eightStages ?? 0, fitWidth)).toMatchObject({ left: 53, right: 1387 })
})
