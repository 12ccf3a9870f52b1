import { expect, it } from 'vitest'
import { expiredSnapshots } from '../../../server/storage/retention.ts'
import type { SnapshotKind } from '../../../server/storage/Storage.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

it('[SN1] the last 10, hourly for a day, daily for 30 days, and all with a name stay', () => {
  const nowMs = 100 * DAY_MS
  const stepMs = 10 * MINUTE_MS
  const count = (60 * DAY_MS) / stepMs
  const all = Array.from({ length: count }, (_, at) => ({
    sid: at + 1,
    kind: (at % 1_000 === 0 ? 'named' : 'auto') as SnapshotKind,
    takenAtMs: nowMs - (count - at) * stepMs,
  }))
  const expired = new Set(expiredSnapshots(all, nowMs))
  const kept = all.filter(({ sid }) => !expired.has(sid))
  expect(all.slice(-10).every(({ sid }) => !expired.has(sid))).toBe(true)
  expect(kept.filter(({ kind }) => kind === 'named')).toHaveLength(Math.ceil(count / 1_000))
  const auto = kept.filter(({ kind }) => kind === 'auto')
  for (let hour = 1; hour < 23; hour++)
    expect(auto.some(({ takenAtMs }) => Math.abs(nowMs - hour * 60 * MINUTE_MS - takenAtMs) <= 60 * MINUTE_MS)).toBe(
      true,
    )
  for (let day = 1; day < 29; day++)
    expect(auto.some(({ takenAtMs }) => Math.abs(nowMs - day * DAY_MS - takenAtMs) <= DAY_MS)).toBe(true)
  expect(auto.length).toBeLessThanOrEqual(10 + 25 + 31)
})
