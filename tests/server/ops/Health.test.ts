import { expect, it } from 'vitest'
import { Health } from '../../../server/ops/Health.ts'
import { LoopLag } from '../../../server/ops/LoopLag.ts'
import { MemoryStorage } from '../../../server/storage/MemoryStorage.ts'
import { ManualClock } from '../../support/room/ManualClock.ts'

class AskedStorage extends MemoryStorage {
  asked = 0
  takes = true
  fails = false
  override async probe(): Promise<boolean> {
    this.asked++
    if (this.fails) throw new Error('no answer')
    return this.takes
  }
}

it('[OP4] the disk is asked at most every 2 s, however often the server is asked', async () => {
  const clock = new ManualClock()
  const storage = new AskedStorage()
  const lag = new LoopLag(clock)
  const health = new Health(storage, clock, lag)
  for (let ask = 0; ask < 50; ask++) expect(await health.isReady(false)).toBe(true)
  expect(storage.asked).toBe(1)
  storage.takes = false
  await clock.advance(1_999)
  expect([await health.isReady(false), storage.asked]).toEqual([true, 1])
  await clock.advance(1)
  expect([await health.isReady(false), storage.asked]).toEqual([false, 2])
  storage.takes = true
  await clock.advance(2_000)
  expect([await health.isReady(false), await health.isReady(true)]).toEqual([true, false])
  lag.stop()
})

it('[OP4] a disk that cannot even be asked takes nothing', async () => {
  const clock = new ManualClock()
  const storage = new AskedStorage()
  storage.fails = true
  const lag = new LoopLag(clock)
  expect(await new Health(storage, clock, lag).isReady(false)).toBe(false)
  lag.stop()
})

it('[OP4] who stops is not ready any more', async () => {
  const clock = new ManualClock()
  const lag = new LoopLag(clock)
  const health = new Health(new AskedStorage(), clock, lag)
  expect(await health.isReady(false)).toBe(true)
  health.stop()
  expect(await health.isReady(false)).toBe(false)
  lag.stop()
})
