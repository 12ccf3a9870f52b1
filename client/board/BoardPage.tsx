// The board of one workshop: session, bar, canvas.
import './board-page.css'
import { useValue } from '@tldraw/state-react'
import { BoardLoading } from '../app/BoardLoading.tsx'
import type { JoinedWorkshop } from '../app/JoinedWorkshop.ts'
import { boardWords } from '../ui/boardWords.ts'
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
  if (!isLoaded) return <BoardLoading title={title} />
  return (
    <div className="board-page">
      <main className="board-page__canvas" aria-label={boardWords.board}>
        <JourneyCanvas>
          <BoardChrome />
        </JourneyCanvas>
      </main>
    </div>
  )
}
