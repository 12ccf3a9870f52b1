// One snapshot, read-only: the map of that time as a drawing that can be zoomed and pushed around.
import { useEffect, useRef, useState } from 'react'
import type { Board } from '../../../shared/journey/Board.ts'
import type { SnapshotInfo } from '../../../shared/protocol/api.ts'
import type { Answer } from '../../connection/callServer.ts'
import { Button } from '../../ui/Button.tsx'
import { historyWords as words } from '../../ui/historyWords.ts'
import { BackIcon } from '../../ui/icons.tsx'
import type { History } from './History.ts'
import { SnapshotMap } from './SnapshotMap.tsx'
import { labelOf, spokenTime } from './snapshotTime.ts'

interface SnapshotViewProps {
  history: History
  snapshot: SnapshotInfo
  /** ms since 1970 */
  nowMs: number
  /** Of the workshop as it is now: a department keeps its mark. */
  departments: readonly string[]
  onBack: () => void
}

export function SnapshotView({ history, snapshot, nowMs, departments, onBack }: SnapshotViewProps) {
  const [answer, setAnswer] = useState<Answer<Board> | null>(null)
  const backRef = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    let isOver = false
    void history.board(snapshot.sid).then((loaded) => {
      if (!isOver) setAnswer(loaded)
    })
    return () => {
      isOver = true
    }
  }, [history, snapshot.sid])
  // The row that was pressed is gone: whoever came by keyboard goes on from here.
  useEffect(() => backRef.current?.focus({ preventScroll: true }), [])
  return (
    <div className="snapshot-view">
      <div className="snapshot-view__bar">
        <Button ref={backRef} size="small" look="quiet" icon={BackIcon} onClick={onBack}>
          {words.back}
        </Button>
        <p>{words.readOnly}</p>
      </div>
      {answer === null && (
        <p className="history__note" role="status">
          {words.drawing}
        </p>
      )}
      {answer?.ok === false && (
        <p className="history__note" role="alert">
          {answer.failure.sentence}
        </p>
      )}
      {answer?.ok === true && (
        <SnapshotMap
          board={answer.value}
          departments={departments}
          name={words.map(labelOf(snapshot), spokenTime(snapshot.takenAtMs, nowMs))}
        />
      )}
    </div>
  )
}
