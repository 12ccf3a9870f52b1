import { calendarDay, clockTime, nearDay } from '../../ui/clockTime.ts'
import { words } from '../../ui/words.ts'

/** "today, 14:58", "18 November", "3 May 2025": as exact as it is useful. Both in ms since 1970, in local time. */
export function spokenDate(thenMs: number, nowMs: number): string {
  const near = nearDay(thenMs, nowMs)
  return near === null ? calendarDay(thenMs, nowMs) : words.home[near](clockTime(thenMs))
}
