// The frame around the canvas while this browser shows what somebody else sees.
import { useValue } from '@tldraw/state-react'
import { connectionWords } from '../../ui/connectionWords.ts'
import { DepartmentMark } from '../../ui/DepartmentMark.tsx'
import { useBoardSession } from '../BoardSessionContext.tsx'
import { departmentStyle, personName } from './NameTag.tsx'

const words = connectionWords.people

export function FollowFrame() {
  const session = useBoardSession()
  const person = useValue(
    'followed person',
    () => session.connection.roster.get().get(session.following.get() ?? '') ?? null,
    [session],
  )
  const mark = useValue('mark', () => session.markOf(person?.department ?? ''), [session, person])
  if (!person) return null
  return (
    <div className="follow-frame" style={departmentStyle(mark)}>
      <div className="follow-frame__label" role="status">
        {mark && <DepartmentMark mark={mark} size={14} inverted />}
        {words.following(personName(person))}
        <button
          type="button"
          className="follow-frame__stop"
          aria-keyshortcuts="Escape"
          onClick={() => session.following.set(null)}
        >
          {words.stop}
        </button>
      </div>
    </div>
  )
}
