// What a round leaves behind when it ends: its ballots in random order, those of a secret round without their voter.
import type { Candidate } from '../../shared/workshop/results.ts'
import { weightOf } from '../../shared/workshop/rounds.ts'
import { isEveryWeightShared, voterGroups } from '../../shared/workshop/voterGroups.ts'
import type { BallotRecord, ResultRecord, RoundRecord } from './roundRecords.ts'
import { shuffle } from './shuffle.ts'

export interface ClosingFacts {
  readonly candidates: readonly Candidate[]
  readonly departments: readonly string[]
  /** Name of a voter who still belongs to the workshop; null: their ballot does not count. */
  readonly nameOf: (participantId: string) => string | null
}

type Ballots = ReadonlyMap<string, BallotRecord>

export function resultAtClose(record: RoundRecord, ballots: Ballots, facts: ClosingFacts): ResultRecord {
  const { round } = record
  const counted = countedBallots(record, ballots, facts)
  const people = counted.filter(({ ballot }) => ballot.proxy === null).map(({ department }) => department)
  const proxies = counted.flatMap(({ ballot }) => ballot.proxy?.department ?? [])
  const groups = voterGroups(people, facts.departments, proxies)
  // A weight that one or two voted under would lead to them, on their ballots and in the totals. In a named round
  // there is nothing to hide.
  const areWeightsKept = !round.secret || isEveryWeightShared(people.map((department) => weightOf(round, department)))
  const published = shuffle(counted).map(({ ballot, voterId, name, department }) => ({
    receipt: ballot.receipt,
    allocation: ballot.allocation,
    weight: areWeightsKept ? weightOf(round, department) : 1,
    proxy: ballot.proxy !== null,
    voterId: round.secret || ballot.proxy ? null : voterId,
    voterName: round.secret ? null : name,
    group: groups?.groupOf(department) ?? null,
  }))
  return {
    candidates: [...facts.candidates],
    ballots: published,
    groups: groups && [...groups.names],
    weightsDropped: !areWeightsKept && round.weights !== null,
  }
}

/** Of those who may vote and were not removed, and of proxies; ballots without a dot are none. */
function countedBallots(record: RoundRecord, ballots: Ballots, { nameOf }: ClosingFacts) {
  return [...ballots].flatMap(([voterId, ballot]) => {
    const name = ballot.proxy ? ballot.proxy.name : nameOf(voterId)
    if (name === null || Object.keys(ballot.allocation).length === 0) return []
    const department = ballot.proxy?.department ?? record.eligible[voterId] ?? ''
    return [{ voterId, ballot, name, department }]
  })
}
