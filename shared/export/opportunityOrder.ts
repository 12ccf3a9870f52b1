// The order in which opportunities are told: what the room has voted for comes first. One order for every file and the
// recap page.
import type { Board, CardOf } from '../journey/Board.ts'
import type { CardId } from '../journey/ids.ts'
import { cardTitle } from '../journey/readBoardParts.ts'
import type { RoundResult } from '../workshop/results.ts'
import { candidateOf, votedOn } from '../workshop/voteTotals.ts'

type Opportunity = CardOf<'opportunity'>
/** Smaller is better, number by number. */
type Key = readonly number[]
/** Ranks of one round: of the cards themselves, and of what they say. */
interface Ranks {
  readonly byId: ReadonlyMap<string, number>
  readonly byWords: ReadonlyMap<string, number>
}

/**
 * By the latest round that ranks the opportunity itself or the pain it quotes, as those do that are made from a result;
 * then the largest impact, then the least effort. Equals stay in the order given.
 */
export function inOrderOfVotes(
  board: Board,
  opportunities: readonly Opportunity[],
  endedRounds: readonly RoundResult[],
): Opportunity[] {
  const latestFirst = endedRounds.toReversed().map((result) => ranksOf(board, result))
  const keys = new Map(opportunities.map((card) => [card, keyOf(card, latestFirst)]))
  return opportunities.toSorted((a, b) => compare(keys.get(a) ?? [], keys.get(b) ?? []))
}

/** Words as they are now and as they were voted on: an opportunity may quote either. */
function ranksOf(board: Board, result: RoundResult): Ranks {
  const ranked = votedOn(result)
  const byWords = new Map<string, number>()
  for (const { cardId, rank } of ranked) {
    const now = board.cards.get(cardId as CardId)
    for (const words of [now ? cardTitle(now) : '', candidateOf(result, cardId)?.title ?? ''])
      if (words !== '' && !byWords.has(words)) byWords.set(words, rank)
  }
  return { byId: new Map(ranked.map(({ cardId, rank }) => [cardId, rank])), byWords }
}

function keyOf({ id, fields }: Opportunity, latestFirst: readonly Ranks[]): Key {
  const quoted = [...fields.text.matchAll(/“(.+)”/gs)].map(([, words = '']) => words)
  const ranks = latestFirst.map(({ byId, byWords }) =>
    Math.min(byId.get(id) ?? Infinity, ...quoted.map((words) => byWords.get(words) ?? Infinity)),
  )
  const roundsAgo = ranks.findIndex((rank) => rank !== Infinity)
  const voted = roundsAgo < 0 ? [Infinity, Infinity] : [roundsAgo, ranks[roundsAgo] ?? Infinity]
  return [...voted, -(fields.impact ?? 0), fields.effort ?? Infinity]
}

function compare(a: Key, b: Key): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1
}
