// Download tickets: an address that works once and for a minute, for downloads a browser starts without the token.
import { newSecret } from '../auth/secrets.ts'
import type { Clock } from '../rooms/Clock.ts'

const LIFETIME_MS = 60_000
/** Unused ones of everybody; the oldest go first. */
const MAX_TICKETS = 10_000
/** Of one person: all formats at once, and some that were asked for twice. Nobody's asking uses up the others'. */
const MAX_OF_ONE = 24
/** Ids kept with them, of everybody: 50 MB at most. Tickets are used within a second or two. */
const MAX_KEPT_IDS = 500_000

interface Ticket {
  readonly subject: string
  readonly holderId: string
  readonly selection: readonly string[] | null
  readonly untilMs: number
}

export class Tickets {
  private readonly clock: Clock
  private readonly tickets = new Map<string, Ticket>()
  /** In the order issued. */
  private readonly ofHolder = new Map<string, Set<string>>()
  private keptIds = 0

  constructor(clock: Clock) {
    this.clock = clock
  }

  /** `selection` is kept here: a thousand ids are too long for an address. */
  issue(subject: string, holderId: string, selection: readonly string[] | null = null): string {
    const ticket = newSecret()
    this.tickets.set(ticket, { subject, holderId, selection, untilMs: this.clock.elapsedMs() + LIFETIME_MS })
    this.keptIds += selection?.length ?? 0
    const own = this.ofHolder.get(holderId) ?? new Set()
    this.ofHolder.set(holderId, own.add(ticket))
    for (const oldest of own) if (own.size > MAX_OF_ONE) this.remove(oldest)
    for (const [oldest, { untilMs }] of this.tickets) {
      const isFull = this.tickets.size > MAX_TICKETS || this.keptIds > MAX_KEPT_IDS
      if (!isFull && untilMs > this.clock.elapsedMs()) break
      this.remove(oldest)
    }
    return ticket
  }

  /** Whose it was, and what for, if it was good for that, else null; it is used up by asking. */
  take(ticket: string, subject: string): Pick<Ticket, 'holderId' | 'selection'> | null {
    const found = this.remove(ticket)
    return found?.subject === subject && found.untilMs > this.clock.elapsedMs() ? found : null
  }

  private remove(ticket: string): Ticket | undefined {
    const found = this.tickets.get(ticket)
    if (!found) return undefined
    this.tickets.delete(ticket)
    this.keptIds -= found.selection?.length ?? 0
    const own = this.ofHolder.get(found.holderId)
    own?.delete(ticket)
    if (own?.size === 0) this.ofHolder.delete(found.holderId)
    return found
  }
}
