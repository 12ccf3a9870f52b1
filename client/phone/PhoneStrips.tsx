// Under the bar: one sentence when the connection is not as it should be, or when something was kept aside. The dialogs
// behind them are fetched when they are opened.
import { useValue } from '@tldraw/state-react'
import { lazy, Suspense, useState } from 'react'
import { statusStrip } from '../connection/statusStrip.ts'
import { Button } from '../ui/Button.tsx'
import { connectionWords } from '../ui/connectionWords.ts'
import { FreezeIcon } from '../ui/icons.tsx'
import { Strip } from '../ui/Strip.tsx'
import { frozenSentence } from '../workshop/facilitation/frozenSentence.ts'
import { usePhone } from './PhoneContext.ts'

const KeptAside = lazy(() => import('../connection/KeptAside.tsx').then((module) => ({ default: module.KeptAside })))

export function PhoneStrips() {
  const { connection } = usePhone().session
  const status = useValue('status strip', () => statusStrip(connection), [connection])
  const { closed } = useValue(connection.workshop)
  const frozen = useValue('frozen', () => frozenSentence(connection.room), [connection])
  return (
    <>
      {status && (
        <Strip
          tone={status.tone}
          action={
            status.isOver && (
              <Button size="small" onClick={() => location.reload()}>
                {connectionWords.reload}
              </Button>
            )
          }
        >
          {status.sentence}
        </Strip>
      )}
      {closed && <Strip tone="info">{connectionWords.closed.forOthers}</Strip>}
      {frozen !== null && (
        <Strip tone="info" icon={FreezeIcon}>
          {frozen}
        </Strip>
      )}
      <KeptAsideStrip />
    </>
  )
}

function KeptAsideStrip() {
  const { connection } = usePhone().session
  const records = useValue(connection.keptAside)
  const [isOpen, setOpen] = useState(false)
  const newest = records.at(-1)
  if (!newest) return null
  return (
    <>
      <Strip
        tone="warn"
        action={
          <Button size="small" onClick={() => setOpen(true)}>
            {connectionWords.keptAside.show(records.length)}
          </Button>
        }
      >
        {newest.sentence}
      </Strip>
      {isOpen && (
        <Suspense fallback={null}>
          <KeptAside connection={connection} open onOpenChange={setOpen} />
        </Suspense>
      )}
    </>
  )
}
