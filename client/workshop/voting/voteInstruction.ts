import { votingWords } from '../../ui/votingWords.ts'
import type { VoteStep } from './voteStep.ts'

/** What to do now, where the phase's own sentence is not it: dots cannot be given yet, or not any more. Null: it is. */
export function voteInstruction(vote: VoteStep | null, leads: boolean): string | null {
  if (vote === 'ended') return votingWords.lookTogether
  if (vote !== 'waits') return null
  return leads ? votingWords.pickCards : votingWords.readCards
}
