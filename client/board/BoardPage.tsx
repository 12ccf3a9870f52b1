// The board of one workshop: session, then the frame with bar and panels, then the canvas in it.
import { useValue } from '@tldraw/state-react'
import { BoardLoading } from '../app/BoardLoading.tsx'
import type { JoinedWorkshop } from '../app/JoinedWorkshop.ts'
import { ProblemPage } from '../app/ProblemPage.tsx'
import type { Failure } from '../connection/callServer.ts'
import type { Connection } from '../connection/Connection.ts'
import { endedFailure } from '../connection/endedFailure.ts'
import { WorkshopFrame } from '../workshop/WorkshopFrame.tsx'
import { BoardChrome } from './BoardChrome.tsx'
import { BoardSessionProvider, useBoardSession } from './BoardSessionContext.tsx'
import { JourneyCanvas } from './JourneyCanvas.tsx'

export function BoardPage({ workshop }: { workshop: JoinedWorkshop }) {
  const loading = <BoardLoading title={workshop.title} />
  return (
    <BoardSessionProvider workshop={workshop} fallback={loading}>
      <Board title={workshop.title} />
    </BoardSessionProvider>
  )
}

function Board({ title }: { title: string }) {
  const { connection } = useBoardSession()
  const isLoaded = useValue(connection.isLoaded)
  const refusal = useValue('refusal', () => refusalOf(connection), [connection])
  if (refusal) return <ProblemPage failure={refusal} onRetry={reload} />
  if (!isLoaded) return <BoardLoading title={title} />
  return (
    <WorkshopFrame>
      <JourneyCanvas>
        <BoardChrome />
      </JourneyCanvas>
    </WorkshopFrame>
  )
}

/** Why somebody was not let in at all; null while they may be, and for those with work here that nobody else has. */
function refusalOf({ status, wasLive, unsavedCount, isLoaded }: Connection): Failure | null {
  const now = status.get()
  if (now.kind !== 'ended' || wasLive.get()) return null
  return isLoaded.get() && unsavedCount.get() > 0 ? null : endedFailure(now.code, now.sentence)
}

function reload() {
  location.reload()
}
