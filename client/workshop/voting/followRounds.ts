// Follows the rounds for the screen: which panel of voting is shown, what is said about dots that came too late, when to
// look again what the server has. Starts with the board and ends with it.
import { computed, react, unsafe__withoutCapture } from '@tldraw/state'
import { currentPhase } from '../../../shared/workshop/agenda.ts'
import type { BoardSession } from '../../board/BoardSession.ts'
import type { ConnectionStatus } from '../../connection/ConnectionStatus.ts'
import { showToast } from '../../ui/Toast.tsx'
import { forgetProxies } from './helping/proxyMemory.ts'
import { watchLateJoiners } from './helping/watchLateJoiners.ts'
import type { VotingView } from './Voting.ts'

const away: ReadonlySet<ConnectionStatus['kind']> = new Set(['connecting', 'offline', 'restarting', 'refused', 'ended'])

/** `onTake`: a panel of voting wants the place at the right edge. */
export function followRounds(session: BoardSession, onTake: () => void): () => void {
  const { connection, voting } = session
  const isLive = computed('is live', () => !away.has(connection.status.get().kind))
  const stops = [
    showPanelOfRound(session, onTake),
    showEmptyBallotInPhase(session),
    react('dots that came too late', () => {
      const ended = voting.ballot.ended.get()
      if (ended === null) return
      showToast(ended.sentence, { tone: 'warn' })
      queueMicrotask(() => voting.ballot.ended.set(null))
    }),
    react('connection is back', () => {
      if (isLive.get()) voting.ballot.refresh()
    }),
    watchLateJoiners(session),
  ]
  return () => stops.forEach((stop) => stop())
}

/** The ballot when a round opens, its result when it ends; by themselves and for everybody. */
function showPanelOfRound({ voting }: BoardSession, onTake: () => void): () => void {
  let openId: string | null = null
  return react('panel of the round', () => {
    const round = voting.ballot.round.get()
    if (round !== null && round.id !== openId) {
      openId = round.id
      voting.view.set({ panel: 'ballot' })
      onTake()
    } else if (round === null && openId !== null) {
      voting.view.set({ panel: 'result', roundId: openId })
      forgetProxies(openId)
      openId = null
      onTake()
    }
  })
}

/**
 * In a phase for voting the empty ballot says what is about to come; with the phase it goes, and so does a result that
 * nobody asked for: it would lie over the map that the next phase is about.
 */
function showEmptyBallotInPhase({ connection, voting }: BoardSession): () => void {
  const votesNow = computed('phase votes', () => currentPhase(connection.workshop.get().agenda)?.rights.vote ?? false)
  let voted = votesNow.get()
  return react('ballot of the phase', () => {
    const now = votesNow.get()
    unsafe__withoutCapture(() => {
      if (voting.ballot.round.get() !== null) {
        voted = now
        return
      }
      if (now && voting.view.get() === null) voting.view.set({ panel: 'ballot' })
      else if (voted && !now && isInTheWay(voting.view.get())) voting.view.set(null)
      voted = now
    })
  })
}

const isInTheWay = (view: VotingView): boolean => view?.panel === 'ballot' || view?.asked !== true
