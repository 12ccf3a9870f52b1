// Everything that happens at a workshop's address: opening, joining, the board, and what can go wrong on the way.
import { type ComponentType, lazy, Suspense, useCallback, useEffect, useState } from 'react'
import type { Failure } from '../connection/callServer.ts'
import { BoardLoading } from './BoardLoading.tsx'
import { type Entry, enterWorkshop } from './enterWorkshop.ts'
import type { JoinedWorkshop } from './JoinedWorkshop.ts'
import { JoinPage } from './join/JoinPage.tsx'
import { viewOf } from './chosenView.ts'
import { ProblemPage } from './ProblemPage.tsx'
import { usePageTitle } from './usePageTitle.ts'
import { useView } from './viewChoice.ts'
import { recall } from './workshopMemory.ts'

const loadPhone = () => import('../phone/PhonePage.tsx')
const PhonePage = lazy(() => loadPhone().then((module) => ({ default: module.PhonePage })))
const InviteDialog = lazy(() =>
  import('../workshop/InviteDialog.tsx').then((module) => ({ default: module.InviteDialog })),
)

type Stage = Entry | { readonly kind: 'opening' } | { readonly kind: 'started'; readonly workshop: JoinedWorkshop }

/** How this program comes to the board: the phone's program hands over to the other one. */
export interface BoardFace {
  readonly fetch: () => Promise<unknown>
  readonly Board: ComponentType<{ workshop: JoinedWorkshop }>
}

interface WorkshopPageProps {
  readonly id: string
  readonly offeredKey: string | null
  readonly face: BoardFace
}

export function WorkshopPage({ id, offeredKey, face }: WorkshopPageProps) {
  const [stage, setStage] = useState<Stage>({ kind: 'opening' })
  // The effect runs again for every new object: a retry is an attempt of its own.
  const [attempt, setAttempt] = useState({ id, offeredKey })
  const title = stage.kind === 'joined' || stage.kind === 'started' ? stage.workshop.title : (recall(id)?.title ?? '')
  usePageTitle(title)

  useEffect(() => {
    let current = true
    void enterWorkshop(attempt.id, attempt.offeredKey).then((entry) => {
      if (current) setStage(entry)
    })
    return () => {
      current = false
    }
  }, [attempt])

  const retry = useCallback(() => {
    setStage({ kind: 'opening' })
    setAttempt((last) => ({ ...last }))
  }, [])

  const fetchEarly = useCallback(() => {
    const load = viewOf(id) === 'list' ? loadPhone : face.fetch
    // Failing here is fine: opening the board tries again and shows what went wrong.
    load().catch(() => undefined)
  }, [id, face])

  switch (stage.kind) {
    case 'opening':
      return <BoardLoading title={title} />
    case 'join':
      return (
        <JoinPage
          id={id}
          entry={stage}
          onReady={fetchEarly}
          onJoined={(workshop) => setStage({ kind: isFresh(stage, id) ? 'started' : 'joined', workshop })}
          onLinkEnded={(failure: Failure) => setStage({ kind: 'problem', failure })}
        />
      )
    case 'problem':
      return <ProblemPage failure={stage.failure} onRetry={retry} />
    case 'started':
      return <Shown face={face} workshop={stage.workshop} inviteFirst />
    case 'joined':
      return <Shown face={face} workshop={stage.workshop} />
  }
}

/** Made in this browser and nobody else has been there: the next step is to invite. */
function isFresh(entry: Extract<Entry, { kind: 'join' }>, id: string): boolean {
  return entry.preview.participants.total === 0 && recall(id)?.own === true
}

interface ShownProps {
  readonly face: BoardFace
  readonly workshop: JoinedWorkshop
  readonly inviteFirst?: boolean
}

function Shown({ face: { Board }, workshop, inviteFirst = false }: ShownProps) {
  const [inviting, setInviting] = useState(inviteFirst)
  const view = useView(workshop.workshopId)
  return (
    <Suspense fallback={<BoardLoading title={workshop.title} />}>
      {view === 'list' ? <PhonePage workshop={workshop} /> : <Board workshop={workshop} />}
      {inviting && <InviteDialog open onOpenChange={setInviting} workshop={workshop} role={workshop.role} />}
    </Suspense>
  )
}
