// How long an agenda takes and when it ends. Pure; `nowMs` is the server's clock.
import type { Agenda, Phase } from '../../../shared/workshop/agenda.ts'
import { remainingMs, type Timer } from '../../../shared/workshop/timer.ts'

const MINUTE_MS = 60_000

export function totalMinutes(phases: readonly Phase[]): number {
  return phases.reduce((sum, { minutes }) => sum + minutes, 0)
}

/** When the last phase ends if everything goes on as planned; a phase that takes longer moves everything after it. */
export function endsAtMs({ phases, currentIndex }: Agenda, timer: Timer, nowMs: number): number {
  if (currentIndex === null) return nowMs + totalMinutes(phases) * MINUTE_MS
  const leftMs = Math.max(0, remainingMs(timer, nowMs) ?? 0)
  return nowMs + leftMs + totalMinutes(phases.slice(currentIndex + 1)) * MINUTE_MS
}
