// A ballot of somebody who votes for themselves: all checks the server makes before it counts.
import type { BallotAnswer, OwnBallot } from '../../shared/protocol/api.ts'
import { type Allocation, checkAllocation } from '../../shared/workshop/rounds.ts'
import { type CommandFailure, fail, workshopClosed } from './commands/CommandHandler.ts'
import type { RoundRecord } from './roundRecords.ts'
import type { Workshop } from './Workshop.ts'
import type { ParticipantRecord } from './workshopRecords.ts'

export interface Voting {
  readonly workshop: Workshop
  readonly voter: ParticipantRecord
  readonly roundId: string
  readonly authorOf: (cardId: string) => string | null
}

const unknownRound = fail(404, 'unknownRound', 'There is no such vote.')
const roundClosed = fail(409, 'roundClosed', 'The vote has ended. Your last ballot counts.')

/** Replaces the voter's whole ballot in memory; the caller answers once it is on disk. */
export function castBallot(
  { workshop, voter, roundId, authorOf }: Voting,
  allocation: Allocation,
  nowMs: number,
): { readonly ok: true; readonly answer: BallotAnswer } | CommandFailure {
  const record = workshop.rounds.find(roundId)
  if (!record) return unknownRound
  const { round } = record
  if (round.state !== 'open' || (round.endsAtMs !== null && nowMs >= round.endsAtMs)) return roundClosed
  if (workshop.info.closed) return workshopClosed
  if (voter.role === 'viewer') return fail(403, 'viewer', 'This link is for watching. Ask for a participant link.')
  if (!Object.hasOwn(record.eligible, voter.id)) return notEligible(record)
  const check = checkAllocation(round, allocation, ownCards(record, voter.id, authorOf))
  if (!check.ok) return fail(422, check.code, check.message)
  const { receipt } = workshop.rounds.cast(record, voter.id, allocation, nowMs, null)
  return { ok: true, answer: { used: check.used, left: check.left, receipt } }
}

/** What the server knows of the voter's own ballot; after the end of a secret round, nothing. */
export function readOwnBallot({ workshop, voter, roundId, authorOf }: Voting): OwnBallot | CommandFailure {
  const record = workshop.rounds.find(roundId)
  if (!record) return unknownRound
  const { round } = record
  const ballot = workshop.rounds.ballotOf(roundId, voter.id)
  const allocation = ballot?.allocation ?? {}
  const used = Object.values(allocation).reduce((sum, dots) => sum + dots, 0)
  return {
    roundId,
    eligible: voter.role !== 'viewer' && Object.hasOwn(record.eligible, voter.id),
    allocation,
    used,
    left: round.dotsPerPerson - used,
    receipt: ballot?.receipt ?? null,
    storedAtMs: ballot?.storedAtMs ?? null,
    ownCardIds: round.state === 'open' ? [...ownCards(record, voter.id, authorOf)] : [],
  }
}

/** Candidates the voter may not vote for; empty if the round allows own cards. */
function ownCards(
  { round }: RoundRecord,
  voterId: string,
  authorOf: (cardId: string) => string | null,
): ReadonlySet<string> {
  return new Set(round.ownCards ? [] : round.candidateIds.filter((cardId) => authorOf(cardId) === voterId))
}

function notEligible({ round }: RoundRecord): CommandFailure {
  const message =
    round.voters === 'all'
      ? 'The vote began before you came. The facilitator can let you in.'
      : 'This vote is for other departments. The facilitator can let you in.'
  return fail(403, 'notEligible', message)
}
