// Which departments' curves are shown beside the room's. At most as many as can be told apart.
import { DropdownMenu } from 'radix-ui'
import type { DepartmentCurve } from '../../../../shared/insight/emotionConsensus.ts'
import { canvasWords } from '../../../ui/canvasWords.ts'
import { DepartmentMark } from '../../../ui/DepartmentMark.tsx'
import type { Mark } from '../../../ui/departmentMarks.ts'
import { CheckIcon } from '../../../ui/icons.tsx'
import { Menu } from '../../../ui/Menu.tsx'

interface DepartmentChoiceProps {
  curves: readonly DepartmentCurve[]
  shown: readonly string[]
  /** Most curves at once. */
  max: number
  markOf: (department: string) => Mark | null
  onShown: (departments: readonly string[]) => void
}

export function DepartmentChoice({ curves, shown, max, markOf, onShown }: DepartmentChoiceProps) {
  // A department of one person has no median: its curve would show that person's feelings.
  const drawable = curves.filter((curve) => curve.medians.size > 0)
  if (drawable.length === 0) return null
  return (
    <Menu
      align="start"
      trigger={
        <button type="button" className="department-choice" title={canvasWords.emotion.showDepartments}>
          <span className={shown.length === 0 ? '' : 'visually-hidden'}>{canvasWords.emotion.compare}</span>
          {shown.length > 0 &&
            shown.map((name) => {
              const mark = markOf(name)
              return mark && <DepartmentMark key={name} mark={mark} size={13} />
            })}
        </button>
      }
    >
      <DropdownMenu.Label className="menu__label">{canvasWords.emotion.departments}</DropdownMenu.Label>
      {drawable.map(({ department, people }) => {
        const mark = markOf(department)
        const isShown = shown.includes(department)
        return (
          <DropdownMenu.CheckboxItem
            key={department}
            className="menu__item"
            checked={isShown}
            disabled={!isShown && shown.length >= max}
            onSelect={(event) => event.preventDefault()}
            onCheckedChange={(on) =>
              onShown(on ? [...shown, department] : shown.filter((other) => other !== department))
            }
          >
            <span className="menu__icon">{mark && <DepartmentMark mark={mark} size={16} />}</span>
            <span className="menu__text">{canvasWords.emotion.departmentOf(department, people)}</span>
            <DropdownMenu.ItemIndicator>
              <CheckIcon size={14} />
            </DropdownMenu.ItemIndicator>
          </DropdownMenu.CheckboxItem>
        )
      })}
    </Menu>
  )
}
