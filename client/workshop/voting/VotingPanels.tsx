// The panels of voting at the right edge: the ballot while a round is open, then what came out of it. They open by
// themselves when a round opens and when it ends, without taking the focus from what somebody writes.
import { computed, react, unsafe__withoutCapture } from '@tldraw/state'
import { useValue } from '@tldraw/state-react'
import { lazy, Suspense, useCallback, useEffect } from 'react'
import { currentPhase } from '../../../shared/workshop/agenda.ts'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import type { ConnectionStatus } from '../../connection/ConnectionStatus.ts'
import { showToast } from '../../ui/Toast.tsx'
import { BallotPill } from './BallotPill.tsx'
import { VoteAnnouncer } from './VoteAnnouncer.tsx'

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
  const { voting } = useBoardSession()
  const view = useValue(voting.view)
  useRoundWatch(onTake)
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

const away: ReadonlySet<ConnectionStatus['kind']> = new Set(['connecting', 'offline', 'restarting', 'refused', 'ended'])

/** Follows the rounds: which panel is shown, and what is said about dots that came too late. */
function useRoundWatch(onTake: () => void): void {
  const { connection, voting } = useBoardSession()
  useEffect(() => {
    let openId: string | null = null
    const isLive = computed('is live', () => !away.has(connection.status.get().kind))
    const stopRounds = react('panel of the round', () => {
      const round = voting.ballot.round.get()
      if (round !== null && round.id !== openId) {
        openId = round.id
        voting.view.set({ panel: 'ballot' })
        onTake()
      } else if (round === null && openId !== null) {
        voting.view.set({ panel: 'result', roundId: openId })
        openId = null
        onTake()
      }
    })
    // In a phase for voting the empty ballot says what is about to come; with the phase it goes.
    const votesNow = computed('phase votes', () => currentPhase(connection.workshop.get().agenda)?.rights.vote ?? false)
    const stopPhase = react('ballot of the phase', () => {
      const now = votesNow.get()
      unsafe__withoutCapture(() => {
        if (voting.ballot.round.get() !== null) return
        if (now && voting.view.get() === null) voting.view.set({ panel: 'ballot' })
        else if (!now && voting.view.get()?.panel === 'ballot') voting.view.set(null)
      })
    })
    const stopLost = react('dots that came too late', () => {
      const ended = voting.ballot.ended.get()
      if (ended === null) return
      showToast(ended.sentence, { tone: 'warn' })
      queueMicrotask(() => voting.ballot.ended.set(null))
    })
    const stopBack = react('connection is back', () => {
      if (isLive.get()) voting.ballot.refresh()
    })
    return () => {
      stopRounds()
      stopPhase()
      stopLost()
      stopBack()
    }
  }, [connection, voting, onTake])
}
