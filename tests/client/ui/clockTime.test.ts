// Local times on both sides, so that the test holds in every time zone.
import { expect, test } from 'vitest'
import { calendarDay, clockTime, nearDay } from '../../../client/ui/clockTime.ts'

const at = (year: number, month: number, day: number, hour = 12, minute = 0) =>
  new Date(year, month - 1, day, hour, minute).getTime()

test('times have 24 hours', () => {
  expect([clockTime(at(2026, 11, 21, 0, 5)), clockTime(at(2026, 11, 21, 14, 58))]).toEqual(['00:05', '14:58'])
})

test('the year is said where it is another', () => {
  expect(calendarDay(at(2026, 11, 18), at(2026, 12, 31))).toBe('18 November')
  expect(calendarDay(at(2025, 5, 3), at(2026, 1, 1))).toBe('3 May 2025')
})

test('today and yesterday go by the calendar, also over the end of a month', () => {
  const now = at(2026, 3, 1, 8)
  expect(nearDay(at(2026, 3, 1, 0, 0), now)).toBe('today')
  expect(nearDay(at(2026, 2, 28, 23, 59), now)).toBe('yesterday')
  expect(nearDay(at(2026, 2, 27, 23, 59), now)).toBeNull()
})
