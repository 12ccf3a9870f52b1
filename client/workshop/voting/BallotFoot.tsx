// Under the list: how many have finished, "I'm done", and for facilitators the way to end the vote.
import { useValue } from '@tldraw/state-react'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { facilitationWords } from '../../ui/facilitationWords.ts'
import { CheckIcon } from '../../ui/icons.tsx'
import { useDone } from '../facilitation/useDone.ts'
import { FinishedBar } from './FinishedBar.tsx'
import { RoundHelp } from './helping/RoundHelp.tsx'

const words = facilitationWords.done

export function BallotFoot() {
  const { connection, voting } = useBoardSession()
  const role = useValue(connection.room.role)
  const canVote = useValue(voting.ballot.canVote)
  const { isDone, busy, toggle } = useDone()
  return (
    <div className="ballot__foot">
      <div className="ballot__finish">
        <FinishedBar />
        {canVote && (
          <Button
            look={isDone ? 'plain' : 'primary'}
            busy={busy}
            aria-pressed={isDone}
            onClick={toggle}
            {...(isDone ? { icon: CheckIcon, title: words.saidHint } : {})}
          >
            {isDone ? words.said : words.say}
          </Button>
        )}
      </div>
      {role === 'facilitator' && <RoundHelp />}
    </div>
  )
}
