// What a round's result says about each card, for everything that shows it beside the ranking: pills on the cards of the
// canvas and of pictures, heat maps, tables.
import type { Candidate, Ranked, RoundResult } from './results.ts'

/** 0 without votes, 4 the most. Never shown without the number. */
export type HeatLevel = 0 | 1 | 2 | 3 | 4

export interface VoteTotal {
  readonly votes: number
  readonly heat: HeatLevel
}

/** In quarters of the largest number. */
export function heatLevel(votes: number, most: number): HeatLevel {
  if (votes <= 0 || most <= 0) return 0
  return Math.min(4, Math.ceil((4 * votes) / most)) as HeatLevel
}

/** Votes by card; a merged note counts under the one it shows as. */
export function voteTotals({ tally }: RoundResult): ReadonlyMap<string, VoteTotal> {
  const most = Math.max(0, ...tally.ranking.map(({ votes }) => votes))
  return new Map(tally.ranking.map(({ cardId, votes }) => [cardId, { votes, heat: heatLevel(votes, most) }]))
}

/** The round that ended last; null: none has. */
export function latestResult(results: readonly RoundResult[]): RoundResult | null {
  const ended = results.filter(({ round }) => round.state === 'closed')
  return ended.toSorted((a, b) => a.round.number - b.round.number).at(-1) ?? null
}

/** A ranked card with its facts as they were frozen. Merged into a card nobody voted on: the facts of its first part. */
export function candidateOf({ candidates, merges }: RoundResult, cardId: string): Candidate | null {
  const found = candidates.find((candidate) => candidate.cardId === cardId)
  if (found) return found
  const parts = new Set(merges.find(({ into }) => into === cardId)?.parts)
  return candidates.find((candidate) => parts.has(candidate.cardId)) ?? null
}

/** Ranked cards that got votes, best first. */
export function votedOn({ tally }: RoundResult): Ranked[] {
  return tally.ranking.filter(({ votes }) => votes > 0)
}

/** As people write it: no decimals that say nothing, a comma-free dot between. Weights make votes uneven. */
export function writeVotes(votes: number): string {
  return String(Math.round(votes * 100) / 100)
}
