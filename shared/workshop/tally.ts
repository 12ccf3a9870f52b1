// Counting a round. The same function on the server and in every browser that recounts the published ballots.
import type { Candidate, LaterMerge, Ranked, Tally } from './results.ts'
import { tieBreaks } from './results.ts'
import type { Allocation } from './rounds.ts'

export interface CountedBallot {
  readonly allocation: Allocation
  readonly weight: number
  readonly proxy: boolean
  /** Name of the group this ballot counts for in the split; null or left out: no split. */
  readonly group?: string | null
}

export interface CountedRound {
  readonly capPerCard: number
  readonly candidates: readonly Candidate[]
  readonly ballots: readonly CountedBallot[]
  /** Null: no split. */
  readonly groups: readonly string[] | null
  /** Notes that became one since. */
  readonly merges: readonly LaterMerge[]
}

const TIE_RULE = 'Ties: higher severity first, then more distinct voters, then evidence, else a run-off.'

interface Count {
  readonly candidate: Candidate
  votes: number
  voters: number
  byGroup: number[]
}

/** Counts all ballots. Order of the ballots does not matter; equal counts give equal results everywhere. */
export function tallyRound(round: CountedRound): Tally {
  const target = mergeTargets(round)
  const counts = new Map<string, Count>()
  for (const candidate of mergedCandidates(round, target))
    counts.set(candidate.cardId, { candidate, votes: 0, voters: 0, byGroup: (round.groups ?? []).map(() => 0) })
  let [voted, proxies, dots] = [0, 0, 0]
  for (const ballot of round.ballots) {
    const allocation = mergedAllocation(ballot.allocation, target, round.capPerCard)
    if (allocation.size === 0) continue
    voted++
    if (ballot.proxy) proxies++
    const group = round.groups?.indexOf(ballot.group ?? '') ?? -1
    for (const [cardId, given] of allocation) {
      const count = counts.get(cardId)
      if (!count) continue
      dots += given
      count.voters++
      count.votes += given * ballot.weight
      if (group !== -1) count.byGroup[group] = (count.byGroup[group] ?? 0) + given * ballot.weight
    }
  }
  const ranking = rank([...counts.values()], round.groups !== null)
  return {
    voted,
    proxies,
    dots,
    ranking,
    groups: round.groups && [...round.groups],
    ties: findTies(ranking),
    tieRule: TIE_RULE,
  }
}

/** Where the dots of a card count: the note it became part of, or itself. */
function mergeTargets({ candidates, merges }: CountedRound): Map<string, string> {
  const targets = new Map(candidates.map(({ cardId }) => [cardId, cardId]))
  for (const { into, parts } of merges) {
    for (const part of [into, ...parts]) if (targets.has(part)) targets.set(part, into)
  }
  return targets
}

function mergedCandidates({ candidates }: CountedRound, targets: ReadonlyMap<string, string>): Candidate[] {
  const merged = new Map<string, Candidate>()
  for (const candidate of candidates) {
    const cardId = targets.get(candidate.cardId) ?? candidate.cardId
    const before = merged.get(cardId)
    const isInto = cardId === candidate.cardId
    // The words of the note that stays; the gravest severity and any evidence of all that are in it.
    const words = before && !isInto ? before : candidate
    merged.set(cardId, {
      ...words,
      cardId,
      severity: before ? larger(before.severity, candidate.severity) : candidate.severity,
      hasEvidence: candidate.hasEvidence || (before?.hasEvidence ?? false),
    })
  }
  return [...merged.values()]
}

/** Dots on merged notes count together, up to the cap for one card. */
function mergedAllocation(
  allocation: Allocation,
  targets: ReadonlyMap<string, string>,
  capPerCard: number,
): Map<string, number> {
  const merged = new Map<string, number>()
  for (const [cardId, given] of Object.entries(allocation)) {
    const target = targets.get(cardId)
    if (target === undefined || given <= 0) continue
    merged.set(target, Math.min(capPerCard, (merged.get(target) ?? 0) + given))
  }
  return merged
}

/** The tie rule in its order; each gives a number, the larger one first. */
const criteria: Readonly<Record<(typeof tieBreaks)[number], (count: Count) => number>> = {
  severity: ({ candidate }) => candidate.severity ?? 0,
  voters: ({ voters }) => voters,
  evidence: ({ candidate }) => Number(candidate.hasEvidence),
}

function rank(counts: Count[], isSplit: boolean): Ranked[] {
  // Weights are no whole numbers: what is equal on paper must be equal here.
  for (const count of counts) {
    count.votes = roundOff(count.votes)
    count.byGroup = count.byGroup.map(roundOff)
  }
  // A stable sort: what shares a place stays in the order of the map.
  const sorted = counts.toSorted((a, b) => b.votes - a.votes || compareTied(a, b))
  const ranking: Ranked[] = []
  sorted.forEach((count, at) => {
    const above = sorted[at - 1]
    const isTied = above !== undefined && above.votes === count.votes && count.votes > 0
    const isShared = above !== undefined && above.votes === count.votes && compareTied(above, count) === 0
    const tieBreak = isTied ? decidedBy(above, count) : null
    ranking.push({
      cardId: count.candidate.cardId,
      rank: isShared ? (ranking[at - 1]?.rank ?? at + 1) : at + 1,
      votes: count.votes,
      voters: count.voters,
      byGroup: isSplit ? count.byGroup : null,
      tieBreak,
      explanation: explain(count, isTied ? above : null, tieBreak),
    })
  })
  return ranking
}

function compareTied(a: Count, b: Count): number {
  for (const name of tieBreaks) {
    const difference = criteria[name](b) - criteria[name](a)
    if (difference !== 0) return difference
  }
  return 0
}

function decidedBy(above: Count, count: Count): (typeof tieBreaks)[number] | null {
  return tieBreaks.find((name) => criteria[name](above) !== criteria[name](count)) ?? null
}

function explain(count: Count, tiedWith: Count | null, tieBreak: (typeof tieBreaks)[number] | null): string {
  if (count.votes === 0) return 'No votes.'
  const votes = `${count.votes} ${count.votes === 1 ? 'vote' : 'votes'}`
  const counted = `${votes} from ${count.voters} ${count.voters === 1 ? 'person' : 'people'}.`
  if (!tiedWith) return counted
  switch (tieBreak) {
    case null:
      return `${counted} Tied with the one above: nothing in the tie rule tells them apart.`
    case 'severity':
      return `${counted} Tied with the one above: severity ${criteria.severity(tiedWith)} over ${criteria.severity(count)} decides.`
    case 'voters':
      return `${counted} Tied with the one above: ${tiedWith.voters} voters over ${count.voters} decide.`
    case 'evidence':
      return `${counted} Tied with the one above: that one has evidence.`
  }
}

/** Places shared by cards that got votes. */
function findTies(ranking: readonly Ranked[]): Tally['ties'] {
  const byRank = Map.groupBy(
    ranking.filter(({ votes }) => votes > 0),
    ({ rank }) => rank,
  )
  return [...byRank].flatMap(([rank, shared]) =>
    shared.length > 1 ? [{ rank, cardIds: shared.map(({ cardId }) => cardId) }] : [],
  )
}

function larger(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b
  return Math.max(a, b)
}

const roundOff = (votes: number): number => Math.round(votes * 1_000_000) / 1_000_000
