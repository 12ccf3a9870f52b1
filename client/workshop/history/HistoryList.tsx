// Every snapshot that is kept, by days, and the form that keeps one more.
import { useValue } from '@tldraw/state-react'
import type { SnapshotInfo } from '../../../shared/protocol/api.ts'
import { Button } from '../../ui/Button.tsx'
import { historyWords as words } from '../../ui/historyWords.ts'
import { words as pageWords } from '../../ui/words.ts'
import type { History } from './History.ts'
import { SnapshotRow } from './SnapshotRow.tsx'
import { byDay } from './snapshotTime.ts'
import { TakeSnapshotForm } from './TakeSnapshotForm.tsx'

interface HistoryListProps {
  history: History
  /** For the headings, ms since 1970. */
  nowMs: number
  /** The row that takes the focus once the list is there; null: none. */
  focusSid: number | null
  onLook: (snapshot: SnapshotInfo) => void
}

export function HistoryList(props: HistoryListProps) {
  return (
    <div className="history">
      <p className="history__lead">{words.lead}</p>
      <TakeSnapshotForm history={props.history} />
      <Snapshots {...props} />
    </div>
  )
}

function Snapshots({ history, nowMs, focusSid, onLook }: HistoryListProps) {
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
      if (list.snapshots.length === 0) return <p className="history__note">{words.empty}</p>
      return byDay(list.snapshots, nowMs).map(({ heading, snapshots }) => (
        <section key={heading} aria-label={`${words.list}, ${heading}`}>
          <h3 className="history__day">{heading}</h3>
          <ul>
            {snapshots.map((snapshot) => (
              <SnapshotRow
                key={snapshot.sid}
                history={history}
                snapshot={snapshot}
                takesFocus={snapshot.sid === focusSid}
                onLook={onLook}
              />
            ))}
          </ul>
        </section>
      ))
  }
}
