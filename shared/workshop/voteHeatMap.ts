// Where the votes fell: stage × department. Sums over whole columns of a published split, so it tells no more than the
// split itself, in which no group of people has fewer than three voters.
import type { RoundResult } from './results.ts'
import { candidateOf, heatLevel, type HeatLevel } from './voteTotals.ts'

interface HeatCell {
  readonly votes: number
  readonly heat: HeatLevel
}

export interface HeatRow {
  /** Null: cards beside the maps, or of a stage that was gone when the round ended. */
  readonly stageId: string | null
  readonly stageName: string
  /** In the order of `groups`; one cell with the total if there is no split. */
  readonly cells: readonly HeatCell[]
}

export interface VoteHeatMap {
  /** Null: no split may be shown, each row is the total of its stage. */
  readonly groups: readonly string[] | null
  /** In the order of the map. */
  readonly rows: readonly HeatRow[]
}

export function voteHeatMap(result: RoundResult): VoteHeatMap {
  const { candidates, tally } = result
  const columns = tally.groups?.length ?? 1
  // A stage without votes is shown too: that nothing hurts there is a finding.
  const sums = new Map(candidates.map(({ stageId }) => [stageId, Array.from({ length: columns }, () => 0)]))
  const names = new Map(candidates.map(({ stageId, stageName }) => [stageId, stageName]))
  for (const { cardId, votes, byGroup } of tally.ranking) {
    const row = sums.get(candidateOf(result, cardId)?.stageId ?? null)
    if (!row) continue
    const given = tally.groups ? (byGroup ?? []) : [votes]
    for (const [at, part] of given.entries()) row[at] = (row[at] ?? 0) + part
  }
  const most = Math.max(0, ...[...sums.values()].flat())
  const rows = [...sums].map(([stageId, row]): HeatRow => {
    const cells = row.map((votes) => ({ votes, heat: heatLevel(votes, most) }))
    return { stageId, stageName: names.get(stageId) ?? '', cells }
  })
  // What lies beside the maps comes last.
  rows.sort((a, b) => Number(a.stageId === null) - Number(b.stageId === null))
  return { groups: tally.groups, rows }
}
