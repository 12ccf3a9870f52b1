// Browsers do not say why a socket was not opened; the same question over HTTP is answered.
import type { JoinedWorkshop } from '../app/JoinedWorkshop.ts'
import { failureOf } from './callServer.ts'
import type { ConnectionPorts } from './ConnectionPorts.ts'

/** A sentence if it is for good (the link or the token is dead), null if it is worth another try. */
export async function askWhyRefused(
  { workshopId, token }: JoinedWorkshop,
  { origin, fetch: fetchHttp }: Pick<ConnectionPorts, 'origin' | 'fetch'>,
): Promise<string | null> {
  try {
    const response = await fetchHttp(`${origin}/api/workshops/${encodeURIComponent(workshopId)}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    if (response.ok) return null
    const failure = failureOf(response.status, await response.json())
    return failure.kind === 'token' || failure.kind === 'link' ? failure.sentence : null
  } catch {
    return null
  }
}
