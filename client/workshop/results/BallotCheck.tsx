// "Check my ballot": whether the ballot of a code is in the published list, and with which dots. The code of this
// browser's own ballot stands there already: after the end of a secret round only this browser knows it.
import { type FormEvent, useState } from 'react'
import type { RoundResult } from '../../../shared/workshop/results.ts'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { Button } from '../../ui/Button.tsx'
import { CheckIcon, WarningIcon } from '../../ui/icons.tsx'
import { resultWords } from '../../ui/resultWords.ts'
import { TextField } from '../../ui/TextField.tsx'
import { recallBallot } from '../voting/ballotMemory.ts'
import { type BallotCheckOutcome, checkBallot } from './checkBallot.ts'

const words = resultWords.check

export function BallotCheck({ result }: { result: RoundResult }) {
  const { workshopId, participantId } = useBoardSession().workshop
  const [kept] = useState(() => recallBallot({ workshopId, participantId, roundId: result.round.id }).saved)
  const [code, setCode] = useState(kept?.receipt ?? '')
  const [outcome, setOutcome] = useState<BallotCheckOutcome | null>(null)

  function check(event: FormEvent) {
    event.preventDefault()
    setOutcome(checkBallot(result, code, kept))
  }

  return (
    <section aria-labelledby="result-check">
      <h3 id="result-check">{words.heading}</h3>
      <p className="result__lead">{words.lead}</p>
      <form className="ballot-check" onSubmit={check}>
        <TextField
          label={words.code}
          labelHidden
          value={code}
          onValue={(value) => {
            setCode(value)
            setOutcome(null)
          }}
          placeholder={words.placeholder}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
        />
        <Button type="submit">{words.check}</Button>
      </form>
      <div role="status">{outcome && <Outcome outcome={outcome} />}</div>
    </section>
  )
}

function Outcome({ outcome }: { outcome: BallotCheckOutcome }) {
  if (outcome.kind === 'missing')
    return (
      <div className="ballot-check__outcome ballot-check__outcome--warn">
        <p>
          <WarningIcon size={15} />
          {words.missing}
        </p>
        <small>{words.missingNote}</small>
      </div>
    )
  const { asCast, lines } = outcome
  const isWarning = asCast === false
  return (
    <div className={`ballot-check__outcome ballot-check__outcome--${isWarning ? 'warn' : 'ok'}`}>
      <p>
        {isWarning ? <WarningIcon size={15} /> : <CheckIcon size={15} />}
        {asCast === null ? words.listed : asCast ? words.asCast : words.different}
      </p>
      <ul className="tabular">
        {lines.map(({ cardId, title, dots }) => (
          <li key={cardId}>
            <b>{dots}</b> {title || resultWords.table.gone}
          </li>
        ))}
      </ul>
    </div>
  )
}
