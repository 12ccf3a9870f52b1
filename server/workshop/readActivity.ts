// Counts of what people are doing, as everybody may see them.
import type { Activity } from '../../shared/workshop/workshopActivity.ts'
import type { Workshop } from './Workshop.ts'

export function readActivity(workshop: Workshop, isOnline: (participantId: string) => boolean): Activity {
  const { facilitation, rounds, reveals } = workshop
  const open = rounds.open()
  const done = new Set(facilitation.state.done)
  const people = workshop.activeParticipants().filter(({ id, role }) => {
    return open ? Object.hasOwn(open.eligible, id) : role !== 'viewer' && isOnline(id)
  })
  return {
    done: people.filter(({ id }) => done.has(id)).length,
    of: people.length,
    round: open && { id: open.round.id, voted: rounds.votedCount(open.round.id) },
    drafts: reveals.draftCounts(),
  }
}
