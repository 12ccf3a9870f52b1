// What hurts most: the best of every round that has ended, and how it was counted.
import type { RecapAnswer } from '../../shared/protocol/recapAnswer.ts'
import { recapWords as words } from '../ui/recapWords.ts'

type Round = RecapAnswer['recap']['rounds'][number]

export function RecapRounds({ rounds }: { rounds: readonly Round[] }) {
  return (
    <section>
      <h2>{words.hurts}</h2>
      {rounds.length === 0 && <p className="recap__empty">{words.noRounds}</p>}
      {/* The latest is what counts; the ones before tell how it came about. */}
      {rounds.toReversed().map((round) => (
        <RoundTable key={round.number} round={round} only={rounds.length === 1} />
      ))}
    </section>
  )
}

function RoundTable({ round, only }: { round: Round; only: boolean }) {
  const { top, others } = round
  const most = Math.max(1, ...top.map(({ votes }) => votes))
  return (
    <div className="recap__round">
      <h3>{only ? round.question : words.round(round.number, round.question)}</h3>
      {top.length === 0 ? (
        <p className="recap__empty">{words.nobodyVoted}</p>
      ) : (
        <table className="recap__table tabular">
          <thead>
            <tr>
              <th scope="col">{words.rank}</th>
              <th scope="col">{words.card}</th>
              <th scope="col" className="recap__aside">
                {words.stage}
              </th>
              <th className="recap__bar" aria-hidden="true" />
              <th scope="col" className="recap__number">
                {words.votes}
              </th>
              <th scope="col" className="recap__number">
                {words.voters}
              </th>
            </tr>
          </thead>
          <tbody>
            {top.map((ranked) => (
              <tr key={`${ranked.rank} ${ranked.stageName} ${ranked.title}`}>
                <td>
                  <b>{ranked.rank}</b>
                </td>
                <td>
                  <b>{ranked.title}</b>
                  <span className="recap__under">{ranked.stageName}</span>
                  <span className="recap__why">{ranked.explanation}</span>
                </td>
                <td className="recap__quiet recap__aside recap__short">{ranked.stageName}</td>
                <td className="recap__bar" aria-hidden="true">
                  <span style={{ inlineSize: `${(100 * ranked.votes) / most}%` }} />
                </td>
                <td className="recap__number">
                  <b>{words.count(ranked.votes)}</b>
                </td>
                <td className="recap__number">{words.votersOf(ranked.voters, round.voted)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {others > 0 && top.length > 0 && <p className="recap__note">{words.others(others, top.at(-1)?.votes ?? 0)}</p>}
      <p className="recap__note">{words.terms(round)}</p>
    </div>
  )
}
