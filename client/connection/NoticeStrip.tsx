// What the server tells in passing: that somebody changed the whole board under everybody's hands, and to facilitators
// what is nearly full.
import { useValue } from '@tldraw/state-react'
import { useState } from 'react'
import type { Filling } from '../../shared/workshop/notices.ts'
import { connectionWords } from '../ui/connectionWords.ts'
import { CloseIcon, WarningIcon } from '../ui/icons.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Strip } from '../ui/Strip.tsx'
import { words } from '../ui/words.ts'
import type { Connection } from './Connection.ts'
import { useBoardEvents } from './useBoardEvents.ts'

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
