// The tally made again from the published ballots, by the same function the server counts with, in this browser.
import type { Ranked, RoundResult, Tally } from '../../../shared/workshop/results.ts'
import { checkAllocation } from '../../../shared/workshop/rounds.ts'
import { tallyRound } from '../../../shared/workshop/tally.ts'

export interface Recount {
  readonly isEqual: boolean
  /** Ballots over budget or cap, for cards that were no candidates, or under a code that stands twice. */
  readonly brokenBallots: number
}

export function recountBallots(result: RoundResult): Recount {
  const { round, ballots, tally } = result
  const codes = new Set<string>()
  let brokenBallots = 0
  for (const { receipt, allocation } of ballots) {
    if (codes.has(receipt) || !checkAllocation(round, allocation, new Set()).ok) brokenBallots++
    codes.add(receipt)
  }
  return {
    isEqual: JSON.stringify(comparable(countAgain(result))) === JSON.stringify(comparable(tally)),
    brokenBallots,
  }
}

/** Without the notes that were merged since: what the room had voted. */
export function countBeforeMerges(result: RoundResult): Tally {
  return countAgain({ ...result, merges: [] })
}

/** Whose ballot belongs to which department is not published, so there is no split in it. */
function countAgain({ round, candidates, ballots, merges }: RoundResult): Tally {
  return tallyRound({ capPerCard: round.capPerCard, candidates, ballots, groups: null, merges })
}

/** What can be had from the ballots alone, and whether the shown split adds up to it. */
function comparable({ voted, proxies, dots, ranking, ties }: Tally): unknown {
  return { voted, proxies, dots, ties, ranking: ranking.map(withoutSplit) }
}

function withoutSplit({ byGroup, ...ranked }: Ranked): unknown {
  const sum = (byGroup ?? [ranked.votes]).reduce((all, votes) => all + votes, 0)
  // Weights are no whole numbers: sums differ in the last binary digits.
  return { ...ranked, addsUp: Math.abs(sum - ranked.votes) < 1e-6 }
}
