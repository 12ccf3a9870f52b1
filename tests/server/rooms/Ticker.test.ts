// How long a room gathers before it sends: by the people in it and by what sending costs.
import { describe, expect, it } from 'vitest'
import { Ticker } from '../../../server/rooms/Ticker.ts'
import { ManualClock } from '../../support/room/ManualClock.ts'

/** A room of so many people in which something happens all the time and each flush takes `flushMs`. */
async function flushTimes(people: number, flushMs: number, count: number): Promise<number[]> {
  const clock = new ManualClock()
  const times: number[] = []
  const ticker = new Ticker(
    clock,
    () => people,
    () => {
      times.push(clock.elapsedMs())
      clock.spend(flushMs)
      if (times.length < count) ticker.request()
    },
  )
  ticker.request()
  for (let ms = 0; ms < count * 200; ms++) await clock.advance(1)
  return times
}

const gaps = (times: readonly number[]): number[] => times.slice(1).map((time, at) => time - (times[at] ?? 0))

describe('[TI2] the width of a tick', () => {
  it('is 16 ms up to 300 people and 33 ms above', async () => {
    expect(gaps(await flushTimes(1, 0, 4))).toEqual([16, 16, 16])
    expect(gaps(await flushTimes(300, 0, 4))).toEqual([16, 16, 16])
    expect(gaps(await flushTimes(301, 0, 4))).toEqual([33, 33, 33])
  })

  it('grows with what a flush costs, so that one room takes a quarter of the thread, up to 50 ms', async () => {
    const widths = gaps(await flushTimes(1, 8, 40))
    expect(widths[0]).toBe(16)
    expect(widths.at(-1)).toBeCloseTo(32, 0)
    for (const [at, width] of widths.slice(1).entries()) expect(width).toBeGreaterThanOrEqual(widths[at] ?? 0)
    expect(gaps(await flushTimes(1, 40, 40)).at(-1)).toBe(50)
    expect(gaps(await flushTimes(1_000, 40, 40)).at(-1)).toBe(50)
  })

  it('shrinks again when flushing is cheap again, and the first after a pause goes out at once', async () => {
    const clock = new ManualClock()
    let costMs = 40
    const times: number[] = []
    const ticker = new Ticker(
      clock,
      () => 1,
      () => {
        times.push(clock.elapsedMs())
        clock.spend(costMs)
      },
    )
    for (let round = 0; round < 60; round++) {
      if (round === 30) costMs = 0
      ticker.request()
      await clock.advance(100)
    }
    expect(ticker.tickMs()).toBe(16)
    const restMs = clock.elapsedMs()
    ticker.request()
    await clock.settle()
    expect(times.at(-1)).toBe(restMs)
  })
})
