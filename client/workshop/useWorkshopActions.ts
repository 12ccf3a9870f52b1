// What people can do to the workshop from bar and panel. The server decides; a refusal is shown as its sentence and
// nothing here changes anything by itself.
import { useMemo } from 'react'
import type { Command } from '../../shared/protocol/api.ts'
import type { BoardSession } from '../board/BoardSession.ts'
import { sendCommand } from '../connection/api.ts'
import { showToast } from '../ui/toasts.ts'
import { words } from '../ui/words.ts'
import { downloadFile } from './downloadFile.ts'
import type { PeopleActions } from './PeoplePanel.tsx'

export interface WorkshopActions {
  readonly people: PeopleActions
  readonly exportAs: (format: string) => void
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
      exportAs: (format) => void exportAs(workshopId, token, format),
    }
  }, [session])
}

/** true when the server has done it; otherwise its sentence has been shown. */
export async function runCommand(workshopId: string, token: string, order: Command): Promise<boolean> {
  const answer = await sendCommand(workshopId, token, order)
  if (!answer.ok) showToast(answer.failure.sentence, { tone: 'warn' })
  return answer.ok
}

async function exportAs(workshopId: string, token: string, format: string): Promise<void> {
  // The only one that takes more than a moment; the browser says nothing before the first byte is there.
  if (format === 'png') showToast(words.files.drawing)
  const refusal = await downloadFile(workshopId, token, format)
  if (refusal !== null) showToast(refusal, { tone: 'warn' })
}
