// "7 of 12 have finished": counts only, for everybody the same.
import { useValue } from '@tldraw/state-react'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { votingWords } from '../../ui/votingWords.ts'

/** Up to this many every voter is a dash of their own; more are one bar. */
const MAX_DASHES = 16

export function FinishedBar() {
  const { connection } = useBoardSession()
  const activity = useValue(connection.room.activity)
  if (activity === null || activity.of === 0) return <span />
  const { done, of } = activity
  return (
    <div className="finished">
      <p className="tabular">{votingWords.ballot.finished(done, of)}</p>
      {of <= MAX_DASHES ? (
        <div className="finished__dashes" aria-hidden="true">
          {Array.from({ length: of }, (_, at) => (
            <i key={at} data-done={at < done || undefined} />
          ))}
        </div>
      ) : (
        <div className="finished__bar" aria-hidden="true">
          <i style={{ width: `${(100 * done) / of}%` }} />
        </div>
      )}
    </div>
  )
}
