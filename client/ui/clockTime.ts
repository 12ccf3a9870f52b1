// Times and days as the screen says them: local, 24 hours. What the server dates goes by its clock: see RoomState.toLocalMs.
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' })
const dayAndYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/** "14:03" */
export function clockTime(ms: number): string {
  return clock.format(ms)
}

/** "18 November", "3 May 2025": the year if it is another than now. */
export function calendarDay(ms: number, nowMs: number): string {
  return (isThisYear(ms, nowMs) ? day : dayAndYear).format(ms)
}

export function isThisYear(ms: number, nowMs: number): boolean {
  return new Date(ms).getFullYear() === new Date(nowMs).getFullYear()
}

/** null: neither. */
export function nearDay(ms: number, nowMs: number): 'today' | 'yesterday' | null {
  const now = new Date(nowMs)
  // By the calendar: a day of the change of clocks has 23 or 25 hours.
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1)
  const spoken = new Date(ms).toDateString()
  if (spoken === now.toDateString()) return 'today'
  return spoken === yesterday.toDateString() ? 'yesterday' : null
}
