// Follows the rounds for the screen with the canvas: which panel of voting is shown. Starts with the session and ends with
// it; what was shown once is not shown again by the session that follows after a refused edit.
import { computed, react, unsafe__withoutCapture } from '@tldraw/state'
import { currentPhase } from '../../../shared/workshop/agenda.ts'
import { followBallot, type FollowedVote } from './followBallot.ts'
import type { VotingView } from './Voting.ts'

/** `onTake`: a panel of voting wants the place at the right edge. */
export function followRounds(session: FollowedVote, onTake: () => void): () => void {
  const { voting } = session
  const stops = [
    // The ballot when a round opens, its result when it ends; by themselves and for everybody.
    followBallot(session, {
      begins: () => {
        voting.view.set({ panel: 'ballot' })
        onTake()
      },
      ends: (roundId) => {
        voting.view.set({ panel: 'result', roundId })
        onTake()
      },
    }),
    showEmptyBallotInPhase(session),
  ]
  return () => stops.forEach((stop) => stop())
}

/**
 * In a phase for voting the empty ballot says what is about to come; with the phase it goes, and so does a result that
 * nobody asked for: it would lie over the map that the next phase is about.
 */
function showEmptyBallotInPhase({ connection, voting }: FollowedVote): () => void {
  const votesNow = computed('phase votes', () => currentPhase(connection.workshop.get().agenda)?.rights.vote ?? false)
  return react('ballot of the phase', () => {
    const now = votesNow.get()
    unsafe__withoutCapture(() => {
      const before = voting.followedVotePhase
      voting.followedVotePhase = now
      if (before === now || voting.ballot.round.get() !== null) return
      if (now && voting.view.get() === null) voting.view.set({ panel: 'ballot' })
      else if (before && !now && isInTheWay(voting.view.get())) voting.view.set(null)
    })
  })
}

const isInTheWay = (view: VotingView): boolean => view?.panel === 'ballot' || view?.asked !== true
