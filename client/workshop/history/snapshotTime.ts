// When a snapshot was taken, as a list by days says it. Local time; pure.
import type { SnapshotInfo } from '../../../shared/protocol/api.ts'
import { historyWords as words } from '../../ui/historyWords.ts'

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' })
const dayAndYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

export interface SnapshotDay {
  readonly heading: string
  /** Newest first. */
  readonly snapshots: readonly SnapshotInfo[]
}

/** `snapshots` newest first, as the server lists them. */
export function byDay(snapshots: readonly SnapshotInfo[], nowMs: number): SnapshotDay[] {
  const days = new Map<string, SnapshotInfo[]>()
  for (const snapshot of snapshots) {
    const heading = spokenDay(snapshot.takenAtMs, nowMs)
    const list = days.get(heading) ?? []
    days.set(heading, list)
    list.push(snapshot)
  }
  return [...days].map(([heading, list]) => ({ heading, snapshots: list }))
}

/** "14:03" */
export function clockTime(ms: number): string {
  return clock.format(new Date(ms))
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
  const then = new Date(ms)
  const now = new Date(nowMs)
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1)
  if (then.toDateString() === now.toDateString()) return words.today
  if (then.toDateString() === yesterday.toDateString()) return words.yesterday
  return (then.getFullYear() === now.getFullYear() ? day : dayAndYear).format(then)
}

/** What a snapshot is called: its name, or why it was taken. */
export function labelOf({ label }: SnapshotInfo): string {
  return label === '' ? words.automatic : label
}
