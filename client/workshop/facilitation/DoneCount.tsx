// How many have finished, beside the timer. A count only: who they are is nobody's business.
import './facilitation.css'
import { useValue } from '@tldraw/state-react'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { facilitationWords } from '../../ui/facilitationWords.ts'

const words = facilitationWords.done

/** `announces`: for who leads, it is read out when everybody has finished. */
export function DoneCount({ announces }: { announces: boolean }) {
  const { connection } = useBoardSession()
  const activity = useValue(connection.room.activity)
  if (!activity || activity.of === 0) return null
  const { done, of } = activity
  const isAll = done >= of
  return (
    <div className={isAll ? 'done-count done-count--all' : 'done-count'}>
      <b className="tabular">{isAll ? words.all(of) : words.count(done, of)}</b> <span>{words.finished}</span>
      <p className="visually-hidden" role="status">
        {announces && isAll && words.allNews}
      </p>
    </div>
  )
}
