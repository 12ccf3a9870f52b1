// The people of the workshop for bar and panel, with their marks. Renders when somebody comes, goes, is renamed or
// changes department; never for movement.
import { useValue } from '@tldraw/state-react'
import type { Role } from '../../../shared/protocol/roles.ts'
import type { AvatarPerson } from '../../ui/Avatar.tsx'
import { useBoardSession } from '../BoardSessionContext.tsx'

export interface PersonHere extends AvatarPerson {
  readonly role: Role
  readonly online: boolean
  /** The person at this screen. */
  readonly you: boolean
}

/** Everybody who ever took part, by name, those who are here first. */
export function usePeople(): readonly PersonHere[] {
  const session = useBoardSession()
  return useValue(
    'people',
    () => {
      const { connection, workshop } = session
      const people = [...connection.roster.get().values()].map((person): PersonHere => {
        const { id, name, department, role, online } = person
        return {
          id,
          name,
          department,
          role,
          online,
          mark: session.markOf(department),
          you: id === workshop.participantId,
        }
      })
      return people.toSorted((a, b) => Number(b.online) - Number(a.online) || a.name.localeCompare(b.name))
    },
    [session],
  )
}
