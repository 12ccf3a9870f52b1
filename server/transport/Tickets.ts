// Download tickets: an address that works once and for a minute, for downloads a browser starts without the token.
import { newSecret } from '../auth/secrets.ts'
import type { Clock } from '../rooms/Clock.ts'

const LIFETIME_MS = 60_000
/** Unused ones of everybody; the oldest go first. */
const MAX_TICKETS = 10_000

export class Tickets {
  private readonly clock: Clock
  private readonly tickets = new Map<string, { readonly subject: string; readonly untilMs: number }>()

  constructor(clock: Clock) {
    this.clock = clock
  }

  issue(subject: string): string {
    const ticket = newSecret()
    this.tickets.set(ticket, { subject, untilMs: this.clock.elapsedMs() + LIFETIME_MS })
    for (const [oldest, { untilMs }] of this.tickets) {
      if (this.tickets.size <= MAX_TICKETS && untilMs > this.clock.elapsedMs()) break
      this.tickets.delete(oldest)
    }
    return ticket
  }

  /** Whether it was good for that; it is used up by asking. */
  take(ticket: string, subject: string): boolean {
    const found = this.tickets.get(ticket)
    this.tickets.delete(ticket)
    return found !== undefined && found.subject === subject && found.untilMs > this.clock.elapsedMs()
  }
}
