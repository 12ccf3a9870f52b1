// Above the list: dots left, what happens with them, and how far the ballot has come.
import { useValue } from '@tldraw/state-react'
import type { ReactNode } from 'react'
import type { Round } from '../../../shared/workshop/rounds.ts'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { CheckIcon, type Icon, NamedIcon, OfflineIcon, SecretIcon, WarningIcon } from '../../ui/icons.tsx'
import { votingWords } from '../../ui/votingWords.ts'
import { Dots } from './Dots.tsx'
import { FEW_VOTERS } from './fewVoters.ts'

const words = votingWords.ballot

export function BallotHead({ round }: { round: Round }) {
  const { ballot } = useBoardSession().voting
  const used = useValue(ballot.used)
  const state = useValue(ballot.state)
  const isOut = useValue('not eligible', () => ballot.notEligible, [ballot])
  return (
    <div className="ballot__head">
      {isOut === null && (
        <p className="ballot__left tabular">
          <Dots filled={used} of={round.dotsPerPerson} size={16} />
          <b>{words.left(round.dotsPerPerson - used, round.dotsPerPerson)}</b>
        </p>
      )}
      {isOut !== null && <Line icon={WarningIcon}>{isOut}</Line>}
      <Line icon={round.secret ? SecretIcon : NamedIcon}>{secrecyOf(round, isOut !== null)}</Line>
      {round.weights !== null && <Line icon={WarningIcon}>{words.weighted(round.secret)}</Line>}
      {round.secret && round.eligible < FEW_VOTERS && <Line icon={WarningIcon}>{words.fewVoters(round.eligible)}</Line>}
      <div role="status" className="ballot__state">
        <StateLine state={state} />
      </div>
    </div>
  )
}

function secrecyOf({ secret }: Round, looksOn: boolean): string {
  if (!secret) return words.named
  return looksOn ? words.secretForAll : words.secret
}

function StateLine({ state }: { state: { kind: string; sentence?: string } }) {
  const { ballot } = useBoardSession().voting
  const receipt = useValue(ballot.receipt)
  switch (state.kind) {
    case 'loading':
      return <span className="ballot__late">{words.loading}</span>
    case 'saving':
      // Only when it takes longer than a moment (400 ms, by style).
      return <span className="ballot__late">{words.saving}</span>
    case 'saved':
      return receipt === null ? null : (
        <Line icon={CheckIcon} tone="ok">
          {words.receipt(receipt)}
        </Line>
      )
    case 'waiting':
      return (
        <Line icon={OfflineIcon} tone="warn">
          {words.waiting}
        </Line>
      )
    case 'over':
      return <Line icon={WarningIcon}>{words.over}</Line>
    case 'refused':
      return (
        <Line icon={WarningIcon} tone="warn">
          {state.sentence}
        </Line>
      )
    default:
      return null
  }
}

function Line({ icon: Drawing, tone, children }: { icon: Icon; tone?: 'ok' | 'warn'; children: ReactNode }) {
  return (
    <p className={tone === undefined ? 'ballot__line' : `ballot__line ballot__line--${tone}`}>
      <Drawing />
      <span>{children}</span>
    </p>
  )
}
