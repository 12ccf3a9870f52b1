// Everybody can count for themselves: the published ballots, counted again in this browser, looked at and taken along.
import { useState } from 'react'
import type { RoundResult } from '../../../shared/workshop/results.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckIcon, DownloadIcon, WarningIcon } from '../../ui/icons.tsx'
import { resultWords } from '../../ui/resultWords.ts'
import { linesOf } from './checkBallot.ts'
import { downloadBallots } from './downloadBallots.ts'
import { type Recount, recountBallots } from './recountBallots.ts'

const words = resultWords.recount

export function RecountSection({ result }: { result: RoundResult }) {
  const [recount, setRecount] = useState<Recount | null>(null)
  const [isListed, setListed] = useState(false)
  const count = result.ballots.length
  if (count === 0) return null
  return (
    <section className="recount" aria-label={words.button(count)}>
      <Button size="small" onClick={() => setRecount(recountBallots(result))}>
        {words.button(count)}
      </Button>
      <p className="result__note">{words.note}</p>
      <div role="status">{recount && <RecountOutcome recount={recount} count={count} />}</div>
      <div className="recount__list">
        <Button size="small" look="quiet" aria-expanded={isListed} onClick={() => setListed(!isListed)}>
          {isListed ? words.hide : words.show}
        </Button>
        <Button size="small" look="quiet" icon={DownloadIcon} onClick={() => downloadBallots(result)}>
          {words.download}
        </Button>
      </div>
      {isListed && <BallotTable result={result} />}
    </section>
  )
}

function RecountOutcome({ recount: { isEqual, brokenBallots }, count }: { recount: Recount; count: number }) {
  const isFine = isEqual && brokenBallots === 0
  return (
    <div className={`ballot-check__outcome ballot-check__outcome--${isFine ? 'ok' : 'warn'}`}>
      <p>
        {isFine ? <CheckIcon size={15} /> : <WarningIcon size={15} />}
        {isEqual ? words.equal(count) : words.different}
      </p>
      {brokenBallots > 0 && <small>{words.brokenRules(brokenBallots)}</small>}
    </div>
  )
}

function BallotTable({ result }: { result: RoundResult }) {
  const { ballots, round } = result
  return (
    <table className="ballot-table">
      <caption className="visually-hidden">{words.ballots}</caption>
      <thead>
        <tr>
          <th scope="col">{round.secret ? words.code : words.voter}</th>
          <th scope="col">{words.dots}</th>
        </tr>
      </thead>
      <tbody>
        {ballots.map(({ receipt, allocation, proxy, weight, voterName }) => (
          <tr key={receipt}>
            <th scope="row" className="tabular">
              {voterName ?? receipt}
              {proxy && <small>{words.proxy}</small>}
              {weight !== 1 && <small>{words.weight(weight)}</small>}
            </th>
            <td>
              {linesOf(result, allocation)
                .map(({ dots, title }) => resultWords.check.dots(dots, title || resultWords.table.gone))
                .join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
