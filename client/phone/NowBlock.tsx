// One sentence that says what to do now, and where the workshop stands. A new phase is read out.
import { useValue } from '@tldraw/state-react'
import { currentPhase } from '../../shared/workshop/agenda.ts'
import { agendaWords } from '../ui/agendaWords.ts'
import { words } from '../ui/words.ts'
import { agendaInstruction } from '../workshop/agenda/agendaInstruction.ts'
import { RecapLink } from '../workshop/agenda/RecapLink.tsx'
import { wasRun } from '../workshop/agenda/wasRun.ts'
import { useMissing } from '../workshop/useMissing.ts'
import { LeadRow } from './LeadRow.tsx'
import { usePhone } from './PhoneContext.ts'

export function NowBlock() {
  const { session } = usePhone()
  const { room } = session.connection
  const workshop = useValue(room.workshop)
  const { agenda, closed } = workshop
  const role = useValue(room.role)
  const missing = useMissing(session)
  const phase = currentPhase(agenda)
  const general = words.instructions[missing ?? 'build']
  const isOver = wasRun(workshop)
  const lookOn = closed ? words.instructions.closed : words.instructions.looksOn
  return (
    <section className="phone-now">
      <div aria-live="polite">
        {phase && (
          <p className="phone-now__step">
            {agendaWords.steps.short((agenda.currentIndex ?? 0) + 1, agenda.phases.length, phase.name)}
          </p>
        )}
        <p className="phone-now__sentence">
          {closed || role === 'viewer' ? lookOn : (agendaInstruction({ workshop, role, missing }) ?? general)}
        </p>
      </div>
      {isOver && (
        <p className="phone-now__recap">
          <RecapLink workshopId={session.workshop.workshopId} />
        </p>
      )}
      {role === 'facilitator' && !closed && <LeadRow />}
    </section>
  )
}
