// The timer of the room: states and what is left, from the server's clock. It only tells time: its end closes
// nothing and cuts nobody's sentence.
import { z } from 'zod/mini'

export const timerSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('off') }),
  z.object({ state: z.literal('running'), endsAtMs: z.number(), totalMs: z.number() }),
  z.object({ state: z.literal('paused'), remainingMs: z.number(), totalMs: z.number() }),
])
export type Timer = z.infer<typeof timerSchema>

export const timerOff: Timer = { state: 'off' }

const FIRST_WARNING_MS = 2 * 60_000
const LAST_WARNING_MS = 30_000

const MINUTE_MS = 60_000

/** A phase without minutes has no timer. */
export function startTimer(minutes: number, nowMs: number): Timer {
  const totalMs = minutes * MINUTE_MS
  return totalMs > 0 ? { state: 'running', endsAtMs: nowMs + totalMs, totalMs } : timerOff
}

/** What is left, ms; negative: over since then. Null: there is no timer. `nowMs` is the server's clock. */
export function remainingMs(timer: Timer, nowMs: number): number | null {
  switch (timer.state) {
    case 'off':
      return null
    case 'running':
      return timer.endsAtMs - nowMs
    case 'paused':
      return timer.remainingMs
  }
}

export type TimerStage = 'off' | 'calm' | 'twoMinutes' | 'halfMinute' | 'over'

export function timerStage(timer: Timer, nowMs: number): TimerStage {
  const leftMs = remainingMs(timer, nowMs)
  if (leftMs === null) return 'off'
  if (leftMs <= 0) return 'over'
  if (leftMs <= LAST_WARNING_MS) return 'halfMinute'
  return leftMs <= FIRST_WARNING_MS ? 'twoMinutes' : 'calm'
}

export function pauseTimer(timer: Timer, nowMs: number): Timer {
  if (timer.state !== 'running') return timer
  return { state: 'paused', remainingMs: Math.max(0, timer.endsAtMs - nowMs), totalMs: timer.totalMs }
}

export function resumeTimer(timer: Timer, nowMs: number): Timer {
  if (timer.state !== 'paused') return timer
  return { state: 'running', endsAtMs: nowMs + timer.remainingMs, totalMs: timer.totalMs }
}

/** Adds time (or takes it, down to nothing). A timer that is over, or off, starts anew with what is added. */
export function extendTimer(timer: Timer, minutes: number, nowMs: number): Timer {
  const addedMs = minutes * MINUTE_MS
  if (timer.state === 'off') return startTimer(Math.max(0, minutes), nowMs)
  const totalMs = Math.max(0, timer.totalMs + addedMs)
  if (timer.state === 'paused') return { ...timer, remainingMs: Math.max(0, timer.remainingMs + addedMs), totalMs }
  return { ...timer, endsAtMs: Math.max(nowMs, Math.max(nowMs, timer.endsAtMs) + addedMs), totalMs }
}
