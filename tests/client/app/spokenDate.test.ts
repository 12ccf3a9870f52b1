import { expect, test } from 'vitest'
import { spokenDate } from '../../../client/app/home/spokenDate.ts'

// Local times on both sides, so that the test holds in every time zone.
const now = new Date(2026, 10, 21, 15, 10).getTime()

test.each([
  [new Date(2026, 10, 21, 14, 58), 'today, 14:58'],
  [new Date(2026, 10, 21, 0, 0), 'today, 00:00'],
  [new Date(2026, 10, 20, 23, 59), 'yesterday, 23:59'],
  [new Date(2026, 10, 18, 9, 0), '18 November'],
  [new Date(2025, 4, 3, 9, 0), '3 May 2025'],
])('%s', (then, spoken) => {
  expect(spokenDate(then.getTime(), now)).toBe(spoken)
})

test('the first of a month: yesterday was in the month before', () => {
  expect(spokenDate(new Date(2026, 1, 28, 12, 0).getTime(), new Date(2026, 2, 1, 8, 0).getTime())).toBe(
    'yesterday, 12:00',
  )
})
