// Asks the server for a link of a role. Its key is told once, here: whoever asked keeps it or shows it.
import { useState } from 'react'
import type { Role } from '../../shared/protocol/roles.ts'
import type { JoinedWorkshop } from '../app/JoinedWorkshop.ts'
import { issueLink } from '../connection/api.ts'

export function useNewLink({ workshopId, token }: JoinedWorkshop, role: Role) {
  const [busy, setBusy] = useState(false)
  /** The server's sentence; null while nothing was refused. */
  const [failure, setFailure] = useState<string | null>(null)

  /** `personFor`: good for one, named in the list of links. Resolves with the key, or null if there is none. */
  async function make(personFor?: string): Promise<string | null> {
    if (busy) return null
    setBusy(true)
    setFailure(null)
    const issued = await issueLink(workshopId, token, role, personFor)
    setBusy(false)
    if (issued.ok) return issued.value.link.split('#')[1] ?? ''
    setFailure(issued.failure.sentence)
    return null
  }

  return { busy, failure, make }
}
