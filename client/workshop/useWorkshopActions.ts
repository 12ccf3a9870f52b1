// What people can do to the workshop from bar and panel. The server decides; a refusal is shown as its sentence and
// nothing here changes anything by itself.
import { useMemo } from 'react'
import type { Command } from '../../shared/protocol/api.ts'
import type { BoardSession } from '../board/BoardSession.ts'
import { sendCommand } from '../connection/api.ts'
import { showToast } from '../ui/toasts.ts'
import type { PeopleActions } from './PeoplePanel.tsx'

export interface WorkshopActions {
  readonly people: PeopleActions
}

export function useWorkshopActions(session: BoardSession): WorkshopActions {
  return useMemo(() => {
    const { workshopId, token } = session.workshop
    const command = (order: Command) => void runCommand(workshopId, token, order)
    return {
      people: {
        follow: (id) => {
          // A facilitator holds everybody: there is no other view to choose.
          if (session.spotlight.get()?.isHeld !== true) session.following.set(id)
        },
        rename: (participantId, name, department) =>
          command({ type: 'participant.rename', participantId, name, department }),
        giveRole: (participantId, role) => command({ type: 'participant.promote', participantId, role }),
        lowerHand: (participantId) => command({ type: 'hand.lower', participantId }),
        remove: (participantId) => command({ type: 'participant.remove', participantId }),
      },
    }
  }, [session])
}

/** true when the server has done it; otherwise its sentence has been shown. */
export async function runCommand(workshopId: string, token: string, order: Command): Promise<boolean> {
  const answer = await sendCommand(workshopId, token, order)
  if (!answer.ok) showToast(answer.failure.sentence, { tone: 'warn' })
  return answer.ok
}
