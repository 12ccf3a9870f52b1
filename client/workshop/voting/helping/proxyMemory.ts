// Ballots a facilitator has entered for others in the open round, so that they can be corrected. Only this tab has them:
// nobody else may see whose dots are where, and with the end of the round they are forgotten here too.
import { z } from 'zod/mini'
import { allocationSchema } from '../../../../shared/workshop/rounds.ts'

const PREFIX = 'journeyboard.proxies.'

const proxySchema = z.object({
  proxyId: z.string(),
  name: z.string(),
  department: z.string(),
  allocation: allocationSchema,
  receipt: z.string(),
})
/** One ballot entered for somebody without a device. */
export type EnteredProxy = Readonly<z.infer<typeof proxySchema>>

export function recallProxies(roundId: string): readonly EnteredProxy[] {
  try {
    const parsed = z.array(proxySchema).safeParse(JSON.parse(sessionStorage.getItem(PREFIX + roundId) ?? '[]'))
    return parsed.success ? parsed.data : []
  } catch {
    return []
  }
}

/** The one with the same id is replaced. Returns all of them. */
export function rememberProxy(roundId: string, proxy: EnteredProxy): readonly EnteredProxy[] {
  const proxies = [...recallProxies(roundId).filter(({ proxyId }) => proxyId !== proxy.proxyId), proxy]
  try {
    sessionStorage.setItem(PREFIX + roundId, JSON.stringify(proxies))
  } catch {
    // Off or full: entered all the same; correcting needs a new ballot then.
  }
  return proxies
}

export function forgetProxies(roundId: string): void {
  try {
    sessionStorage.removeItem(PREFIX + roundId)
  } catch {
    // Off: there is nothing.
  }
}
