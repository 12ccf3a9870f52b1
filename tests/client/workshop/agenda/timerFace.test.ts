// Words and digits of the timer, and when it speaks.
import { describe, expect, test } from 'vitest'
import {
  clockText,
  msToNextFace,
  timerFace,
  type TimerMoment,
  timerNews,
} from '../../../../client/workshop/agenda/timerFace.ts'
import { startTimer, timerOff, type Timer, timerStage } from '../../../../shared/workshop/timer.ts'

const START = 1_700_000_000_000
const six = startTimer(6, START)
const faceAfter = (ms: number, timer: Timer = six) => timerFace(timer, START + ms)

describe('the face', () => {
  test('begins with all of its minutes and rounds up', () => {
    expect(faceAfter(0)).toEqual({ stage: 'calm', clock: '6:00', note: 'left of 6 min' })
    expect(faceAfter(1)).toMatchObject({ clock: '6:00' })
    expect(faceAfter(108_000)).toMatchObject({ clock: '4:12', note: 'left of 6 min' })
  })

  test('says in words that 2 minutes, 30 seconds are left, and that time is up', () => {
    expect(faceAfter(4 * 60_000)).toEqual({ stage: 'twoMinutes', clock: '2:00', note: 'last 2 minutes' })
    expect(faceAfter(5.5 * 60_000)).toEqual({ stage: 'halfMinute', clock: '0:30', note: 'last 30 seconds' })
    expect(faceAfter(6 * 60_000)).toEqual({ stage: 'over', clock: 'Time is up', note: '0:00 over' })
    expect(faceAfter(7 * 60_000 + 12_300)).toMatchObject({ note: '1:12 over' })
  })

  test('paused says so in place of the budget', () => {
    expect(faceAfter(99_999, { state: 'paused', remainingMs: 90_000, totalMs: 360_000 })).toEqual({
      stage: 'twoMinutes',
      clock: '1:30',
      note: 'paused',
    })
  })

  test('shows hours only when there are some', () => {
    expect(clockText(7)).toBe('0:07')
    expect(clockText(3599)).toBe('59:59')
    expect(clockText(3661)).toBe('1:01:01')
  })
})

describe('the next boundary', () => {
  test('is where the second changes, before the end and after it', () => {
    expect(msToNextFace(six, START + 250)).toBe(750)
    expect(msToNextFace(six, START)).toBe(1000)
    expect(msToNextFace(six, START + 6 * 60_000 + 200)).toBe(800)
    for (let ms = 0; ms < 3000; ms += 137) {
      const now = START + 6 * 60_000 - 1500 + ms
      const next = now + (msToNextFace(six, now) ?? 0)
      expect(timerFace(six, next + 1)).not.toEqual(timerFace(six, now))
      expect(timerFace(six, next - 1)).toEqual(timerFace(six, now + 1))
    }
  })

  test('is nowhere while the timer stands', () => {
    expect(msToNextFace(timerOff, START)).toBeNull()
    expect(msToNextFace({ state: 'paused', remainingMs: 5, totalMs: 10 }, START)).toBeNull()
  })
})

describe('news', () => {
  const momentAt = (ms: number, timer: Timer = six, phaseStartedAtMs = START): TimerMoment => ({
    timer,
    stage: timerStage(timer, START + ms),
    phaseStartedAtMs,
  })
  const between = (before: TimerMoment, after: TimerMoment, ms = 0) => timerNews(before, after, START + ms)

  test('at 2 minutes, 30 seconds and the end, with a sound', () => {
    expect(between(momentAt(0), momentAt(1000))).toBeNull()
    expect(between(momentAt(0), momentAt(240_000))).toEqual({ sentence: '2 minutes left.', sound: 'warning' })
    expect(between(momentAt(240_000), momentAt(330_000))).toEqual({ sentence: '30 seconds left.', sound: 'warning' })
    expect(between(momentAt(330_000), momentAt(360_000))).toMatchObject({ sound: 'end' })
  })

  test('pause, run and more time are told without a sound', () => {
    const paused: Timer = { state: 'paused', remainingMs: 100_000, totalMs: 360_000 }
    expect(between(momentAt(0), momentAt(0, paused))).toEqual({ sentence: 'The timer is paused.', sound: null })
    expect(between(momentAt(0, paused), momentAt(0))).toEqual({ sentence: 'The timer runs again.', sound: null })
    const more: Timer = { state: 'paused', remainingMs: 161_000, totalMs: 420_000 }
    expect(between(momentAt(0, paused), momentAt(0, more))?.sentence).toBe('2 minutes 41 seconds left now.')
  })

  test('a new phase is announced as such, not as time', () => {
    expect(between(momentAt(330_000), momentAt(330_000, startTimer(1, START + 330_000), START + 330_000))).toBeNull()
  })
})
