// The workshop on a phone: the same session as the board, without the canvas. Loads no tldraw but its signals.
import { useValue } from '@tldraw/state-react'
import { BoardLoading } from '../app/BoardLoading.tsx'
import type { JoinedWorkshop } from '../app/JoinedWorkshop.ts'
import { ProblemPage } from '../app/ProblemPage.tsx'
import { BoardSessionProvider, useBoardSession } from '../board/BoardSessionContext.tsx'
import { refusalOf } from '../connection/refusalOf.ts'
import { useMemoryOfWorkshop } from '../workshop/useMemoryOfWorkshop.ts'
import { PhoneFrame } from './PhoneFrame.tsx'

export function PhonePage({ workshop }: { workshop: JoinedWorkshop }) {
  return (
    <BoardSessionProvider workshop={workshop} fallback={<BoardLoading title={workshop.title} />}>
      <Phone title={workshop.title} />
    </BoardSessionProvider>
  )
}

function Phone({ title }: { title: string }) {
  const session = useBoardSession()
  const { connection } = session
  const isLoaded = useValue(connection.isLoaded)
  const refusal = useValue('refusal', () => refusalOf(connection), [connection])
  useMemoryOfWorkshop(session)
  if (refusal) return <ProblemPage failure={refusal} onRetry={() => location.reload()} />
  if (!isLoaded) return <BoardLoading title={title} />
  return <PhoneFrame />
}
