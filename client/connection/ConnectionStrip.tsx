// Under the bar: one sentence when the connection is not as it should be. Work goes on meanwhile, so nothing here
// covers or blocks anything.
import { useValue } from '@tldraw/state-react'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { connectionWords } from '../ui/connectionWords.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { CloseIcon } from '../ui/icons.tsx'
import { Strip } from '../ui/Strip.tsx'
import { words } from '../ui/words.ts'
import { showToast } from '../ui/toasts.ts'
import { sendCommand } from './api.ts'
import type { Connection } from './Connection.ts'
import { KeptAside } from './KeptAside.tsx'
import { NoticeStrip } from './NoticeStrip.tsx'
import { statusStrip } from './statusStrip.ts'

export function ConnectionStrip({ connection }: { connection: Connection }) {
  return (
    <>
      <StatusStrip connection={connection} />
      <ClosedStrip connection={connection} />
      <KeptAsideStrip connection={connection} />
      <NoticeStrip connection={connection} />
    </>
  )
}

function StatusStrip({ connection }: { connection: Connection }) {
  const now = useValue('status strip', () => statusStrip(connection), [connection])
  if (now === null) return null
  return (
    <Strip
      tone={now.tone}
      action={
        now.isOver && (
          <Button size="small" onClick={() => location.reload()}>
            {connectionWords.reload}
          </Button>
        )
      }
    >
      {now.sentence}
    </Strip>
  )
}

/** Closed for changes: facilitators open it again right here. */
function ClosedStrip({ connection }: { connection: Connection }) {
  const { closed } = useValue(connection.workshop)
  const role = useValue(connection.room.role)
  const [busy, setBusy] = useState(false)
  if (!closed) return null
  const reopen = async () => {
    setBusy(true)
    const { workshopId, token } = connection.joined
    const answer = await sendCommand(workshopId, token, { type: 'workshop.close', closed: false })
    setBusy(false)
    if (!answer.ok) showToast(answer.failure.sentence, { tone: 'warn' })
  }
  return (
    <Strip
      tone="info"
      action={
        role === 'facilitator' && (
          <Button size="small" busy={busy} onClick={() => void reopen()}>
            {connectionWords.closed.reopen}
          </Button>
        )
      }
    >
      {role === 'facilitator' ? connectionWords.closed.forFacilitators : connectionWords.closed.forOthers}
    </Strip>
  )
}

function KeptAsideStrip({ connection }: { connection: Connection }) {
  const records = useValue(connection.keptAside)
  const [isOpen, setIsOpen] = useState(false)
  /** The newest record when the strip was closed: another one brings it back. */
  const [closedAt, setClosedAt] = useState<string | null>(null)
  const newest = records.at(-1)
  if (!newest) return null
  return (
    <>
      {newest.id !== closedAt && (
        <Strip
          tone="warn"
          action={
            <>
              <Button size="small" onClick={() => setIsOpen(true)}>
                {connectionWords.keptAside.show(records.length)}
              </Button>
              <IconButton label={words.common.close} icon={CloseIcon} onClick={() => setClosedAt(newest.id)} />
            </>
          }
        >
          {newest.sentence}
        </Strip>
      )}
      <KeptAside connection={connection} open={isOpen} onOpenChange={setIsOpen} />
    </>
  )
}
