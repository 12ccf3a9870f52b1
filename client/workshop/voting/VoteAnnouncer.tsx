// Says when a vote begins and when it is over, to those who do not see the panel open: screen readers of everybody.
import { useValue } from '@tldraw/state-react'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { votingWords } from '../../ui/votingWords.ts'

export function VoteAnnouncer() {
  const { voting } = useBoardSession()
  const { started, ended } = votingWords.ballot
  const round = useValue(voting.ballot.round)
  // A result opens by itself at the end only; one that is opened again later is announced by its own heading.
  const isOver = useValue('a result is shown', () => voting.view.get()?.panel === 'result', [voting])
  return (
    <p className="visually-hidden" role="status">
      {round ? started(round.question) : isOver && ended}
    </p>
  )
}
