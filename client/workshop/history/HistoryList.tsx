// Every snapshot that is kept and every import that can be taken back, by days, and the form that keeps one more.
import { useValue } from '@tldraw/state-react'
import type { Ref } from 'react'
import type { KeptImport, SnapshotInfo } from '../../../shared/protocol/api.ts'
import { Button } from '../../ui/Button.tsx'
import { historyWords as words } from '../../ui/historyWords.ts'
import { words as pageWords } from '../../ui/words.ts'
import type { History } from './History.ts'
import { historyEntries } from './historyEntries.ts'
import { ImportRow } from './ImportRow.tsx'
import { SnapshotRow } from './SnapshotRow.tsx'
import { byDay } from './snapshotTime.ts'
import { TakeSnapshotForm } from './TakeSnapshotForm.tsx'

interface HistoryListProps {
  history: History
  /** For the headings, ms since 1970. */
  nowMs: number
  /** The row that takes the focus once the list is there; null: none. */
  focusSid: number | null
  /** Takes the focus when a row of it goes. */
  ref: Ref<HTMLDivElement>
  onLook: (snapshot: SnapshotInfo) => void
  onTakeBack: (kept: KeptImport) => void
}

export function HistoryList({ ref, ...props }: HistoryListProps) {
  return (
    <div className="history" ref={ref} tabIndex={-1}>
      <p className="history__lead">{words.lead}</p>
      <TakeSnapshotForm history={props.history} />
      <Entries {...props} />
    </div>
  )
}

function Entries({ history, nowMs, focusSid, onLook, onTakeBack }: Omit<HistoryListProps, 'ref'>) {
  const list = useValue(history.list)
  switch (list.at) {
    case 'loading':
      return (
        <p className="history__note" role="status">
          {words.loading}
        </p>
      )
    case 'failed':
      return (
        <div className="history__note" role="alert">
          <p>{list.sentence}</p>
          <Button size="small" onClick={() => history.retry()}>
            {pageWords.common.tryAgain}
          </Button>
        </div>
      )
    case 'ready':
      if (list.snapshots.length + list.imports.length === 0) return <p className="history__note">{words.empty}</p>
      return byDay(historyEntries(list.snapshots, list.imports), nowMs).map(({ heading, entries }) => (
        <section key={heading} aria-label={`${words.list}, ${heading}`}>
          <h3 className="history__day">{heading}</h3>
          <ul>
            {entries.map((entry) =>
              entry.kind === 'import' ? (
                <ImportRow key={entry.kept.changeId} kept={entry.kept} onTakeBack={onTakeBack} />
              ) : (
                <SnapshotRow
                  key={entry.snapshot.sid}
                  history={history}
                  snapshot={entry.snapshot}
                  takesFocus={entry.snapshot.sid === focusSid}
                  onLook={onLook}
                />
              ),
            )}
          </ul>
        </section>
      ))
  }
}
