// Download tickets: good once, for a minute, for one file and its holder; nobody's asking takes anything from others.
import { describe, expect, it } from 'vitest'
import { Tickets } from '../../../server/transport/Tickets.ts'
import { ManualClock } from '../../support/room/ManualClock.ts'

describe('[EX4] a ticket', () => {
  it('is used up by asking, also by asking for something else', () => {
    const tickets = new Tickets(new ManualClock())
    const [one, two] = [tickets.issue('pdf', 'anna', ['card']), tickets.issue('pdf', 'anna')]
    expect(tickets.take(one, 'pdf')).toMatchObject({ holderId: 'anna', selection: ['card'] })
    expect(tickets.take(one, 'pdf')).toBeNull()
    expect(tickets.take(two, 'svg')).toBeNull()
    expect(tickets.take(two, 'pdf')).toBeNull()
    expect(tickets.take('guessed', 'pdf')).toBeNull()
  })

  it('is good for a minute', () => {
    const clock = new ManualClock()
    const tickets = new Tickets(clock)
    const [early, late] = [tickets.issue('pdf', 'anna'), tickets.issue('pdf', 'anna')]
    clock.spend(59_999)
    expect(tickets.take(early, 'pdf')).not.toBeNull()
    clock.spend(1)
    expect(tickets.take(late, 'pdf')).toBeNull()
  })

  it('of somebody else stays good however many one person asks for', () => {
    const tickets = new Tickets(new ManualClock())
    const anna = tickets.issue('pdf', 'anna')
    const large = Array.from({ length: 8_000 }, (_, at) => `card${at}`)
    const bens = Array.from({ length: 12_000 }, () => tickets.issue('svg', 'ben', large))
    expect(tickets.take(anna, 'pdf')).not.toBeNull()
    expect(bens.filter((ticket) => tickets.take(ticket, 'svg') !== null)).toEqual(bens.slice(-24))
  })
})
