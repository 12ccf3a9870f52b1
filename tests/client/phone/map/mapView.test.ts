import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  fitView,
  type MapView,
  MAX_SCALE,
  openView,
  panBy,
  pinch,
  zoomAt,
} from '../../../../client/phone/map/mapView.ts'

const phone = { width: 390, height: 640 }
const map = { width: 1600, height: 900 }

test('fitted, the whole map is in the window', () => {
  const { x, y, scale } = fitView(map, phone)
  expect(scale).toBeCloseTo(390 / 1600)
  expect(x).toBeCloseTo(0)
  expect(y + map.height * scale).toBeLessThanOrEqual(phone.height)
})

test('a small map is not blown up', () => {
  expect(fitView({ width: 100, height: 100 }, phone)).toEqual({ x: 145, y: 270, scale: 1 })
})

test('a map opens at a size that can be read, at its upper left', () => {
  expect(openView(map, phone)).toEqual({ x: 0, y: 0, scale: 640 / 900 })
  expect(openView({ width: 1600, height: 9000 }, phone).scale).toBe(0.7)
})

test('what is under the fingers stays there', () => {
  const at = { x: 100, y: 200 }
  const before: MapView = { x: -300, y: -100, scale: 0.7 }
  const after = zoomAt(before, 1.5, at, map, phone)
  const under = (view: MapView) => ({ x: (at.x - view.x) / view.scale, y: (at.y - view.y) / view.scale })
  expect(under(after).x).toBeCloseTo(under(before).x)
  expect(under(after).y).toBeCloseTo(under(before).y)
})

test('two fingers: what was under each is under it again', () => {
  const before: MapView = { x: -300, y: -100, scale: 0.7 }
  const [a, b, c] = [
    { x: 100, y: 200 },
    { x: 200, y: 300 },
    { x: 260, y: 360 },
  ]
  const after = pinch(before, [a, b], [a, c], map, phone)
  expect(after.scale).toBeCloseTo(0.7 * 1.6)
  expect((a.x - after.x) / after.scale).toBeCloseTo((a.x - before.x) / before.scale)
  expect((c.y - after.y) / after.scale).toBeCloseTo((b.y - before.y) / before.scale)
})

test('whatever fingers do, some of the map stays in the window, neither tiny nor huge', () => {
  const number = fc.double({ min: -5000, max: 5000, noNaN: true })
  const point = fc.record({ x: number, y: number })
  const moves = fc.array(fc.tuple(point, point, point, point), { maxLength: 20 })
  fc.assert(
    fc.property(moves, (steps) => {
      let view = openView(map, phone)
      for (const [a, b, c, d] of steps) view = panBy(pinch(view, [a, b], [c, d], map, phone), a, map, phone)
      expect(view.scale).toBeLessThanOrEqual(MAX_SCALE)
      expect(view.scale).toBeGreaterThan(0.1)
      expect(view.x).toBeLessThanOrEqual(phone.width - 80)
      expect(view.x + map.width * view.scale).toBeGreaterThanOrEqual(79.9)
      expect(view.y + map.height * view.scale).toBeGreaterThanOrEqual(79.9)
    }),
  )
})
