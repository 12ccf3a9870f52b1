import { words } from '../../ui/words.ts'

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' })
const dayAndYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/** "today, 14:58", "18 November", "3 May 2025": as exact as it is useful. Both in ms since 1970, in local time. */
export function spokenDate(thenMs: number, nowMs: number): string {
  const then = new Date(thenMs)
  const now = new Date(nowMs)
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1)
  if (then.toDateString() === now.toDateString()) return words.home.today(time.format(then))
  if (then.toDateString() === yesterday.toDateString()) return words.home.yesterday(time.format(then))
  return (then.getFullYear() === now.getFullYear() ? day : dayAndYear).format(then)
}
