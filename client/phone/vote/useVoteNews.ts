// What has to be said about votes wherever the person is on the page: one has begun or ended.
import { useEffect, useRef } from 'react'
import type { BoardSession } from '../../board/BoardSession.ts'
import { phoneWords } from '../../ui/phoneWords.ts'
import { showToast } from '../../ui/toasts.ts'
import { votingWords } from '../../ui/votingWords.ts'
import { followBallot } from '../../workshop/voting/followBallot.ts'
import type { PhonePlaces } from '../usePhonePlace.ts'

const words = votingWords.ballot

/** The lists show vote and result by themselves; from a page over them one press leads there. */
export function useVoteNews(session: BoardSession, { place, toLists }: PhonePlaces): void {
  const isOnPage = useRef(false)
  useEffect(() => {
    isOnPage.current = place !== null
  }, [place])
  useEffect(() => {
    const lead = (label: string) => (isOnPage.current ? { action: { label, run: toLists } } : {})
    return followBallot(session, {
      begins: ({ question }) => showToast(words.started(question), lead(phoneWords.toVote)),
      ends: () => showToast(words.ended, lead(phoneWords.toResult)),
    })
  }, [session, toLists])
}
