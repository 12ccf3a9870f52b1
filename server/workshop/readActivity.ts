// Counts of what people are doing, as everybody may see them.
import type { Activity } from '../../shared/workshop/workshopActivity.ts'
import type { Workshop } from './Workshop.ts'

export function readActivity(workshop: Workshop, isOnline: (participantId: string) => boolean): Activity {
  const { facilitation, rounds, reveals } = workshop
  const open = rounds.open()
  const done = new Set(facilitation.state.done)
  const people = workshop.activeParticipants().filter(({ id, role }) => {
    if (open) return Object.hasOwn(open.eligible, id) && workshop.isWelcome(id)
    // Who leads does not work on the phase; one that says so counts.
    return isOnline(id) && (role === 'participant' || done.has(id))
  })
  return {
    done: people.filter(({ id }) => done.has(id)).length,
    of: people.length,
    round: open && { id: open.round.id, voted: rounds.votedCount(open.round.id, (id) => workshop.isWelcome(id)) },
    drafts: reveals.draftCounts(),
  }
}
