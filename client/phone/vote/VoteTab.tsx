// The ballot on a phone: the same store and the same rows as the board's panel, with the dots left in the foot.
import '../../workshop/voting/ballot.css'
import './vote.css'
import { useValue } from '@tldraw/state-react'
import { lazy, Suspense } from 'react'
import type { Round } from '../../../shared/workshop/rounds.ts'
import { votingWords } from '../../ui/votingWords.ts'
import { BallotHead } from '../../workshop/voting/BallotHead.tsx'
import { BallotList } from '../../workshop/voting/BallotList.tsx'
import { Dots } from '../../workshop/voting/Dots.tsx'
import { RoundTime } from '../../workshop/voting/RoundTime.tsx'
import { useCandidates } from '../../workshop/voting/useCandidates.ts'
import { usePhone } from '../PhoneContext.ts'
import { DoneButton, PhoneFoot } from '../PhoneFoot.tsx'

// For facilitators, and with a dialog.
const RoundHelp = lazy(() =>
  import('../../workshop/voting/helping/RoundHelp.tsx').then((module) => ({ default: module.RoundHelp })),
)

const words = votingWords.ballot

export function VoteTab() {
  const { voting } = usePhone().session
  const round = useValue(voting.ballot.round)
  if (!round)
    return (
      <>
        <p className="phone-empty">{words.empty}</p>
        <PhoneFoot />
      </>
    )
  return <OpenVote key={round.id} round={round} />
}

function OpenVote({ round }: { round: Round }) {
  const { session } = usePhone()
  const cards = useCandidates(session, round)
  const role = useValue(session.connection.room.role)
  return (
    <>
      <div className="vote-head">
        <h2>{round.question}</h2>
        {round.endsAtMs !== null && <RoundTime endsAtMs={round.endsAtMs} />}
      </div>
      <div className="ballot vote">
        <BallotHead round={round} />
        <BallotList cards={cards} capPerCard={round.capPerCard} />
      </div>
      {role === 'facilitator' && (
        <Suspense fallback={null}>
          <div className="vote-help">
            <RoundHelp />
          </div>
        </Suspense>
      )}
      <VoteFoot round={round} />
    </>
  )
}

/** "2 of 5 dots left", "7 of 12 have finished", I'm done. */
function VoteFoot({ round }: { round: Round }) {
  const { connection, voting } = usePhone().session
  const used = useValue(voting.ballot.used)
  const canVote = useValue(voting.ballot.canVote)
  const activity = useValue(connection.room.activity)
  return (
    <footer className="phone-foot">
      <div className="vote-foot tabular">
        {canVote && (
          <>
            <Dots filled={used} of={round.dotsPerPerson} size={16} />
            <b>{words.left(round.dotsPerPerson - used, round.dotsPerPerson)}</b>
          </>
        )}
        {activity && <span>{words.finished(activity.done, activity.of)}</span>}
      </div>
      {canVote && (
        <div className="phone-foot__buttons">
          <DoneButton first />
        </div>
      )}
    </footer>
  )
}
