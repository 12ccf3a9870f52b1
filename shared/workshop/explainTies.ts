// Ties in words: which places had equal votes and what the tie rule made of them.
import type { Ranked, RoundResult } from './results.ts'
import { candidateOf, writeVotes } from './voteTotals.ts'

export interface TieNote {
  /** The last of the tied cards: the note stands below it. */
  readonly afterCardId: string
  readonly cardIds: readonly string[]
  readonly sentence: string
  /** Cards that nothing in the rule tells apart: a run-off decides. */
  readonly isOpen: boolean
}

export function explainTies(result: RoundResult): TieNote[] {
  const withVotes = result.tally.ranking.filter(({ votes }) => votes > 0)
  return [...Map.groupBy(withVotes, ({ votes }) => votes).values()].flatMap((tied) => {
    const last = tied.at(-1)
    if (!last || tied.length < 2) return []
    const decisions = tied.slice(1).map((ranked, at) => decision(result, tied[at] ?? ranked, ranked, tied.length))
    const isOpen = tied.some(({ tieBreak }, at) => at > 0 && tieBreak === null)
    const sentence = [headline(tied), ...decisions, isOpen ? 'A run-off decides.' : ''].filter(Boolean).join(' ')
    return [{ afterCardId: last.cardId, cardIds: tied.map(({ cardId }) => cardId), sentence, isOpen }]
  })
}

function headline(tied: readonly Ranked[]): string {
  const [first, last] = [tied[0], tied.at(-1)]
  const votes = first?.votes ?? 0
  const counted = `${writeVotes(votes)} ${votes === 1 ? 'vote' : 'votes'}`
  if (!first || !last || first.rank === last.rank) return `${tied.length} share rank ${first?.rank ?? 0} with ${counted}.`
  return `Ranks ${first.rank} ${last.rank - first.rank === 1 ? 'and' : 'to'} ${last.rank} tie at ${counted}.`
}

/** What put the first of two neighbours ahead. Of two alone nobody needs the names. */
function decision(result: RoundResult, ahead: Ranked, behind: Ranked, count: number): string {
  const [first, second] = [ahead, behind].map(({ cardId }) => candidateOf(result, cardId))
  const names = count === 2 ? '' : `“${first?.title ?? ''}” before “${second?.title ?? ''}”: `
  switch (behind.tieBreak) {
    case 'severity':
      return `${names}${upper('severity', names)} decides, ${severityOf(result, ahead)} over ${severityOf(result, behind)}.`
    case 'voters':
      return `${names}${upper('distinct voters', names)} decide, ${ahead.voters} over ${behind.voters}.`
    case 'evidence':
      return `${names}${upper('evidence', names)} decides: the first has some.`
    case null:
      return count === 2 ? 'Nothing in the tie rule tells them apart.' : `${names}nothing tells them apart.`
  }
}

/** The gravest of all that are in the card: that is what counted. */
function severityOf({ candidates, merges }: RoundResult, { cardId }: Ranked): number {
  const parts = new Set([cardId, ...(merges.find(({ into }) => into === cardId)?.parts ?? [])])
  return Math.max(0, ...candidates.filter((one) => parts.has(one.cardId)).map(({ severity }) => severity ?? 0))
}

const upper = (words: string, names: string): string =>
  names === '' ? words.charAt(0).toUpperCase() + words.slice(1) : words
