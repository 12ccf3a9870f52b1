// A person as two letters with the mark of their department, alone or as a row of people.
import './Avatar.css'
import { DepartmentMark } from './DepartmentMark.tsx'
import type { Mark } from './departmentMarks.ts'
import { words } from './words.ts'

export interface AvatarPerson {
  readonly id: string
  readonly name: string
  readonly department: string
  /** null: no department chosen. */
  readonly mark: Mark | null
}

/** First letters of the first and the last word; one word gives its first two letters. */
export function initials(name: string): string {
  const [first, ...rest] = name.trim().split(/\s+/)
  const last = rest.at(-1)
  const letters =
    last === undefined ? graphemes(first ?? '').slice(0, 2) : [graphemes(first ?? '')[0], graphemes(last)[0]]
  return letters.join('').toLocaleUpperCase()
}

function graphemes(text: string): string[] {
  return Array.from(new Intl.Segmenter().segment(text), (part) => part.segment)
}

/** "Maya Ortiz, Benefits": how a person is named in tooltips and to screen readers. */
export function personLabel(person: Pick<AvatarPerson, 'name' | 'department'>): string {
  const name = person.name === '' ? words.people.unnamed : person.name
  return person.department === '' ? name : `${name}, ${person.department}`
}

export function Avatar({ person, silent = false }: { person: AvatarPerson; silent?: boolean }) {
  const tint = person.mark === null ? 'var(--sunken)' : `var(--dept-${person.mark.slot}-soft)`
  return (
    <span
      className="avatar"
      style={{ background: tint }}
      {...(silent
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-label': personLabel(person), title: personLabel(person) })}
    >
      {initials(person.name) || '–'}
      {person.mark !== null && (
        <span className="avatar__mark">
          <DepartmentMark mark={person.mark} size={15} />
        </span>
      )}
    </span>
  )
}

interface AvatarRowProps {
  people: readonly AvatarPerson[]
  /** How many faces before "+n". */
  max?: number
  /** Everybody, when `people` is only a part. */
  total?: number
  /** Inside a control that names the people itself. */
  silent?: boolean
}

export function AvatarRow({ people, max = 5, total = people.length, silent = false }: AvatarRowProps) {
  const shown = people.slice(0, max)
  const more = total - shown.length
  return (
    <span className="avatar-row">
      {shown.map((person) => (
        <Avatar key={person.id} person={person} silent={silent} />
      ))}
      {more > 0 && (
        <span className="avatar avatar--more tabular">
          <span aria-hidden="true">+{more}</span>
          {!silent && <span className="visually-hidden">{words.people.more(more)}</span>}
        </span>
      )}
    </span>
  )
}
