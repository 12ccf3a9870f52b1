// What the server tells in passing: that somebody changed the whole board under everybody's hands, and to facilitators
// what is nearly full.
import { react } from '@tldraw/state'
import { useValue } from '@tldraw/state-react'
import { useEffect, useState } from 'react'
import type { BoardEvent, Filling } from '../../shared/workshop/notices.ts'
import { connectionWords } from '../ui/connectionWords.ts'
import { CloseIcon, WarningIcon } from '../ui/icons.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Strip } from '../ui/Strip.tsx'
import { showToast } from '../ui/toasts.ts'
import { words } from '../ui/words.ts'
import { shortTime } from '../workshop/history/snapshotTime.ts'
import type { Connection } from './Connection.ts'

export function NoticeStrip({ connection }: { connection: Connection }) {
  useBoardEvents(connection)
  const filling = useValue(connection.room.filling)
  const role = useValue(connection.room.role)
  /** What was closed; more of it, or something else, brings the strip back. */
  const [closed, setClosed] = useState('')
  const fullest = filling.toSorted((a, b) => b.percent - a.percent)[0]
  if (!fullest || role !== 'facilitator' || closed === keyOf(fullest)) return null
  return (
    <Strip
      tone="warn"
      icon={WarningIcon}
      action={<IconButton label={words.common.close} icon={CloseIcon} onClick={() => setClosed(keyOf(fullest))} />}
    >
      {connectionWords.filling[fullest.quota](fullest.percent)}
    </Strip>
  )
}

function keyOf({ quota, percent }: Filling): string {
  return `${quota}/${percent}`
}

/** One's own doing has its own sentence where it was done. */
function useBoardEvents(connection: Connection): void {
  useEffect(() => {
    let shown: BoardEvent | null = connection.room.lastEvent.get()
    return react('board events', () => {
      const event = connection.room.lastEvent.get()
      if (event === null || event === shown) return
      shown = event
      if (event.by !== connection.joined.participantId) showToast(sentenceOf(event, connection))
    })
  }, [connection])
}

function sentenceOf(event: BoardEvent, { room }: Connection): string {
  const name = room.roster.get().get(event.by)?.name ?? connectionWords.events.somebody
  if (event.kind === 'imported') return connectionWords.events.imported(name, event.mode === 'replace')
  if (event.kind === 'importUndone') return connectionWords.events.importUndone(name)
  return connectionWords.events.restored(name, shortTime(room.toLocalMs(event.takenAtMs), Date.now()))
}
