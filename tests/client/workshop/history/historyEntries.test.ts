import { expect, it } from 'vitest'
import { historyEntries } from '../../../../client/workshop/history/historyEntries.ts'
import type { KeptImport, SnapshotInfo } from '../../../../shared/protocol/api.ts'

const snapshot = (sid: number, takenAtMs: number): SnapshotInfo => ({
  sid,
  kind: 'auto',
  label: '',
  takenAtMs,
  cards: 1,
})
const kept = (changeId: string, atMs: number, before: number): KeptImport => ({
  changeId,
  by: 'maya',
  atMs,
  mode: 'add',
  before,
})

it('an import stands above the snapshot that was taken for it, though it began before; without one by its time', () => {
  const entries = historyEntries(
    [snapshot(9, 900), snapshot(4, 410), snapshot(1, 100)],
    [kept('with', 400, 4), kept('without', 350, 3)],
  )
  expect(entries.map((entry) => (entry.kind === 'import' ? entry.kept.changeId : entry.snapshot.sid))).toEqual([
    9,
    'with',
    4,
    'without',
    1,
  ])
})
