// The history of the workshop beside the board: the list of snapshots, or one of them as the map it was. Facilitators
// only; everybody else follows when somebody goes back.
import './history.css'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useValue } from '@tldraw/state-react'
import type { KeptImport, SnapshotInfo } from '../../../shared/protocol/api.ts'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { usePeople } from '../../board/presence/usePeople.ts'
import { historyWords as words } from '../../ui/historyWords.ts'
import { Panel } from '../../ui/Panel.tsx'
import { takeBack } from '../import/importWholeFile.ts'
import { History } from './History.ts'
import { HistoryList } from './HistoryList.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'
import { restoreWithUndo } from './restoreWithUndo.ts'
import { SnapshotFoot } from './SnapshotFoot.tsx'
import { SnapshotView } from './SnapshotView.tsx'
import { labelOf, spokenTime } from './snapshotTime.ts'
import { TakeBackDialog } from './TakeBackDialog.tsx'

/** Wide enough to read a map of five stages, narrow enough for the board beside it. */
const VIEW_WIDTH = 720
const LIST_WIDTH = 344

export function HistoryPanel({ onClose }: { onClose: () => void }) {
  const { workshop, connection, model } = useBoardSession()
  const [history] = useState(() => new History(workshop, (ms) => connection.room.toLocalMs(ms)))
  const [shown, setShown] = useState<SnapshotInfo | null>(null)
  /** The row that takes the focus when the list is back. */
  const [lastShown, setLastShown] = useState<number | null>(null)
  const [asking, setAsking] = useState(false)
  const [undoing, setUndoing] = useState<KeptImport | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const [busy, setBusy] = useState(false)
  const [openedMs] = useState(() => Date.now())
  const { closed, departments } = useValue(connection.workshop)
  const others = usePeople().filter((person) => person.online && !person.you).length
  const back = useCallback(() => setShown(null), [])

  useEffect(() => void history.load(), [history])

  function look(snapshot: SnapshotInfo) {
    setShown(snapshot)
    setLastShown(snapshot.sid)
  }

  async function restore(snapshot: SnapshotInfo) {
    setAsking(false)
    setBusy(true)
    const isRestored = await restoreWithUndo(history, snapshot)
    setBusy(false)
    if (isRestored) back()
  }

  async function undo({ changeId }: KeptImport) {
    setUndoing(null)
    await takeBack(workshop, changeId)
    // Its row goes, or somebody else was faster; the focus stays in the list.
    await history.load()
    list.current?.focus()
  }

  return (
    // The same panel all along: it knows where the focus came from and gives it back there.
    <Panel
      title={shown === null ? words.heading : labelOf(shown)}
      width={shown === null ? LIST_WIDTH : VIEW_WIDTH}
      onClose={onClose}
      {...(shown !== null && {
        note: spokenTime(shown.takenAtMs, openedMs),
        footer: (
          <SnapshotFoot
            key={shown.sid}
            {...{ history, model, closed, busy }}
            snapshot={shown}
            onRestore={() => setAsking(true)}
          />
        ),
      })}
    >
      {shown === null ? (
        <HistoryList
          history={history}
          nowMs={openedMs}
          focusSid={lastShown}
          ref={list}
          onLook={look}
          onTakeBack={setUndoing}
        />
      ) : (
        <SnapshotView {...{ history, departments }} snapshot={shown} nowMs={openedMs} onBack={back} />
      )}
      {shown !== null && asking && (
        <RestoreDialog
          snapshot={shown}
          others={others}
          onRestore={() => void restore(shown)}
          onClose={() => setAsking(false)}
        />
      )}
      {undoing !== null && (
        <TakeBackDialog kept={undoing} onTakeBack={() => void undo(undoing)} onClose={() => setUndoing(null)} />
      )}
    </Panel>
  )
}
