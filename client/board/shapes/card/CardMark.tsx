// Mark of the department a card belongs to. Mounted only for cards that have one.
import { useValue } from 'tldraw'
import { DepartmentMark } from '../../../ui/DepartmentMark.tsx'
import { useBoardSession } from '../../BoardSessionContext.tsx'

export function CardMark({ department }: { department: string }) {
  const session = useBoardSession()
  const mark = useValue('mark', () => session.markOf(department), [session, department])
  return <span className="board-card__mark">{mark && <DepartmentMark mark={mark} name={department} />}</span>
}
