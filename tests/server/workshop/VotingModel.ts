// What the rules of a vote say, told a second time as plainly as possible: who may vote, which ballots count, what the
// tally must be. Nothing of the product's own counting is used here.
import type { LaterMerge, RoundResult } from '../../../shared/workshop/results.ts'
import type { Allocation, Round } from '../../../shared/workshop/rounds.ts'

interface ModelBallot {
  readonly allocation: Allocation
  readonly receipt: string
  readonly department: string
  readonly isProxy: boolean
}

export class VotingModel {
  readonly round: Round
  /** Department at the opening, or when let in. */
  readonly eligible = new Map<string, string>()
  readonly removed = new Set<string>()
  readonly ballots = new Map<string, ModelBallot>()

  constructor(round: Round, eligible: Iterable<readonly [string, string]>) {
    this.round = round
    for (const [id, department] of eligible) this.eligible.set(id, department)
  }

  /** Whether this is a ballot by the terms of the round. */
  isFair(allocation: Readonly<Record<string, number>>): boolean {
    const { candidateIds, capPerCard, dotsPerPerson } = this.round
    let sum = 0
    for (const [cardId, dots] of Object.entries(allocation)) {
      if (!Number.isInteger(dots) || dots < 0 || dots > capPerCard) return false
      if (dots > 0 && !candidateIds.includes(cardId)) return false
      sum += dots
    }
    return sum <= dotsPerPerson
  }

  /** The server has taken it. */
  took(voterId: string, allocation: Allocation, receipt: string, proxyDepartment: string | null = null): void {
    const department = proxyDepartment ?? this.eligible.get(voterId) ?? ''
    this.ballots.set(voterId, { allocation, receipt, department, isProxy: proxyDepartment !== null })
  }

  /** Ballots that count: at least one dot, of nobody who was removed. */
  counted(): ModelBallot[] {
    return [...this.ballots].flatMap(([voterId, ballot]) => {
      const hasDots = Object.values(ballot.allocation).some((dots) => dots > 0)
      return hasDots && !this.removed.has(voterId) ? [ballot] : []
    })
  }

  /** In a secret round a weight that one or two people voted under would name them: then all count the same. */
  countsWeights(): boolean {
    const { weights, secret } = this.round
    if (weights === null || !secret) return weights !== null
    const people = this.counted().filter(({ isProxy }) => !isProxy)
    const alike = (one: ModelBallot) =>
      people.filter(({ department }) => (weights[department] ?? 1) === (weights[one.department] ?? 1))
    return people.every((one) => alike(one).length >= 3)
  }

  /** Votes and distinct voters by card, one card after the other over all ballots. */
  recount(merges: readonly LaterMerge[]): Map<string, { votes: number; voters: number }> {
    const { candidateIds, capPerCard } = this.round
    const weights = this.countsWeights() ? this.round.weights : null
    const partOf = new Map(merges.flatMap(({ into, parts }) => parts.map((part) => [part, into] as const)))
    const cards = new Set(candidateIds.map((cardId) => partOf.get(cardId) ?? cardId))
    return new Map(
      [...cards].map((cardId) => {
        const parts = candidateIds.filter((id) => (partOf.get(id) ?? id) === cardId)
        let [votes, voters] = [0, 0]
        for (const { allocation, department } of this.counted()) {
          const given = parts.reduce((sum, part) => sum + (allocation[part] ?? 0), 0)
          if (given > 0) voters++
          votes += Math.min(capPerCard, given) * (weights?.[department] ?? 1)
        }
        return [cardId, { votes: Math.round(votes * 1e6) / 1e6, voters }]
      }),
    )
  }
}

/** What anybody may check in a published result, whoever voted: budgets, caps, candidates, one ballot per code. */
export function brokenBallots({ round, ballots }: RoundResult): string[] {
  const codes = new Set<string>()
  return ballots.flatMap(({ receipt, allocation }) => {
    const problems: string[] = []
    const dots = Object.values(allocation)
    if (codes.has(receipt)) problems.push(`${receipt} stands twice`)
    codes.add(receipt)
    if (dots.reduce((sum, given) => sum + given, 0) > round.dotsPerPerson) problems.push(`${receipt} is over budget`)
    if (dots.some((given) => given > round.capPerCard || given < 1)) problems.push(`${receipt} is over the cap`)
    if (Object.keys(allocation).some((cardId) => !round.candidateIds.includes(cardId)))
      problems.push(`${receipt} has a card that is no candidate`)
    return problems
  })
}
