import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeForSheet, SHEET_GAP } from '../../../../client/board/shapes/journey-map/placeForSheet.ts'

const sheet = { x: 100, y: 50, w: 1000, h: 600 }

it('is right of the sheet, upper edges in line', () => {
  expect(placeForSheet(sheet, sheet, [sheet])).toEqual({ x: 1100 + SHEET_GAP, y: 50 })
  expect(placeForSheet(null, sheet, [])).toEqual({ x: 0, y: 0 })
})

it('keeps clear of what lies there already, and heeds nothing above or below', () => {
  const note = { x: 1300, y: 300, w: 164, h: 50 }
  const above = { x: 1300, y: -200, w: 164, h: 50 }
  expect(placeForSheet(sheet, sheet, [sheet, above])).toEqual({ x: 1220, y: 50 })
  expect(placeForSheet(sheet, sheet, [note, sheet])).toEqual({ x: 1464 + SHEET_GAP, y: 50 })
})

it('never lies on anything', () => {
  const coordinate = fc.integer({ min: -3000, max: 6000 })
  const size = fc.integer({ min: 1, max: 1500 })
  const rect = fc.record({ x: coordinate, y: coordinate, w: size, h: size })
  fc.assert(
    fc.property(fc.array(rect, { maxLength: 12 }), (taken) => {
      const { x, y } = placeForSheet(sheet, sheet, [sheet, ...taken])
      const isFree = [sheet, ...taken].every(
        (one) => one.x >= x + sheet.w || one.x + one.w <= x || one.y >= y + sheet.h || one.y + one.h <= y,
      )
      expect(isFree).toBe(true)
    }),
  )
})
