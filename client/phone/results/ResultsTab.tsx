// What came out of the votes, on a phone: the parts of the board's panel below each other.
import '../../workshop/results/result-panel.css'
import './results.css'
import { useValue } from '@tldraw/state-react'
import { useState } from 'react'
import type { RoundResult } from '../../../shared/workshop/results.ts'
import { Button } from '../../ui/Button.tsx'
import { resultWords as words } from '../../ui/resultWords.ts'
import { BallotCheck } from '../../workshop/results/BallotCheck.tsx'
import { Ranking } from '../../workshop/results/Ranking.tsx'
import { RecountSection } from '../../workshop/results/RecountSection.tsx'
import { ResultHead } from '../../workshop/results/ResultHead.tsx'
import { roundOptions } from '../../workshop/results/roundOptions.ts'
import { usePhone } from '../PhoneContext.ts'
import { PhoneFoot } from '../PhoneFoot.tsx'
import { PhoneSelect } from '../PhoneSelect.tsx'

export function ResultsTab() {
  const { connection, results } = usePhone().session
  const [roundId, setRoundId] = useState<string | null>(null)
  const rounds = useValue(connection.workshop).rounds.filter(({ state }) => state === 'closed')
  const round = rounds.find(({ id }) => id === roundId) ?? rounds.at(-1)
  const id = round?.id ?? ''
  const state = useValue('result', () => results.of(id), [results, id])
  if (!round) return null
  return (
    <>
      {rounds.length > 1 && (
        <PhoneSelect
          look="journey"
          label={words.rounds}
          value={id}
          options={roundOptions(rounds)}
          onValue={setRoundId}
        />
      )}
      <h2 className="phone-heading">{round.question}</h2>
      {state?.at === 'ready' && <Result key={id} result={state.result} />}
      {(state === null || state.at === 'loading') && <p className="phone-empty">{words.loading}</p>}
      {state?.at === 'failed' && (
        <div className="phone-empty" role="alert">
          <p>{state.sentence}</p>
          <Button onClick={() => results.retry(id)}>{words.tryAgain}</Button>
        </div>
      )}
      <PhoneFoot />
    </>
  )
}

function Result({ result }: { result: RoundResult }) {
  return (
    <div className="phone-result">
      <ResultHead result={result} />
      {result.tally.voted === 0 ? <p>{words.nobody}</p> : <Ranking result={result} />}
      <BallotCheck result={result} />
      <RecountSection result={result} />
    </div>
  )
}
