// Votes and clusters as tables: one row per round, per ranked card, per ballot and card, per member of a cluster. Ids are
// those of the board and of the rounds, so the tables can be joined. Nothing here says more than the room was shown: no
// voter of a secret round, no group of fewer than three.
import type { Board } from '../journey/Board.ts'
import type { RoundResult } from '../workshop/results.ts'
import type { Round } from '../workshop/rounds.ts'
import { candidateOf } from '../workshop/voteTotals.ts'
import type { CsvTable, CsvValue } from './csvTables.ts'
import { toFileRounds } from './fileRounds.ts'

export function voteTables(rounds: readonly RoundResult[]): CsvTable[] {
  const ended = toFileRounds(rounds)
  return [votingTable(ended), resultTable(ended), ballotTable(ended)]
}

export function clusterTable(board: Board): CsvTable {
  const clusters = [...board.clusters.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return {
    name: 'clusters',
    columns: ['cluster_id', 'kind', 'name', 'into_id', 'card_id'],
    rows: clusters.flatMap(({ id, kind, name, into, cardIds }) =>
      cardIds.filter((cardId) => board.cards.has(cardId)).map((cardId) => [id, kind, name, into ?? '', cardId]),
    ),
  }
}

/** Of every note: the group it is in, and the note it was merged into. */
export function clusterColumns(board: Board): ReadonlyMap<string, readonly [clusterId: string, mergedInto: string]> {
  const columns = new Map<string, readonly [string, string]>()
  for (const { id, kind, cardIds } of board.clusters.values())
    for (const cardId of cardIds) if (kind === 'group') columns.set(cardId, [id, ''])
  for (const [part, into] of board.mergedInto) columns.set(part, [columns.get(part)?.[0] ?? '', into])
  return columns
}

const yesNo = (value: boolean): string => (value ? 'yes' : 'no')
const dateTime = (ms: number | null): string => (ms === null ? '' : new Date(ms).toISOString())

function votingTable(rounds: readonly RoundResult[]): CsvTable {
  return {
    name: 'votings',
    columns: [
      'voting_id',
      'round',
      'title',
      'budget',
      'cap_per_item',
      'own_cards',
      'weighting',
      'anonymous',
      'voters',
      'opened_at',
      'closed_at',
      'eligible',
      'voted',
      'proxies',
      'dots',
      'tie_rule',
      'run_off_of',
    ],
    rows: rounds.map(({ round, tally, weightsDropped = false }) => [
      round.id,
      round.number,
      round.question,
      round.dotsPerPerson,
      round.capPerCard,
      yesNo(round.ownCards),
      weighting(round, weightsDropped),
      yesNo(round.secret),
      round.voters === 'all' ? 'all' : round.voters.join(' | '),
      dateTime(round.openedAtMs),
      dateTime(round.closedAtMs),
      round.eligible,
      tally.voted,
      tally.proxies,
      tally.dots,
      tally.tieRule,
      round.runOffOf ?? '',
    ]),
    dates: ['opened_at', 'closed_at'],
  }
}

/** Weights that were declared and did not count stand there too: they explain why a recount must leave them out. */
function weighting({ weights }: Round, areDropped: boolean): string {
  const entries = Object.entries(weights ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const declared = entries.map(([department, weight]) => `${department} ${weight}`).join(' | ')
  return areDropped ? `not applied, fewer than three voters under one weight: ${declared}` : declared
}

function resultTable(rounds: readonly RoundResult[]): CsvTable {
  return {
    name: 'vote_results',
    columns: [
      'voting_id',
      'item_id',
      'item',
      'stage_id',
      'rank',
      'votes',
      'distinct_voters',
      'by_department',
      'tie_broken_by',
      'merged_ids',
      'explanation',
    ],
    rows: rounds.flatMap((result) =>
      result.tally.ranking.map(({ cardId, rank, votes, voters, byGroup, tieBreak, explanation }) => {
        const candidate = candidateOf(result, cardId)
        const split = (byGroup ?? []).map((part, at) => `${result.tally.groups?.[at] ?? ''} ${part}`)
        const merged = result.merges.find(({ into }) => into === cardId)?.parts ?? []
        return [
          result.round.id,
          cardId,
          candidate?.title ?? '',
          candidate?.stageId ?? '',
          rank,
          votes,
          voters,
          split.join(' | '),
          tieBreak ?? '',
          merged.join(' | '),
          explanation,
        ]
      }),
    ),
  }
}

/** As published: by receipt. The voter's name stands only where the round was a named one. */
function ballotTable(rounds: readonly RoundResult[]): CsvTable {
  const rows = rounds.flatMap(({ round, ballots }) =>
    ballots.flatMap(({ receipt, allocation, weight, proxy, voterName }) =>
      Object.entries(allocation).map(([cardId, dots]): CsvValue[] => {
        return [round.id, receipt, round.secret ? '' : (voterName ?? ''), yesNo(proxy), weight, cardId, dots]
      }),
    ),
  )
  return { name: 'ballots', columns: ['voting_id', 'receipt', 'voter', 'proxy', 'weight', 'item_id', 'dots'], rows }
}
