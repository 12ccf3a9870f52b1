// How many have finished, beside the timer. A count only: who they are is nobody's business.
import './facilitation.css'
import { useValue } from '@tldraw/state-react'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { facilitationWords } from '../../ui/facilitationWords.ts'
import type { VoteStep } from '../voting/voteStep.ts'

const words = facilitationWords.done

interface DoneCountProps {
  /** For who leads: it is read out when everybody has finished. */
  announces: boolean
  vote: VoteStep | null
}

export function DoneCount({ announces, vote }: DoneCountProps) {
  const { connection, voting } = useBoardSession()
  const panel = useValue('panel of voting', () => voting.view.get()?.panel, [voting])
  const activity = useValue(connection.room.activity)
  // Before and after a round there is nothing to finish.
  if (!activity || activity.of === 0 || vote === 'waits' || vote === 'ended') return null
  const { done, of } = activity
  const isAll = done >= of
  // The ballot says it, too: once is enough.
  const isSaidThere = vote === 'open' && panel === 'ballot'
  return (
    <div className={isAll ? 'done-count done-count--all' : 'done-count'} data-said={isSaidThere || undefined}>
      {!isSaidThere && (
        <>
          <b className="tabular">{isAll ? words.all(of) : words.count(done, of)}</b> <span>{words.finished}</span>
        </>
      )}
      <p className="visually-hidden" role="status">
        {announces && isAll && words.allNews}
      </p>
    </div>
  )
}
