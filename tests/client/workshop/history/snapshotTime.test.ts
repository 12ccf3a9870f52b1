import { expect, it } from 'vitest'
import { byDay, labelOf, shortTime, spokenTime } from '../../../../client/workshop/history/snapshotTime.ts'
import type { SnapshotInfo } from '../../../../shared/protocol/api.ts'

const at = (day: number, hour: number, month = 5) => new Date(2026, month, day, hour, 3).getTime()
const nowMs = at(18, 15)

function taken(sid: number, takenAtMs: number, label = ''): SnapshotInfo {
  return { sid, kind: 'auto', label, takenAtMs, cards: 1 }
}

it('lists by days, in the order given', () => {
  const days = byDay([taken(5, at(18, 14)), taken(4, at(18, 0)), taken(3, at(17, 23)), taken(1, at(1, 9))], nowMs)
  expect(days.map(({ heading, entries }) => [heading, entries.map(({ sid }) => sid)])).toEqual([
    ['Today', [5, 4]],
    ['Yesterday', [3]],
    ['Monday 1 June', [1]],
  ])
})

it('names the year only when it is another one', () => {
  expect(spokenTime(at(18, 14), nowMs)).toBe('Today, 14:03')
  expect(spokenTime(new Date(2025, 0, 2, 8, 30).getTime(), nowMs)).toBe('2 January 2025, 08:30')
})

it('a snapshot of an older server that does not say why is called automatic', () => {
  expect(labelOf(taken(1, nowMs))).toBe('Automatic')
  expect(labelOf(taken(1, nowMs, 'Everybody had left'))).toBe('Everybody had left')
})

it('in a sentence, the day only when it is not today', () => {
  expect(shortTime(at(18, 14), nowMs)).toBe('14:03')
  expect(shortTime(at(17, 23), nowMs)).toBe('yesterday, 23:03')
  expect(shortTime(at(1, 9), nowMs)).toBe('Monday 1 June, 09:03')
})
