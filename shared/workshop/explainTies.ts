// Ties in words: which places had equal votes and what the tie rule made of them.
import type { Ranked, RoundResult } from './results.ts'
import { candidateOf, writeVotes } from './voteTotals.ts'

export interface TieNote {
  /** The last of the tied cards: the note stands below it. */
  readonly afterCardId: string
  readonly cardIds: readonly string[]
  readonly sentence: string
  /** Some share a place: nothing in the rule tells them apart. */
  readonly isOpen: boolean
}

export function explainTies(result: RoundResult): TieNote[] {
  const withVotes = result.tally.ranking.filter(({ votes }) => votes > 0)
  return [...Map.groupBy(withVotes, ({ votes }) => votes).values()].flatMap((tied) => {
    const last = tied.at(-1)
    if (!last || tied.length < 2) return []
    const places = [...Map.groupBy(tied, ({ rank }) => rank).values()]
    const isOpen = places.length < tied.length
    const sentences = [headline(tied), ...decisions(result, places), ...shared(places), isOpen ? RUN_OFF : '']
    const sentence = sentences.filter((part) => part !== '').join(' ')
    return [{ afterCardId: last.cardId, cardIds: tied.map(({ cardId }) => cardId), sentence, isOpen }]
  })
}

const RUN_OFF = 'Nothing in the tie rule tells them apart: a run-off would decide.'

function headline(tied: readonly Ranked[]): string {
  const [first, last] = [tied[0], tied.at(-1)]
  const votes = first?.votes ?? 0
  const counted = `${writeVotes(votes)} ${votes === 1 ? 'vote' : 'votes'}`
  if (!first || !last || first.rank === last.rank)
    return `${tied.length} share rank ${first?.rank ?? 0} with ${counted}.`
  return `Ranks ${first.rank} ${last.rank - first.rank === 1 ? 'and' : 'to'} ${last.rank} tie at ${counted}.`
}

/** What put each place ahead of the next. Between two cards nobody needs their names. */
function decisions(result: RoundResult, places: readonly (readonly Ranked[])[]): string[] {
  return places.slice(1).map((place, at) => {
    const [ahead, behind] = [places[at]?.at(-1), place[0]]
    if (!ahead || !behind) return ''
    const areTwo = places.length === 2 && places.every((one) => one.length === 1)
    const [first, second] = [ahead, behind].map(({ cardId }) => candidateOf(result, cardId)?.title ?? '')
    const names = areTwo ? '' : ` between “${first}” and “${second}”`
    switch (behind.tieBreak) {
      case 'severity':
        return `Severity (${severityOf(result, ahead)} over ${severityOf(result, behind)}) decides${names}.`
      case 'voters':
        return `Distinct voters (${ahead.voters} over ${behind.voters}) decide${names}.`
      case 'evidence':
        return areTwo ? 'Evidence decides: the first has some.' : `Evidence decides${names}.`
      case null:
        return ''
    }
  })
}

/** Places that several share, where not all of the tied do. */
function shared(places: readonly (readonly Ranked[])[]): string[] {
  if (places.length === 1) return []
  return places.flatMap((place) => (place.length > 1 ? [`${place.length} share rank ${place[0]?.rank ?? 0}.`] : []))
}

/** The gravest of all that are in the card: that is what counted. */
function severityOf({ candidates, merges }: RoundResult, { cardId }: Ranked): number {
  const parts = new Set([cardId, ...(merges.find(({ into }) => into === cardId)?.parts ?? [])])
  return Math.max(0, ...candidates.filter((one) => parts.has(one.cardId)).map(({ severity }) => severity ?? 0))
}
