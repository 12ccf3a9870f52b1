// What the agenda puts into the bar: where we are, the instruction of the phase, the timer, the facilitator's next step.
import { useValue } from '@tldraw/state-react'
import type { ReactNode } from 'react'
import type { Missing } from '../../../shared/insight/whatIsMissing.ts'
import { currentPhase } from '../../../shared/workshop/agenda.ts'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { DoneButton } from '../facilitation/DoneButton.tsx'
import { DoneCount } from '../facilitation/DoneCount.tsx'
import { HandNews } from '../facilitation/HandNews.tsx'
import { RoomMenu } from '../facilitation/RoomMenu.tsx'
import { voteStep } from '../voting/voteStep.ts'
import { agendaInstruction } from './agendaInstruction.ts'
import { AgendaSteps } from './AgendaSteps.tsx'
import { LeavePhaseDialog } from './LeavePhaseDialog.tsx'
import { NextPhaseButton } from './NextPhaseButton.tsx'
import { RecapLink } from './RecapLink.tsx'
import { usePhaseMoves } from './usePhaseMoves.ts'
import { wasRun } from './wasRun.ts'
import { WorkshopTimer } from './WorkshopTimer.tsx'

export interface AgendaBar {
  readonly steps: ReactNode
  readonly timer: ReactNode
  readonly next: ReactNode
  readonly inviteQuiet: boolean
  /** Null: the agenda has nothing to say now. */
  readonly instruction: string | null
}

export function useAgendaBar(onAgenda: () => void, missing: Missing | null): AgendaBar {
  const { connection, workshop: joined } = useBoardSession()
  const { room } = connection
  const role = useValue(room.role)
  const workshop = useValue(room.workshop)
  const { closed } = workshop
  const moves = usePhaseMoves()
  const { agenda } = moves
  const phase = currentPhase(agenda)
  const vote = voteStep(workshop)
  const leads = role === 'facilitator' && !closed
  // While a round is open its panel asks the same; before and after it there is nothing to be done with.
  const takesPart = role === 'participant' && !closed && phase !== null && vote === null
  const isOver = wasRun(workshop)
  const recap = isOver && <RecapLink workshopId={joined.workshopId} />
  return {
    steps: <AgendaSteps onOpen={onAgenda} />,
    timer: phase && (
      <>
        <DoneCount announces={leads} vote={vote} />
        <WorkshopTimer moves={leads ? moves : null} onAgenda={onAgenda} />
        <LeavePhaseDialog moves={moves} />
      </>
    ),
    next: leads ? (
      <>
        {recap}
        <NextPhaseButton moves={moves} quiet={isOver || vote === 'open' || vote === 'waits'} onPlan={onAgenda} />
        <RoomMenu />
        <HandNews />
      </>
    ) : (
      (takesPart && <DoneButton />) || recap
    ),
    inviteQuiet: closed || (leads ? agenda.phases.length > 0 : phase !== null || vote !== null || isOver),
    instruction: agendaInstruction({ workshop, role, missing }),
  }
}
