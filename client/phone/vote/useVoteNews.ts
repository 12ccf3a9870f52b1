// What has to be said about votes wherever the person is on the page: one has begun or ended.
import { useEffect } from 'react'
import type { BoardSession } from '../../board/BoardSession.ts'
import { showToast } from '../../ui/toasts.ts'
import { votingWords } from '../../ui/votingWords.ts'
import { followBallot } from '../../workshop/voting/followBallot.ts'

const words = votingWords.ballot

export function useVoteNews(session: BoardSession): void {
  useEffect(
    () =>
      followBallot(session, {
        begins: ({ question }) => showToast(words.started(question)),
        ends: () => showToast(words.ended),
      }),
    [session],
  )
}
