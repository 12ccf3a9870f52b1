// What a reader must know before the ranking: which round, who voted, by which terms, what was counted again since.
import { useValue } from '@tldraw/state-react'
import { useState } from 'react'
import type { RoundResult } from '../../../shared/workshop/results.ts'
import { candidateOf } from '../../../shared/workshop/voteTotals.ts'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { calendarDay, clockTime, nearDay } from '../../ui/clockTime.ts'
import { WarningIcon } from '../../ui/icons.tsx'
import { resultWords } from '../../ui/resultWords.ts'
import { Strip } from '../../ui/Strip.tsx'
import { FEW_VOTERS } from '../voting/fewVoters.ts'
import { countBeforeMerges } from './recountBallots.ts'

export function ResultHead({ result }: { result: RoundResult }) {
  const { round, tally } = result
  return (
    <div className="result-head">
      <Terms result={result} />
      {round.secret && tally.voted > 0 && tally.voted < FEW_VOTERS && (
        <Strip tone="warn" boxed icon={WarningIcon}>
          {resultWords.fewVoters(tally.voted)}
        </Strip>
      )}
      {result.merges.length > 0 && <Merged result={result} />}
    </div>
  )
}

function Terms({ result: { round, tally, weightsDropped = false } }: { result: RoundResult }) {
  const words = resultWords.head
  const { connection } = useBoardSession()
  const { rounds, departments } = useValue(connection.workshop)
  const before = rounds.find(({ id }) => id === round.runOffOf)
  const { weights } = round
  const [openedMs] = useState(() => Date.now())
  const named = !weightsDropped && weights && [...new Set([...departments, ...Object.keys(weights)])]
  const sentences = [
    words.round(round.number, round.secret, spokenEnd(connection.room.toLocalMs(round.closedAtMs ?? 0), openedMs)),
    words.voted(tally.voted, round.eligible + tally.proxies, tally.dots),
    ...(before ? [words.runOff(before.number)] : []),
    ...(round.voters === 'all' ? [] : [words.departments(round.voters)]),
    ...(tally.proxies > 0 ? [words.proxies(tally.proxies)] : []),
    ...(weightsDropped ? [words.weightsDropped] : []),
    ...(named ? [words.weights(named.map((name) => words.weight(name, weights[name] ?? 1)))] : []),
  ]
  return <p className="result-head__terms tabular">{sentences.join(' ')}</p>
}

function spokenEnd(ms: number, nowMs: number): string {
  const { at, onDay } = resultWords.head
  const time = at(clockTime(ms))
  return nearDay(ms, nowMs) === 'today' ? time : `${onDay(calendarDay(ms, nowMs))} ${time}`
}

/** What merging did to the count, number by number: nobody should have to take it on trust. */
function Merged({ result }: { result: RoundResult }) {
  const words = resultWords.merged
  const before = new Map(countBeforeMerges(result).ranking.map((ranked) => [ranked.cardId, ranked]))
  const titleOf = (cardId: string) => candidateOf(result, cardId)?.title ?? ''
  return (
    <section className="result-merged" aria-label={words.heading}>
      <h3>{words.heading}</h3>
      {result.merges.map(({ into, parts }) => {
        const now = result.tally.ranking.find(({ cardId }) => cardId === into)
        const counts = [into, ...parts].flatMap((cardId) => before.get(cardId) ?? [])
        return (
          <p key={into}>
            {words.into(parts.map(titleOf), titleOf(into))}{' '}
            {words.before(counts.map(({ cardId, votes, voters }) => words.count(titleOf(cardId), votes, voters)))}{' '}
            <b>{words.now(now?.votes ?? 0, now?.voters ?? 0)}</b>
          </p>
        )
      })}
      <p>{words.rule(result.round.capPerCard)}</p>
    </section>
  )
}
