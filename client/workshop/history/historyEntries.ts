import type { KeptImport, SnapshotInfo } from '../../../shared/protocol/api.ts'

/** What the list has a row for. `takenAtMs` is where it stands in time, by the clock of this browser. */
export type HistoryEntry =
  | { readonly kind: 'snapshot'; readonly takenAtMs: number; readonly snapshot: SnapshotInfo }
  | { readonly kind: 'import'; readonly takenAtMs: number; readonly kept: KeptImport }

/**
 * Snapshots and imports in one row of time, newest first. An import is dated by its beginning, before the snapshot that
 * was taken for it; it stands above that one all the same, because it came after it.
 */
export function historyEntries(snapshots: readonly SnapshotInfo[], imports: readonly KeptImport[]): HistoryEntry[] {
  const takenAt = new Map(snapshots.map(({ sid, takenAtMs }) => [sid, takenAtMs]))
  const entries: HistoryEntry[] = [
    ...imports.map((kept) => ({
      kind: 'import' as const,
      takenAtMs: Math.max(kept.atMs, takenAt.get(kept.before) ?? 0),
      kept,
    })),
    ...snapshots.map((snapshot) => ({ kind: 'snapshot' as const, takenAtMs: snapshot.takenAtMs, snapshot })),
  ]
  // Sorting keeps the order of equals: the import first.
  return entries.toSorted((a, b) => b.takenAtMs - a.takenAtMs)
}
