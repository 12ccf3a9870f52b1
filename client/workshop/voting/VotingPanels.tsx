// The panels of voting at the right edge: the ballot while a round is open, then what came out of it. They open by
// themselves when a round opens and when it ends, without taking the focus from what somebody writes.
import { computed, react } from '@tldraw/state'
import { useValue } from '@tldraw/state-react'
import { lazy, Suspense, useCallback, useEffect } from 'react'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import type { ConnectionStatus } from '../../connection/ConnectionStatus.ts'
import { showToast } from '../../ui/Toast.tsx'
import { BallotPill } from './BallotPill.tsx'

const BallotPanel = lazy(() => import('./BallotPanel.tsx').then((module) => ({ default: module.BallotPanel })))

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
  if (covered) return null
  if (view === null) return <BallotPill onOpen={open} />
  return (
    <Suspense fallback={null}>
      {view.panel === 'ballot' && <BallotPanel takesFocus={view.asked ?? false} onClose={close} />}
    </Suspense>
  )
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
      stopLost()
      stopBack()
    }
  }, [connection, voting, onTake])
}
