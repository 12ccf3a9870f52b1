// The facilitator's commands for the room as a whole. The server decides; its sentence is shown when it refuses.
import { useMemo } from 'react'
import type { Command } from '../../../shared/protocol/api.ts'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { facilitationWords } from '../../ui/facilitationWords.ts'
import { showToast } from '../../ui/toasts.ts'
import { runCommand } from '../useWorkshopActions.ts'
import { seenPart } from './seenPart.ts'

export interface RoomActions {
  readonly bringEveryone: () => void
  /** `hold`: nobody can leave the view. */
  readonly keepEveryone: (hold: boolean) => void
  readonly release: () => void
  readonly freeze: (frozen: boolean) => void
  readonly lockStructure: (locked: boolean) => void
  readonly lowerHands: (ids: readonly string[]) => void
}

export function useRoomActions(): RoomActions {
  const session = useBoardSession()
  return useMemo(() => {
    const { workshopId, token } = session.workshop
    const run = (command: Command) => runCommand(workshopId, token, command)
    const view = () => seenPart(session.lastCamera.current)
    return {
      bringEveryone: () =>
        void run({ type: 'spotlight.start', mode: 'once', view: view() }).then(
          (ok) => ok && showToast(facilitationWords.room.sent),
        ),
      keepEveryone: (hold) => void run({ type: 'spotlight.start', mode: 'keep', hold, view: view() }),
      release: () => void run({ type: 'spotlight.stop' }),
      freeze: (locked) => void run({ type: 'lock.set', target: 'board', locked }),
      lockStructure: (locked) => void run({ type: 'lock.set', target: 'structure', locked }),
      lowerHands: (ids) => {
        for (const participantId of ids) void run({ type: 'hand.lower', participantId })
      },
    }
  }, [session])
}
