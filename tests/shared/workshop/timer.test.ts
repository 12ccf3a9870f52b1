import { describe, expect, it } from 'vitest'
import {
  extendTimer,
  pauseTimer,
  remainingMs,
  resumeTimer,
  startTimer,
  timerOff,
  timerStage,
} from '../../../shared/workshop/timer.ts'

const MINUTE = 60_000

describe('timer', () => {
  it('tells what is left, and warns at 2 minutes and 30 seconds', () => {
    const timer = startTimer(5, 1_000)
    expect(remainingMs(timer, 1_000)).toBe(5 * MINUTE)
    const stages = [0, 3 * MINUTE - 1, 3 * MINUTE, 4.5 * MINUTE - 1, 4.5 * MINUTE, 5 * MINUTE, 6 * MINUTE]
    expect(stages.map((passed) => timerStage(timer, 1_000 + passed))).toEqual([
      'calm',
      'calm',
      'twoMinutes',
      'twoMinutes',
      'halfMinute',
      'over',
      'over',
    ])
    expect(remainingMs(timer, 1_000 + 6 * MINUTE)).toBe(-MINUTE)
  })

  it('stands still while paused', () => {
    const paused = pauseTimer(startTimer(5, 0), MINUTE)
    expect(remainingMs(paused, 100 * MINUTE)).toBe(4 * MINUTE)
    const resumed = resumeTimer(paused, 100 * MINUTE)
    expect(remainingMs(resumed, 101 * MINUTE)).toBe(3 * MINUTE)
    expect(pauseTimer(paused, 5)).toBe(paused)
    expect(resumeTimer(resumed, 5)).toBe(resumed)
  })

  it('can be given more and less; when over, it starts again with what is given', () => {
    const timer = startTimer(5, 0)
    expect(remainingMs(extendTimer(timer, 1, 0), 0)).toBe(6 * MINUTE)
    expect(remainingMs(extendTimer(timer, -10, 0), 0)).toBe(0)
    expect(remainingMs(extendTimer(timer, 1, 20 * MINUTE), 20 * MINUTE)).toBe(MINUTE)
    expect(remainingMs(extendTimer(pauseTimer(timer, MINUTE), 1, 0), 0)).toBe(5 * MINUTE)
    expect(remainingMs(extendTimer(timerOff, 2, 7), 7)).toBe(2 * MINUTE)
  })

  it('a phase without minutes has none', () => {
    expect(startTimer(0, 5)).toEqual(timerOff)
    expect(remainingMs(timerOff, 5)).toBeNull()
    expect(timerStage(timerOff, 5)).toBe('off')
  })
})
