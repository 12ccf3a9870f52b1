// The ranked cards as a table: place, words and stage, votes by department, votes, voters; below tied ones why they stand
// as they do, and at the end the tie rule itself.
import { Fragment, useState } from 'react'
import { cardDefinition, isCardKind } from '../../../shared/journey/cards/cardKinds.ts'
import { explainTies, type TieNote } from '../../../shared/workshop/explainTies.ts'
import type { Ranked, RoundResult } from '../../../shared/workshop/results.ts'
import { candidateOf, writeVotes } from '../../../shared/workshop/voteTotals.ts'
import { Button } from '../../ui/Button.tsx'
import { ForwardIcon, WarningIcon } from '../../ui/icons.tsx'
import { resultWords } from '../../ui/resultWords.ts'
import { VoteSplit } from './VoteSplit.tsx'

const words = resultWords.table
/** Places that stand out. */
const TOP_RANKS = 3

export function Ranking({ result }: { result: RoundResult }) {
  const [isOpen, setOpen] = useState(false)
  const { shown, folded } = foldRanking(result.tally.ranking)
  const rows = isOpen ? [...shown, ...folded] : shown
  const ties = new Map(explainTies(result).map((note) => [note.afterCardId, note]))
  const most = result.tally.ranking[0]?.votes ?? 0
  return (
    <>
      <table className="ranking">
        <caption className="visually-hidden">{words.caption}</caption>
        <RankingHead result={result} />
        <tbody>
          {rows.map((ranked) => {
            const tie = ties.get(ranked.cardId)
            return (
              <Fragment key={ranked.cardId}>
                <RankingRow result={result} ranked={ranked} most={most} />
                {tie && <TieRow tie={tie} />}
              </Fragment>
            )
          })}
        </tbody>
      </table>
      {folded.length > 0 && (
        <Button
          className="ranking__more"
          look="quiet"
          size="small"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen
            ? words.less
            : words.more(
                folded.length,
                folded.some(({ votes }) => votes > 0),
              )}
          <ForwardIcon size={13} />
        </Button>
      )}
      <p className="result__note">{result.tally.tieRule}</p>
    </>
  )
}

/** Cards with one vote or none are for those who ask; never a single one, and never what leads. */
export function foldRanking(ranking: readonly Ranked[]): { shown: Ranked[]; folded: Ranked[] } {
  const isShown = ({ votes, rank }: Ranked) => votes > 1 || (votes > 0 && rank <= TOP_RANKS)
  const folded = ranking.filter((ranked) => !isShown(ranked))
  return folded.length < 2 ? { shown: [...ranking], folded: [] } : { shown: ranking.filter(isShown), folded }
}

function RankingHead({ result: { candidates, tally } }: { result: RoundResult }) {
  const kind = candidates.every((one) => one.kind === candidates[0]?.kind) ? candidates[0]?.kind : undefined
  return (
    <thead>
      <tr>
        <th scope="col">
          <span className="visually-hidden">{words.rank}</span>
        </th>
        <th scope="col">{isCardKind(kind) ? cardDefinition(kind).label : words.card}</th>
        <th scope="col">{tally.groups ? words.split : <span className="visually-hidden">{words.bar}</span>}</th>
        <th scope="col">{words.votes}</th>
        <th scope="col">{words.voters}</th>
      </tr>
    </thead>
  )
}

function RankingRow({ result, ranked, most }: { result: RoundResult; ranked: Ranked; most: number }) {
  const { cardId, rank, votes, voters, byGroup } = ranked
  const candidate = candidateOf(result, cardId)
  const isTop = rank <= TOP_RANKS && votes > 0
  return (
    <tr className={isTop ? 'ranking__row ranking__row--top' : 'ranking__row'}>
      <td className="ranking__rank tabular">{rank}</td>
      <th scope="row">
        {candidate?.title || words.gone}
        {candidate?.stageName !== '' && <span>{candidate?.stageName}</span>}
      </th>
      <td>
        <VoteSplit votes={votes} most={most} groups={result.tally.groups} byGroup={byGroup} />
      </td>
      <td className="ranking__votes tabular">{writeVotes(votes)}</td>
      <td className="ranking__voters tabular">{voters}</td>
    </tr>
  )
}

function TieRow({ tie }: { tie: TieNote }) {
  return (
    <tr className="ranking__tie">
      <td colSpan={5}>
        <p>
          <WarningIcon size={14} />
          <span>{tie.sentence}</span>
        </p>
      </td>
    </tr>
  )
}
