// Under the list: how many have finished, "I'm done", and for facilitators the way to end the vote.
import { useValue } from '@tldraw/state-react'
import { useState } from 'react'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { votingWords } from '../../ui/votingWords.ts'
import { runCommand } from '../useWorkshopActions.ts'
import { FinishedBar } from './FinishedBar.tsx'
import { RoundHelp } from './helping/RoundHelp.tsx'

const words = votingWords.ballot

export function BallotFoot() {
  const { connection, voting, workshop } = useBoardSession()
  const role = useValue(connection.room.role)
  const { done } = useValue(connection.room.own)
  const canVote = useValue(voting.ballot.canVote)
  const [busy, setBusy] = useState(false)
  async function setDone(next: boolean) {
    setBusy(true)
    await runCommand(workshop.workshopId, workshop.token, { type: 'done.set', done: next })
    setBusy(false)
  }
  return (
    <div className="ballot__foot">
      <div className="ballot__finish">
        <FinishedBar />
        {canVote && (
          <Button look={done ? 'plain' : 'primary'} busy={busy} aria-pressed={done} onClick={() => void setDone(!done)}>
            {done ? words.notDone : words.done}
          </Button>
        )}
      </div>
      {role === 'facilitator' && <RoundHelp />}
    </div>
  )
}
