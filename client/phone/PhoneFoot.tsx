// The foot of a list: stays at the lower edge, holds the next step and "I'm done" while a phase is on.
import { useValue } from '@tldraw/state-react'
import type { ReactNode } from 'react'
import type { WorkshopState } from '../../shared/protocol/messages.ts'
import { currentPhase } from '../../shared/workshop/agenda.ts'
import { Button } from '../ui/Button.tsx'
import { CheckIcon } from '../ui/icons.tsx'
import { facilitationWords } from '../ui/facilitationWords.ts'
import { phoneWords } from '../ui/phoneWords.ts'
import { voteStep } from '../workshop/voting/voteStep.ts'
import { useDone } from '../workshop/facilitation/useDone.ts'
import { usePhone } from './PhoneContext.ts'

interface PhoneFootProps {
  /** Beside how many are done: what this list counts. */
  note?: ReactNode
  /** The next step of this list. */
  children?: ReactNode
  /** "I'm done" is the next step here. */
  doneFirst?: boolean
}

export function PhoneFoot({ note, children, doneFirst = false }: PhoneFootProps) {
  const { connection } = usePhone().session
  const role = useValue(connection.room.role)
  const activity = useValue(connection.room.activity)
  const isOn = useValue('something to finish', () => hasSomethingToFinish(connection.workshop.get()), [connection])
  const hasDone = isOn && role !== 'viewer'
  const count = isOn && activity && activity.of > 0 ? phoneWords.done.count(activity.done, activity.of) : ''
  if (!hasDone && count === '' && note === undefined && !children) return null
  return (
    <footer className={children || doneFirst ? 'phone-foot' : 'phone-foot phone-foot--row'}>
      {(note !== undefined || count !== '') && (
        <p className="phone-foot__note tabular">
          <span>{note}</span>
          <span>{count}</span>
        </p>
      )}
      <div className="phone-foot__buttons">
        {children}
        {hasDone && <DoneButton first={doneFirst} />}
      </div>
    </footer>
  )
}

/** Before and after a round of a phase for voting there is nothing to be done with. */
function hasSomethingToFinish(workshop: WorkshopState): boolean {
  const vote = voteStep(workshop)
  return currentPhase(workshop.agenda) !== null && vote !== 'waits' && vote !== 'ended'
}

export function DoneButton({ first }: { first: boolean }) {
  const { isDone: done, busy, toggle } = useDone()
  return (
    <Button
      className="phone-foot__done"
      look={first && !done ? 'primary' : 'plain'}
      size="big"
      busy={busy}
      aria-pressed={done}
      {...(done ? { icon: CheckIcon } : {})}
      onClick={toggle}
    >
      {done ? facilitationWords.done.said : facilitationWords.done.say}
    </Button>
  )
}
