// Tells a facilitator when somebody comes in the middle of a vote, with the way to let them vote.
import { react, unsafe__withoutCapture } from '@tldraw/state'
import { showToast } from '../../../ui/toasts.ts'
import { votingWords } from '../../../ui/votingWords.ts'
import { words } from '../../../ui/words.ts'
import { runCommand } from '../../useWorkshopActions.ts'
import type { FollowedVote } from '../followBallot.ts'

/** Those who were there when this page opened are none; AdmitDialog lists everybody. */
export function watchLateJoiners({ connection, voting, workshop }: FollowedVote): () => void {
  let known: ReadonlySet<string> | null = null
  return react('late joiners', () => {
    const roster = connection.roster.get()
    const { help } = votingWords
    unsafe__withoutCapture(() => {
      const before = known
      known = new Set(roster.keys())
      // The first roster that holds anybody is where the page starts from.
      if (before === null || before.size === 0) return
      const round = voting.ballot.round.get()
      if (connection.room.role.get() !== 'facilitator' || round === null || round.voters !== 'all') return
      for (const { id, name, role } of roster.values()) {
        if (before.has(id) || role === 'viewer') continue
        const who = name || words.people.unnamed
        const admit = async () => {
          const order = { type: 'participant.admit', participantId: id } as const
          if (await runCommand(workshop.workshopId, workshop.token, order)) showToast(help.admitted(who))
        }
        showToast(help.came(who), { action: { label: help.admit, run: () => void admit() } })
      }
    })
  })
}
