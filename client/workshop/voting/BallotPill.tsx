// The way back to the ballot after its panel was closed: how many dots are left, in the corner where the panel was.
import './ballot.css'
import { useValue } from '@tldraw/state-react'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { VoteIcon } from '../../ui/icons.tsx'
import { votingWords } from '../../ui/votingWords.ts'

export function BallotPill({ onOpen }: { onOpen: () => void }) {
  const { ballot } = useBoardSession().voting
  const words = votingWords.ballot
  const round = useValue(ballot.round)
  const left = useValue(ballot.left)
  const canVote = useValue(ballot.canVote)
  if (!round) return null
  return (
    <button className="ballot-pill tabular" type="button" data-part="panel" onClick={onOpen}>
      <VoteIcon />
      {canVote ? words.pill(words.left(left, round.dotsPerPerson)) : words.pillPlain}
    </button>
  )
}
