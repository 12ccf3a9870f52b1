import { describe, expect, it } from 'vitest'
import { readNumber } from '../../../../client/board/card-details/readNumber.ts'
import { withReading } from '../../../../client/board/card-details/withReading.ts'

const any = { min: -1e9, max: 1e9 }

describe('readNumber', () => {
  it.each([
    ['62', 62],
    ['  62,5 ', 62.5],
    ['1,234', 1234],
    ['1,234,567.5', 1_234_567.5],
    ['1.234.567,5', 1_234_567.5],
    ['1 234', 1234],
    ['−3', -3],
    ['-0,25', -0.25],
    ['', null],
  ])('reads "%s"', (typed, value) => {
    expect(readNumber(typed, any)).toEqual({ ok: true, value })
  })

  it('refuses what is no number, no whole number or out of range', () => {
    expect(readNumber('soon', any).ok).toBe(false)
    expect(readNumber('1.2.3', any).ok).toBe(false)
    expect(readNumber('2.5', { min: 1, max: 5, integer: true }).ok).toBe(false)
    expect(readNumber('6', { min: 1, max: 5, integer: true })).toEqual({
      ok: false,
      reason: 'Enter a number from 1 to 5.',
    })
  })
})

describe('withReading', () => {
  it('keeps one value a day, oldest first', () => {
    const first = withReading([], { date: '2026-09-01', value: 98 })
    const second = withReading(first, { date: '2026-08-01', value: 121 })
    expect(withReading(second, { date: '2026-09-01', value: 90 })).toEqual([
      { date: '2026-08-01', value: 121 },
      { date: '2026-09-01', value: 90 },
    ])
  })
})
