// The frame around the canvas while the facilitator keeps this browser on a view, and the way back for who has left.
import { useValue } from '@tldraw/state-react'
import { facilitationWords } from '../../ui/facilitationWords.ts'
import { DepartmentMark } from '../../ui/DepartmentMark.tsx'
import { useBoardSession } from '../BoardSessionContext.tsx'
import { departmentStyle, personName } from './NameTag.tsx'

const words = facilitationWords.spotlight

/** For while a view is kept. */
export function SpotlightFrame() {
  const session = useBoardSession()
  const { connection, following, spotlight } = session
  const now = useValue(spotlight)
  const person = useValue('leader', () => (now && connection.roster.get().get(now.by)) ?? null, [connection, now])
  const isThere = useValue('is there', () => following.get() === now?.by, [following, now])
  const mark = useValue('mark', () => session.markOf(person?.department ?? ''), [session, person])
  if (!now || !person) return null
  const name = personName(person)
  return (
    <div className={isThere ? 'follow-frame' : 'follow-frame follow-frame--left'} style={departmentStyle(mark)}>
      <div className="follow-frame__label" role="status">
        {mark && <DepartmentMark mark={mark} size={14} inverted />}
        {!isThere ? words.left(name) : now.isHeld ? words.holds(name) : words.shows(name)}
        {!now.isHeld && (
          <button
            type="button"
            className="follow-frame__stop"
            aria-keyshortcuts={isThere ? 'Escape' : undefined}
            onClick={() => following.set(isThere ? null : now.by)}
          >
            {isThere ? words.leave : words.again}
          </button>
        )}
      </div>
    </div>
  )
}
