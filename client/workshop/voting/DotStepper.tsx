// − slots + of one candidate. Both buttons take a press even where they can do nothing: the answer is a sentence.
import './ballot.css'
import { MinusIcon, PlusIcon } from '../../ui/icons.tsx'
import { votingWords } from '../../ui/votingWords.ts'
import { Dots, MAX_SLOTS } from './Dots.tsx'

export type BallotAction = 'add' | 'take'

interface DotStepperProps {
  title: string
  dots: number
  cap: number
  /** False: reached by arrows, not by Tab. */
  tabbable: boolean
  /** Dots cannot go there at all. */
  closed?: boolean
  onAct: (action: BallotAction) => void
}

const words = votingWords.ballot

export function DotStepper({ title, dots, cap, tabbable, closed = false, onAct }: DotStepperProps) {
  const common = { tabIndex: tabbable ? 0 : -1, type: 'button', className: 'dot-button' } as const
  return (
    <div className="dot-stepper">
      <button
        {...common}
        data-action="take"
        aria-disabled={dots === 0 || undefined}
        aria-label={`${words.take(title)}, ${words.on(dots)}`}
        title={words.take(title)}
        onClick={() => onAct('take')}
      >
        <MinusIcon />
      </button>
      {cap <= MAX_SLOTS ? <Dots filled={dots} of={cap} size={12} /> : <b className="dot-stepper__count">{dots}</b>}
      <button
        {...common}
        data-action="add"
        aria-disabled={closed || undefined}
        aria-label={`${words.add(title)}, ${words.on(dots)}`}
        title={words.add(title)}
        onClick={() => onAct('add')}
      >
        <PlusIcon />
      </button>
    </div>
  )
}
