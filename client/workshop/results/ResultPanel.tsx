// The result of a vote: ranking, where the votes fell, one's own ballot in the list, and what follows. Opens for
// everybody when a round ends; the menu opens it again, and every round that has ended can be looked at.
import './result-panel.css'
import { useValue } from '@tldraw/state-react'
import { useEffect } from 'react'
import type { RoundResult } from '../../../shared/workshop/results.ts'
import type { Round } from '../../../shared/workshop/rounds.ts'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { resultWords as words } from '../../ui/resultWords.ts'
import { Select } from '../../ui/Select.tsx'
import { SwitchField } from '../../ui/SwitchField.tsx'
import { BallotCheck } from './BallotCheck.tsx'
import { HeatMap } from './HeatMap.tsx'
import { Ranking } from './Ranking.tsx'
import { RecountSection } from './RecountSection.tsx'
import { hasNextStep, ResultActions } from './ResultActions.tsx'
import { ResultHead } from './ResultHead.tsx'
import { roundOptions } from './roundOptions.ts'

/** Of the mock: ranking beside heat map; narrower windows put the one below the other. */
const WIDTH = 904

interface ResultPanelProps {
  /** Null: the round that ended last. */
  roundId: string | null
  onRound: (roundId: string) => void
  takesFocus: boolean
  onClose: () => void
}

export function ResultPanel({ roundId, onRound, takesFocus, onClose }: ResultPanelProps) {
  const { connection, results, canWrite } = useBoardSession()
  const mayWrite = useValue(canWrite)
  const rounds = useValue(connection.workshop).rounds.filter(({ state }) => state === 'closed')
  const round = rounds.find(({ id }) => id === roundId) ?? rounds.at(-1)
  const state = useValue('result', () => (round ? results.of(round.id) : null), [results, round?.id])
  const role = useValue(connection.room.role)
  const id = round?.id ?? null
  // The cards on the map show the round that is being looked at.
  useEffect(() => void results.chosenRoundId.set(id), [results, id])
  const result = state?.at === 'ready' ? state.result : null
  const panel = { width: WIDTH, takesFocus, onClose, title: round?.question ?? words.panel }
  if (!round || !result)
    return (
      <Panel {...panel}>
        <RoundChoice {...{ rounds, round, onRound }} />
        {state?.at === 'failed' ? (
          <div className="result__failed" role="alert">
            <p>{state.sentence}</p>
            <Button onClick={() => results.retry(round?.id ?? '')}>{words.tryAgain}</Button>
          </div>
        ) : (
          <p className="result__empty">{words.loading}</p>
        )}
      </Panel>
    )
  return (
    <Panel
      {...panel}
      side={<ResultSide key={round.id} result={result} />}
      {...(role === 'facilitator' &&
        hasNextStep(result, mayWrite) && { footer: <ResultActions key={round.id} result={result} /> })}
    >
      <div className="result" data-own-keys>
        <ResultHead result={result} />
        <RoundChoice {...{ rounds, round, onRound }} />
        {result.tally.voted === 0 ? (
          <p className="result__empty">{words.nobody}</p>
        ) : (
          <Ranking key={round.id} result={result} />
        )}
      </div>
    </Panel>
  )
}

interface RoundChoiceProps {
  rounds: readonly Round[]
  round: Round | undefined
  onRound: (roundId: string) => void
}

function RoundChoice({ rounds, round, onRound }: RoundChoiceProps) {
  if (rounds.length < 2) return null
  return (
    <label className="round-choice">
      <span>{words.rounds}</span>
      <Select value={round?.id ?? ''} options={roundOptions(rounds)} onValue={onRound} />
    </label>
  )
}

function ResultSide({ result }: { result: RoundResult }) {
  const { results } = useBoardSession()
  const onMap = useValue(results.onMap)
  return (
    <div className="result-side" data-own-keys>
      {result.tally.voted > 0 && (
        <>
          <HeatMap result={result} />
          <BallotCheck result={result} />
          <RecountSection result={result} />
        </>
      )}
      <SwitchField
        label={words.map.show}
        hint={words.map.hint}
        checked={onMap}
        onChecked={(checked) => {
          results.onMap.set(checked)
          return Promise.resolve()
        }}
      />
    </div>
  )
}
