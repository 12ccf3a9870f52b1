import { expect, it } from 'vitest'
import { LoopLag } from '../../../server/ops/LoopLag.ts'
import type { Clock } from '../../../server/rooms/Clock.ts'

/** A thread whose turns come when the test says, however late. */
function slowThread() {
  let elapsed = 0
  let run = (): void => {}
  const clock: Clock = {
    nowMs: () => elapsed,
    elapsedMs: () => elapsed,
    soon: () => () => {},
    after(_, next) {
      run = next
      return () => (run = (): void => {})
    },
  }
  const turnAfter = (ms: number): void => {
    elapsed += ms
    run()
  }
  return { lag: new LoopLag(clock), turnAfter }
}

it('[WS8] late without a break for two seconds is overloaded, until it is in time again', () => {
  const { lag, turnAfter } = slowThread()
  for (let turn = 0; turn < 100; turn++) turnAfter(60)
  expect(lag.isOverloaded).toBe(false)
  for (let turn = 0; turn < 6; turn++) turnAfter(300)
  expect(lag.isOverloaded).toBe(false)
  turnAfter(300)
  expect(lag.isOverloaded).toBe(true)
  turnAfter(60)
  expect(lag.isOverloaded).toBe(false)
})

it('[WS8] one long moment refuses nobody', () => {
  const { lag, turnAfter } = slowThread()
  turnAfter(60)
  turnAfter(1_900)
  expect(lag.isOverloaded).toBe(false)
  turnAfter(50)
  turnAfter(2_100)
  turnAfter(50)
  expect(lag.isOverloaded).toBe(false)
})
