// The ballot: what is asked, how many dots are left, the candidates in this voter's own order, and who is finished.
// People see only their own dots and how many have finished; the facilitator sees no more.
import './ballot.css'
import { useValue } from '@tldraw/state-react'
import type { Round } from '../../../shared/workshop/rounds.ts'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { votingWords } from '../../ui/votingWords.ts'
import { BallotFoot } from './BallotFoot.tsx'
import { BallotHead } from './BallotHead.tsx'
import { BallotList } from './BallotList.tsx'
import { NothingToVoteOn } from './NothingToVoteOn.tsx'
import { RoundTime } from './RoundTime.tsx'
import { useCandidates } from './useCandidates.ts'

interface BallotPanelProps {
  takesFocus: boolean
  onClose: () => void
}

export function BallotPanel({ takesFocus, onClose }: BallotPanelProps) {
  const { voting } = useBoardSession()
  const round = useValue(voting.ballot.round)
  if (!round)
    return (
      <Panel title={votingWords.ballot.panel} takesFocus={takesFocus} onClose={onClose}>
        <NothingToVoteOn />
      </Panel>
    )
  return <OpenBallot key={round.id} round={round} takesFocus={takesFocus} onClose={onClose} />
}

function OpenBallot({ round, takesFocus, onClose }: BallotPanelProps & { round: Round }) {
  const session = useBoardSession()
  const cards = useCandidates(session, round)
  const time = round.endsAtMs === null ? {} : { note: <RoundTime endsAtMs={round.endsAtMs} /> }
  return (
    <Panel title={round.question} takesFocus={takesFocus} onClose={onClose} footer={<BallotFoot />} {...time}>
      <div className="ballot" data-own-keys>
        <BallotHead round={round} />
        <BallotList cards={cards} capPerCard={round.capPerCard} />
      </div>
    </Panel>
  )
}
