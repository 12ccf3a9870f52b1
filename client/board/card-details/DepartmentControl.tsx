// Which department: a button with its mark that opens the workshop's departments.
import { useValue } from 'tldraw'
import type { DepartmentField } from '../../../shared/journey/fields.ts'
import { canvasWords } from '../../ui/canvasWords.ts'
import { DepartmentMark } from '../../ui/DepartmentMark.tsx'
import { useBoardSession } from '../BoardSessionContext.tsx'
import { DepartmentMenu } from '../shapes/selection-bar/DepartmentMenu.tsx'

interface DepartmentControlProps {
  field: DepartmentField
  value: string | null
  onValue: (value: string | null) => void
}

export function DepartmentControl({ field, value, onValue }: DepartmentControlProps) {
  const session = useBoardSession()
  const mark = useValue('mark', () => (value === null ? null : session.markOf(value)), [session, value])
  return (
    <div className="details-field">
      <span className="details-field__label" aria-hidden="true">
        {field.label}
      </span>
      <DepartmentMenu
        trigger={
          <button type="button" className="details-input details-input--button">
            <span className="visually-hidden">{`${field.label}: `}</span>
            {mark && <DepartmentMark mark={mark} size={16} />}
            {value ?? <span className="details-input__unset">{canvasWords.details.unset}</span>}
            <span className="details-input__opens" aria-hidden="true">
              ▾
            </span>
          </button>
        }
        onDepartment={onValue}
      />
    </div>
  )
}
