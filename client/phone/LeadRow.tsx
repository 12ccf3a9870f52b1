// What a facilitator needs at hand when only the phone is there: on and back through the agenda, and the timer. A
// refusal is shown right here.
import { useValue } from '@tldraw/state-react'
import { lazy, Suspense } from 'react'
import { currentPhase } from '../../shared/workshop/agenda.ts'
import { agendaWords } from '../ui/agendaWords.ts'
import { Button } from '../ui/Button.tsx'
import { phoneWords } from '../ui/phoneWords.ts'
import { phaseAfter, phaseBefore } from '../workshop/agenda/phaseMoves.ts'
import { usePhaseMoves } from '../workshop/agenda/usePhaseMoves.ts'
import { usePhone } from './PhoneContext.ts'

const words = phoneWords.lead

// Brings the library of dialogs with it.
const LeavePhaseDialog = lazy(() =>
  import('../workshop/agenda/LeavePhaseDialog.tsx').then((module) => ({ default: module.LeavePhaseDialog })),
)

export function LeadRow() {
  const { connection } = usePhone().session
  const timer = useValue('timer', () => connection.workshop.get().timer, [connection])
  const moves = usePhaseMoves()
  const { agenda, busy, go, send, problem } = moves
  if (agenda.phases.length === 0) return null
  const isOn = currentPhase(agenda) !== null
  const after = phaseAfter(agenda)
  return (
    <div className="phone-lead" role="group" aria-label={words.label}>
      {phaseBefore(agenda) && (
        <Button busy={busy} onClick={() => go({ to: 'back' }, 'next')}>
          {words.back}
        </Button>
      )}
      {timer.state === 'running' && (
        <Button busy={busy} aria-label={agendaWords.timer.pause} onClick={() => send({ type: 'timer.pause' }, 'next')}>
          {words.pause}
        </Button>
      )}
      {timer.state === 'paused' && (
        <Button
          busy={busy}
          aria-label={agendaWords.timer.resume}
          onClick={() => send({ type: 'timer.resume' }, 'next')}
        >
          {words.resume}
        </Button>
      )}
      {isOn && (
        <Button busy={busy} onClick={() => send({ type: 'phase.extend', minutes: 1 }, 'next')}>
          {words.plusMinute}
        </Button>
      )}
      <Button busy={busy} onClick={() => go({ to: after ? 'next' : 'stop' }, 'next')}>
        {after ? agendaWords.next[isOn ? 'next' : 'start'](after.name) : agendaWords.next.end}
      </Button>
      {problem && (
        <p className="phone-problem" role="alert">
          {problem.sentence}
        </p>
      )}
      {moves.asked && (
        <Suspense fallback={null}>
          <LeavePhaseDialog moves={moves} />
        </Suspense>
      )}
    </div>
  )
}
