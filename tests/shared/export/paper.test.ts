import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { fitPaper, fitTiles, PAGE_MARGIN, paperNames, TILE_OVERLAP, tilePoster } from '../../../shared/export/paper.ts'

const size = fc.record({
  w: fc.double({ min: 50, max: 20_000, noNaN: true }),
  h: fc.double({ min: 50, max: 20_000, noNaN: true }),
})

it('any map lies within the margins of any paper', () => {
  fc.assert(
    fc.property(size, fc.constantFrom(...paperNames), (content, paper) => {
      const { page, scale } = fitPaper(content, paper)
      expect(content.w * scale).toBeLessThanOrEqual(page.w - 2 * PAGE_MARGIN + 1e-6)
      expect(content.h * scale).toBeLessThanOrEqual(page.h - 2 * PAGE_MARGIN + 1e-6)
      expect(Math.max(page.w, page.h)).toBeLessThanOrEqual(14_400.01)
    }),
  )
})

it('paper is turned the way the map is', () => {
  expect(fitPaper({ w: 2_000, h: 500 }, 'A4').page.w).toBeGreaterThan(800)
  expect(fitPaper({ w: 500, h: 2_000 }, 'A4').page.w).toBeLessThan(600)
})

it('every point of a poster is on a sheet, and neighbours share a strip', () => {
  fc.assert(
    fc.property(
      size,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (poster, x, y) => {
        const { tiles, window, columns, rows } = tilePoster(poster)
        expect(tiles).toHaveLength(columns * rows)
        const point = { x: x * poster.w, y: y * poster.h }
        const isOn = tiles.some(
          (tile) =>
            point.x >= tile.x - 1e-6 &&
            point.x <= tile.x + window.w + 1e-6 &&
            point.y >= tile.y - 1e-6 &&
            point.y <= tile.y + window.h + 1e-6,
        )
        expect(isOn).toBe(true)
        const [first, second] = tiles
        if (first && second && columns > 1) expect(first.x + window.w - second.x).toBeCloseTo(TILE_OVERLAP)
      },
    ),
  )
})

it('a poster that fits one sheet is one sheet', () => {
  expect(tilePoster({ w: 300, h: 200 }).tiles).toHaveLength(1)
})

it('a poster is a little smaller rather than on sheets that hold hardly anything', () => {
  const whole = { w: 1_000, h: 1_000 }
  const { window } = tilePoster({ w: 10, h: 10 })
  // Two sheets below each other, and 20 points more.
  const scale = (2 * window.h - TILE_OVERLAP + 20) / whole.h
  const fitted = fitTiles({ w: window.w / scale, h: whole.h }, scale)
  expect(fitted.tiling.rows * fitted.tiling.columns).toBe(2)
  expect(fitted.scale).toBeLessThan(scale)
  expect(fitted.scale).toBeGreaterThan(scale * 0.9)
  // Nothing to save: as large as asked for.
  expect(fitTiles({ w: 100, h: 100 }, 1).scale).toBe(1)
})
