// The facilitator's next step, the one filled button of the bar: start, next phase, end. Without an agenda the way to
// one. A refusal is said right below it.
import './phase-controls.css'
import type { Agenda } from '../../../shared/workshop/agenda.ts'
import { agendaWords } from '../../ui/agendaWords.ts'
import { Button } from '../../ui/Button.tsx'
import { AgendaIcon } from '../../ui/icons.tsx'
import { phaseAfter } from './phaseMoves.ts'
import type { PhaseMoves } from './usePhaseMoves.ts'

const words = agendaWords.next

interface NextPhaseButtonProps {
  moves: PhaseMoves
  /** The agenda was on before: starting it again is nobody's next step. */
  quiet: boolean
  onPlan: () => void
}

export function NextPhaseButton({ moves, quiet, onPlan }: NextPhaseButtonProps) {
  const { agenda, busy, go, problem } = moves
  if (agenda.phases.length === 0)
    return (
      <Button className="next-phase" icon={AgendaIcon} onClick={onPlan}>
        {words.plan}
      </Button>
    )
  const isLast = agenda.currentIndex !== null && phaseAfter(agenda) === null
  return (
    <div className="phase-control">
      <Button
        className="next-phase"
        look={quiet ? 'plain' : 'primary'}
        busy={busy}
        title={labelOf(agenda)}
        onClick={() => go({ to: isLast ? 'stop' : 'next' }, 'next')}
      >
        <span className="next-phase__text">{labelOf(agenda)}</span>
      </Button>
      {problem?.at === 'next' && <Problem sentence={problem.sentence} />}
    </div>
  )
}

function labelOf(agenda: Agenda): string {
  const after = phaseAfter(agenda)
  if (!after) return words.end
  return agenda.currentIndex === null ? words.start(after.name) : words.next(after.name)
}

export function Problem({ sentence }: { sentence: string }) {
  return (
    <p className="phase-control__problem" role="alert">
      {sentence}
    </p>
  )
}
