// The board of one workshop: session, then the frame with bar and panels, then the canvas in it.
import { useValue } from '@tldraw/state-react'
import { BoardLoading } from '../app/BoardLoading.tsx'
import type { JoinedWorkshop } from '../app/JoinedWorkshop.ts'
import { ProblemPage } from '../app/ProblemPage.tsx'
import { refusalOf } from '../connection/refusalOf.ts'
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

function reload() {
  location.reload()
}
