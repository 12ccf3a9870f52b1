// Where the votes fell: stage × department. Each field has its number; the colour only leads the eye.
import { useValue } from '@tldraw/state-react'
import { OTHERS, type RoundResult } from '../../../shared/workshop/results.ts'
import { type HeatRow, voteHeatMap } from '../../../shared/workshop/voteHeatMap.ts'
import { writeVotes } from '../../../shared/workshop/voteTotals.ts'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { resultWords } from '../../ui/resultWords.ts'
import { GroupMark } from './GroupMark.tsx'

const words = resultWords.heat

export function HeatMap({ result }: { result: RoundResult }) {
  const { groups, rows } = voteHeatMap(result)
  return (
    <section aria-labelledby="result-heat">
      <h3 id="result-heat">{words.heading}</h3>
      <table className="heat-map tabular" aria-labelledby="result-heat">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{words.stage}</span>
            </th>
            {(groups ?? [words.total]).map((group) => (
              <th key={group} scope="col">
                {groups && <GroupMark group={group} size={16} />}
                <span>{group}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.stageId ?? ''} row={row} groups={groups ?? [words.total]} />
          ))}
        </tbody>
      </table>
      <HeatNote result={result} />
    </section>
  )
}

function Row({ row: { stageId, stageName, cells }, groups }: { row: HeatRow; groups: readonly string[] }) {
  return (
    <tr>
      <th scope="row">{stageId === null ? words.elsewhere : stageName}</th>
      {groups.map((group, at) => {
        const cell = cells[at]
        return (
          <td key={group} className={`heat--${cell?.heat ?? 0}`}>
            {writeVotes(cell?.votes ?? 0)}
          </td>
        )
      })}
    </tr>
  )
}

function HeatNote({ result: { tally, round } }: { result: RoundResult }) {
  const { connection } = useBoardSession()
  const hidden = useValue(
    'departments shown as others',
    () => {
      const voters = [...connection.roster.get().values()].filter(({ role }) => role !== 'viewer')
      const shown = new Set(tally.groups)
      const mayVote = (name: string) => round.voters === 'all' || round.voters.includes(name)
      const names = voters.map(({ department }) => department).filter((name) => name !== '' && !shown.has(name))
      return [...new Set(names)].filter(mayVote).toSorted()
    },
    [connection, tally, round],
  )
  if (tally.groups === null) return <p className="result__note">{words.noSplit}</p>
  if (!tally.groups.includes(OTHERS)) return null
  return <p className="result__note">{hidden.length > 0 ? words.others(hidden) : words.othersUnnamed}</p>
}
