// Which department a card belongs to: the workshop's departments with their marks, or none.
import type { ReactElement } from 'react'
import { useValue } from 'tldraw'
import { canvasWords } from '../../../ui/canvasWords.ts'
import { DepartmentMark } from '../../../ui/DepartmentMark.tsx'
import type { Mark } from '../../../ui/departmentMarks.ts'
import type { Icon } from '../../../ui/icons.tsx'
import { Menu, MenuItem, MenuLine } from '../../../ui/Menu.tsx'
import { useBoardSession } from '../../BoardSessionContext.tsx'

interface DepartmentMenuProps {
  trigger: ReactElement
  onDepartment: (department: string | null) => void
}

export function DepartmentMenu({ trigger, onDepartment }: DepartmentMenuProps) {
  const session = useBoardSession()
  const departments = useValue('departments', () => session.connection.workshop.get().departments, [session])
  return (
    <Menu trigger={trigger} align="start">
      {departments.map((name) => {
        const mark = session.markOf(name)
        return (
          <MenuItem key={name} {...(mark ? { icon: markIcon(mark) } : {})} onSelect={() => onDepartment(name)}>
            {name}
          </MenuItem>
        )
      })}
      {departments.length > 0 && <MenuLine />}
      <MenuItem onSelect={() => onDepartment(null)}>{canvasWords.card.noDepartment}</MenuItem>
    </Menu>
  )
}

function markIcon(mark: Mark): Icon {
  return () => <DepartmentMark mark={mark} size={16} />
}
