// The panels of voting at the right edge: the ballot while a round is open, then what came out of it. They open by
// themselves when a round opens and when it ends, without taking the focus from what somebody writes.
import { useValue } from '@tldraw/state-react'
import { lazy, Suspense, useCallback, useEffect } from 'react'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { BallotPill } from './BallotPill.tsx'
import { followRounds } from './followRounds.ts'
import { VoteAnnouncer } from './VoteAnnouncer.tsx'

const ResultPanel = lazy(() => import('../results/ResultPanel.tsx').then((module) => ({ default: module.ResultPanel })))
const BallotPanel = lazy(() => import('./BallotPanel.tsx').then((module) => ({ default: module.BallotPanel })))
const OpenRoundDialog = lazy(() =>
  import('./opening/OpenRoundDialog.tsx').then((module) => ({ default: module.OpenRoundDialog })),
)

interface VotingPanelsProps {
  /** Another panel lies in the same place. */
  covered: boolean
  /** A panel of voting wants the place. */
  onTake: () => void
}

export function VotingPanels({ covered, onTake }: VotingPanelsProps) {
  const session = useBoardSession()
  const { voting } = session
  const view = useValue(voting.view)
  useEffect(() => followRounds(session, onTake), [session, onTake])
  const close = useCallback(() => voting.view.set(null), [voting])
  const open = useCallback(() => {
    voting.view.set({ panel: 'ballot', asked: true })
    onTake()
  }, [voting, onTake])
  return (
    <>
      <VoteAnnouncer />
      {view === null && !covered && <BallotPill onOpen={open} />}
      <Suspense fallback={null}>
        {view?.panel === 'ballot' && !covered && <BallotPanel takesFocus={view.asked ?? false} onClose={close} />}
        {view?.panel === 'result' && !covered && (
          <ResultPanel
            roundId={view.roundId}
            onRound={(roundId) => voting.view.set({ ...view, roundId })}
            takesFocus={view.asked ?? false}
            onClose={close}
          />
        )}
        <Opening />
      </Suspense>
    </>
  )
}

function Opening() {
  const { voting } = useBoardSession()
  const opening = useValue(voting.opening)
  const close = useCallback(() => voting.opening.set(null), [voting])
  return opening && <OpenRoundDialog cardIds={opening.cardIds} onClose={close} />
}
