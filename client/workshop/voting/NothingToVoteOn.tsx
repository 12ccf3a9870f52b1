// The ballot in a phase for voting before a round is open.
import { useValue } from '@tldraw/state-react'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { votingWords } from '../../ui/votingWords.ts'

export function NothingToVoteOn() {
  const { connection, voting } = useBoardSession()
  const role = useValue(connection.room.role)
  const words = votingWords.ballot
  if (role !== 'facilitator') return <p className="ballot__empty">{words.empty}</p>
  return (
    <div className="ballot__empty">
      <p>{words.emptyFacilitator}</p>
      <Button look="primary" onClick={() => voting.opening.set({ cardIds: null })}>
        {votingWords.opening.start}
      </Button>
    </div>
  )
}
