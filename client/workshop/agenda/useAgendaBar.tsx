// What the agenda puts into the bar: where we are, the instruction of the phase, the timer, the facilitator's next step.
import { useValue } from '@tldraw/state-react'
import type { ReactNode } from 'react'
import { currentPhase } from '../../../shared/workshop/agenda.ts'
import type { Round } from '../../../shared/workshop/rounds.ts'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { DoneButton } from '../facilitation/DoneButton.tsx'
import { DoneCount } from '../facilitation/DoneCount.tsx'
import { HandNews } from '../facilitation/HandNews.tsx'
import { RoomMenu } from '../facilitation/RoomMenu.tsx'
import { AgendaSteps } from './AgendaSteps.tsx'
import { LeavePhaseDialog } from './LeavePhaseDialog.tsx'
import { NextPhaseButton } from './NextPhaseButton.tsx'
import { usePhaseMoves } from './usePhaseMoves.ts'
import { WorkshopTimer } from './WorkshopTimer.tsx'

export interface AgendaBar {
  readonly steps: ReactNode
  readonly timer: ReactNode
  readonly next: ReactNode
  readonly inviteQuiet: boolean
  /** Of the phase that is on; null: none is. */
  readonly instruction: string | null
}

const isOpen = ({ state }: Round) => state === 'open'

export function useAgendaBar(onAgenda: () => void): AgendaBar {
  const { room } = useBoardSession().connection
  const role = useValue(room.role)
  const { closed, rounds } = useValue(room.workshop)
  const moves = usePhaseMoves()
  const { agenda } = moves
  const phase = currentPhase(agenda)
  const leads = role === 'facilitator' && !closed
  // While a round is open its panel asks the same.
  const takesPart = role === 'participant' && !closed && phase !== null && !rounds.some(isOpen)
  // Nothing is on, and there are traces: it has been run.
  const wasRun = !phase && (rounds.length > 0 || agenda.revealedPhaseIds.length > 0)
  return {
    steps: <AgendaSteps onOpen={onAgenda} />,
    timer: phase && (
      <>
        <DoneCount announces={leads} />
        <WorkshopTimer moves={leads ? moves : null} onAgenda={onAgenda} />
        <LeavePhaseDialog moves={moves} />
      </>
    ),
    next: leads ? (
      <>
        <NextPhaseButton moves={moves} quiet={wasRun} onPlan={onAgenda} />
        <RoomMenu />
        <HandNews />
      </>
    ) : (
      takesPart && <DoneButton />
    ),
    inviteQuiet: leads ? agenda.phases.length > 0 && !wasRun : takesPart,
    // A phase without a sentence is at least named.
    instruction: phase && (phase.instruction || phase.name),
  }
}
