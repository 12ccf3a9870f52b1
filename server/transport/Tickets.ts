// Download tickets: an address that works once and for a minute, for downloads a browser starts without the token.
import { newSecret } from '../auth/secrets.ts'
import type { Clock } from '../rooms/Clock.ts'

const LIFETIME_MS = 60_000
/** Unused ones of everybody; the oldest go first. */
const MAX_TICKETS = 10_000

interface Ticket {
  readonly subject: string
  readonly holderId: string
  readonly untilMs: number
}

export class Tickets {
  private readonly clock: Clock
  private readonly tickets = new Map<string, Ticket>()

  constructor(clock: Clock) {
    this.clock = clock
  }

  issue(subject: string, holderId: string): string {
    const ticket = newSecret()
    this.tickets.set(ticket, { subject, holderId, untilMs: this.clock.elapsedMs() + LIFETIME_MS })
    for (const [oldest, { untilMs }] of this.tickets) {
      if (this.tickets.size <= MAX_TICKETS && untilMs > this.clock.elapsedMs()) break
      this.tickets.delete(oldest)
    }
    return ticket
  }

  /** Whose it was if it was good for that, else null; it is used up by asking. */
  take(ticket: string, subject: string): string | null {
    const found = this.tickets.get(ticket)
    this.tickets.delete(ticket)
    return found?.subject === subject && found.untilMs > this.clock.elapsedMs() ? found.holderId : null
  }
}
