// Faces of some who are in the workshop, and how many there are.
import './WhoIsHere.css'
import type { WorkshopPreview } from '../../../shared/protocol/entry.ts'
import { AvatarRow } from '../../ui/Avatar.tsx'
import { assignMarks } from '../../ui/departmentMarks.ts'
import { words } from '../../ui/words.ts'

interface WhoIsHereProps {
  participants: WorkshopPreview['participants']
  departments: readonly string[]
}

export function WhoIsHere({ participants: { online, total, some }, departments }: WhoIsHereProps) {
  // The first person in has nobody to meet yet; the page says nothing instead of "0".
  if (total === 0) return null
  const marks = assignMarks(departments)
  // Viewers come in without a name: counted in the sentence, without a face.
  const named = some.filter(({ name }) => name.trim() !== '')
  const people = named.map((person, at) => ({ ...person, id: `${at}`, mark: marks.get(person.department) ?? null }))
  return (
    <div className="who-is-here">
      <AvatarRow people={people} total={people.length} />
      <p>{online > 0 ? words.join.here(online) : words.join.beenHere(total)}</p>
    </div>
  )
}
