// Which snapshots stay: the last 10, one an hour for a day, one a day for 30 days, and every one with a name.
import type { SnapshotKind } from './Storage.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const KEPT_LAST = 10
const KEPT_HOURS = 24
const KEPT_DAYS = 30
/** A start from the log needs one; the second is there if the first cannot be read. */
export const KEPT_BASES = 2

interface Entry {
  readonly sid: number
  readonly kind: SnapshotKind
  readonly takenAtMs: number
}

/** The sids to drop. Order of the input does not matter. */
export function expiredSnapshots(snapshots: readonly Entry[], nowMs: number): number[] {
  const newestFirst = snapshots.toSorted((a, b) => b.sid - a.sid)
  const kept = new Set<number>()
  const shown = newestFirst.filter((entry) => entry.kind !== 'base')
  for (const entry of shown) if (entry.kind === 'named') kept.add(entry.sid)
  for (const entry of shown.slice(0, KEPT_LAST)) kept.add(entry.sid)
  keepOnePer(shown, HOUR_MS, nowMs - KEPT_HOURS * HOUR_MS, kept)
  keepOnePer(shown, DAY_MS, nowMs - KEPT_DAYS * DAY_MS, kept)
  // The newest two of any kind are what a start reads.
  for (const entry of newestFirst.slice(0, KEPT_BASES)) kept.add(entry.sid)
  return newestFirst.filter((entry) => !kept.has(entry.sid)).map((entry) => entry.sid)
}

/** Keeps the newest of every slot of `slotMs` since `sinceMs`. */
function keepOnePer(newestFirst: readonly Entry[], slotMs: number, sinceMs: number, kept: Set<number>): void {
  const slots = new Set<number>()
  for (const entry of newestFirst) {
    const slot = Math.floor(entry.takenAtMs / slotMs)
    if (entry.takenAtMs < sinceMs || slots.has(slot)) continue
    slots.add(slot)
    kept.add(entry.sid)
  }
}
