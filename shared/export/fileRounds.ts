// Rounds of voting in the lossless file: terms, frozen candidates, ballots as they were published, and the result. Only
// rounds that have ended; nothing in it says more than everybody in the room could see.
import { z } from 'zod/mini'
import { roundResultSchema, type RoundResult } from '../workshop/results.ts'

/** Far above what a workshop holds. */
export const MAX_FILE_ROUNDS = 200

const MAX_FILE_BALLOTS = 5_000

export const fileRoundSchema = roundResultSchema.check(
  z.refine((result) => result.round.state === 'closed', 'A round in a file has ended'),
  z.refine((result) => result.ballots.length <= MAX_FILE_BALLOTS, `At most ${MAX_FILE_BALLOTS} ballots`),
)

/** In the order they were opened; keys in one order, so that the same rounds give the same bytes. */
export function toFileRounds(rounds: readonly RoundResult[]): RoundResult[] {
  return rounds
    .filter(({ round }) => round.state === 'closed')
    .toSorted((a, b) => a.round.number - b.round.number)
    .map((result) =>
      // Read by the schema: a round that was opened just now has its keys in another order than one from the disk.
      roundResultSchema.parse({
        ...result,
        ballots: result.ballots
          .toSorted((a, b) => (a.receipt < b.receipt ? -1 : 1))
          .map((ballot) => ({ ...ballot, allocation: sorted(ballot.allocation) })),
      }),
    )
}

/** The same round about cards under their new ids. */
export function relinkRound(result: RoundResult, card: (id: string) => string): RoundResult {
  const { round, candidates, tally, ballots, merges, ...rest } = result
  const relinked = (allocation: Readonly<Record<string, number>>) =>
    sorted(Object.fromEntries(Object.entries(allocation).map(([id, dots]) => [card(id), dots])))
  return {
    ...rest,
    round: { ...round, candidateIds: round.candidateIds.map(card) },
    candidates: candidates.map((candidate) => ({ ...candidate, cardId: card(candidate.cardId) })),
    tally: {
      ...tally,
      ranking: tally.ranking.map((ranked) => ({ ...ranked, cardId: card(ranked.cardId) })),
      ties: tally.ties.map(({ rank, cardIds }) => ({ rank, cardIds: cardIds.map(card) })),
    },
    ballots: ballots.map((ballot) => ({ ...ballot, allocation: relinked(ballot.allocation) })),
    merges: merges.map(({ into, parts }) => ({ into: card(into), parts: parts.map(card) })),
  }
}

function sorted(allocation: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(allocation).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
