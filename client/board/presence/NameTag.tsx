// Somebody's name on their department's colour, with its mark: colour never stands alone.
import type { Participant } from '../../../shared/protocol/messages.ts'
import { connectionWords } from '../../ui/connectionWords.ts'
import { DepartmentMark } from '../../ui/DepartmentMark.tsx'
import type { Mark } from '../../ui/departmentMarks.ts'

interface NameTagProps {
  person: Participant
  mark: Mark | null
  /** Instead of the bare name. */
  text?: string
}

export function NameTag({ person, mark, text }: NameTagProps) {
  return (
    <span className="name-tag" style={departmentStyle(mark)}>
      {mark && <DepartmentMark mark={mark} size={13} name={person.department} inverted />}
      <span className="name-tag__text">{text ?? personName(person)}</span>
    </span>
  )
}

export function personName(person: Participant): string {
  return person.name === '' ? connectionWords.people.unnamed : person.name
}

/** Fill, letter and tint of the department as `--who`, `--who-on`, `--who-soft`; a neutral pair for people without one. */
export function departmentStyle(mark: Mark | null): React.CSSProperties {
  const style = mark
    ? {
        '--who': `var(--dept-${mark.slot})`,
        '--who-on': `var(--dept-${mark.slot}-on)`,
        '--who-soft': `var(--dept-${mark.slot}-soft)`,
      }
    : { '--who': 'var(--ink-2)', '--who-on': 'var(--sheet)', '--who-soft': 'var(--sunken)' }
  return style as React.CSSProperties
}
