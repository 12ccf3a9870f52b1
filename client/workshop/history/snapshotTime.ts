// When a snapshot was taken, as a list by days says it. Local time; pure.
import type { SnapshotInfo } from '../../../shared/protocol/api.ts'
import { calendarDay, clockTime, isThisYear, nearDay } from '../../ui/clockTime.ts'
import { historyWords as words } from '../../ui/historyWords.ts'

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })

export interface HistoryDay<Entry> {
  readonly heading: string
  /** Newest first. */
  readonly entries: readonly Entry[]
}

/** `entries` newest first. */
export function byDay<Entry extends { readonly takenAtMs: number }>(
  entries: readonly Entry[],
  nowMs: number,
): HistoryDay<Entry>[] {
  const days = new Map<string, Entry[]>()
  for (const entry of entries) {
    const heading = spokenDay(entry.takenAtMs, nowMs)
    const list = days.get(heading) ?? []
    days.set(heading, list)
    list.push(entry)
  }
  return [...days].map(([heading, list]) => ({ heading, entries: list }))
}

/** "Today, 14:03" */
export function spokenTime(ms: number, nowMs: number): string {
  return `${spokenDay(ms, nowMs)}, ${clockTime(ms)}`
}

/** "14:03", with its day if that is not today. In the middle of a sentence. */
export function shortTime(ms: number, nowMs: number): string {
  const said = spokenDay(ms, nowMs)
  if (said === words.today) return clockTime(ms)
  return `${said === words.yesterday ? said.toLowerCase() : said}, ${clockTime(ms)}`
}

function spokenDay(ms: number, nowMs: number): string {
  const near = nearDay(ms, nowMs)
  if (near !== null) return words[near]
  return isThisYear(ms, nowMs) ? weekday.format(ms) : calendarDay(ms, nowMs)
}

/** What a snapshot is called: its name, or why it was taken. */
export function labelOf({ label }: SnapshotInfo): string {
  return label === '' ? words.automatic : label
}
