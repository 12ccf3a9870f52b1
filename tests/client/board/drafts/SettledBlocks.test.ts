// When grey blocks change: not at every word, and not never.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { SettledBlocks } from '../../../../client/board/drafts/SettledBlocks.ts'
import { cellKey } from '../../../../shared/journey/Board.ts'
import type { LaneId, StageId } from '../../../../shared/journey/ids.ts'

const key = cellKey('s' as StageId, 'l' as LaneId)
const blocks = (count: number) => new Map([[key, count]])

let changes = 0
let settled: SettledBlocks
const shown = () => settled.shown.get(key) ?? 0
beforeEach(() => {
  vi.useFakeTimers()
  changes = 0
  settled = new SettledBlocks(() => (changes += 1))
  settled.showAtOnce(blocks(3))
})
afterEach(() => {
  settled.destroy()
  vi.useRealTimers()
})

it('a count that comes back to what is shown changes nothing', () => {
  settled.offer(blocks(2))
  vi.advanceTimersByTime(400)
  settled.offer(blocks(3))
  vi.advanceTimersByTime(5000)
  expect([shown(), changes]).toEqual([3, 0])
})

it('reading the same count again and again does not put it off', () => {
  for (let frame = 0; frame < 40; frame++) {
    settled.offer(blocks(4))
    vi.advanceTimersByTime(16)
  }
  expect([shown(), changes]).toEqual([4, 1])
})

it('where counts never stand still, the newest is shown after a while all the same', () => {
  for (let count = 4; count <= 24; count++) {
    settled.offer(blocks(count))
    vi.advanceTimersByTime(100)
  }
  expect(changes).toBe(1)
  expect(shown()).toBeGreaterThan(20)
})

it('after the end nothing changes any more', () => {
  settled.offer(blocks(4))
  settled.destroy()
  vi.advanceTimersByTime(5000)
  expect([shown(), changes]).toEqual([3, 0])
})
