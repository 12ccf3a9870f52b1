// Under an opened snapshot: what has changed since, and the way back to it.
import { useEffect, useState } from 'react'
import type { Board } from '../../../shared/journey/Board.ts'
import type { BoardModel } from '../../../shared/journey/BoardModel.ts'
import type { SnapshotInfo } from '../../../shared/protocol/api.ts'
import { Button } from '../../ui/Button.tsx'
import { historyWords as words } from '../../ui/historyWords.ts'
import { type BoardDifference, compareBoards, isSame } from './compareBoards.ts'
import type { History } from './History.ts'

/** The board goes on changing; comparing 2,000 cards at every keystroke would be felt. */
const COMPARE_EVERY_MS = 1_000

interface SnapshotFootProps {
  history: History
  snapshot: SnapshotInfo
  model: BoardModel
  /** Nothing can be changed now. */
  closed: boolean
  busy: boolean
  onRestore: () => void
}

export function SnapshotFoot({ history, snapshot, model, closed, busy, onRestore }: SnapshotFootProps) {
  const difference = useDifference(history, snapshot.sid, model)
  return (
    <>
      <p className="snapshot-foot">{closed ? words.closed : difference && spoken(difference)}</p>
      {!closed && difference !== null && (
        <Button busy={busy} onClick={onRestore}>
          {busy ? words.restoring : words.restore}
        </Button>
      )}
    </>
  )
}

/** null until the board of then is there. */
function useDifference(history: History, sid: number, model: BoardModel): BoardDifference | null {
  const [difference, setDifference] = useState<BoardDifference | null>(null)
  useEffect(() => {
    let then: Board | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const compare = () => {
      timer = undefined
      if (then) setDifference(compareBoards(then, model.board))
    }
    const stop = model.onDirty(() => {
      timer ??= setTimeout(compare, COMPARE_EVERY_MS)
    })
    void history.board(sid).then((answer) => {
      if (isOver || !answer.ok) return
      then = answer.value
      compare()
    })
    return () => {
      isOver = true
      clearTimeout(timer)
      stop()
    }
  }, [history, sid, model])
  return difference
}

/** "Since then: 12 cards added, 3 changed." */
export function spoken(difference: BoardDifference): string {
  if (isSame(difference)) return words.same
  const { addedCards, changedCards, deletedCards, structure, feelings } = difference
  const parts = [
    addedCards > 0 && words.added(addedCards),
    changedCards > 0 && (addedCards > 0 ? words.changed(changedCards) : words.changedCards(changedCards)),
    deletedCards > 0 &&
      (addedCards + changedCards > 0 ? words.deleted(deletedCards) : words.deletedCards(deletedCards)),
    structure > 0 && words.structure(structure),
    feelings > 0 && words.feelings(feelings),
  ]
  return `${words.sinceThen}: ${parts.filter((part) => part !== false).join(', ')}.`
}
