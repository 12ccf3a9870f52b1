// The mark of a group in a split: the department's own, or two dots for all the small ones together.
import { OTHERS } from '../../../shared/workshop/results.ts'
import { useValue } from '@tldraw/state-react'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { DepartmentMark } from '../../ui/DepartmentMark.tsx'

interface GroupMarkProps {
  group: string
  /** Pixels. */
  size: number
}

/** Silent: the group's name stands beside it or is read out from the words around. */
export function GroupMark({ group, size }: GroupMarkProps) {
  const session = useBoardSession()
  const mark = useValue('mark', () => session.markOf(group), [session, group])
  if (mark && group !== OTHERS) return <DepartmentMark mark={mark} size={size} />
  return (
    <svg className="department-mark" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <g className="department-mark__shape" fill="var(--dept-8)">
        <circle cx="5" cy="10" r="3.5" />
        <circle cx="15" cy="10" r="3.5" />
      </g>
    </svg>
  )
}

/** Colour of a group's part of a bar; a number and the mark always stand below it. */
export function useGroupColors(groups: readonly string[]): readonly string[] {
  const session = useBoardSession()
  return useValue(
    'group colours',
    () => groups.map((group) => `var(--dept-${(group === OTHERS ? null : session.departmentIndex(group)) ?? 8})`),
    [session, groups],
  )
}
