// "I'm done" of the person at this screen. The server takes all of them back at every change of phase and when a vote opens.
import { useValue } from '@tldraw/state-react'
import { useState } from 'react'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { runCommand } from '../useWorkshopActions.ts'

export interface Done {
  /** As it will be once the server has answered; a refusal takes it back. */
  readonly isDone: boolean
  readonly busy: boolean
  readonly toggle: () => void
}

export function useDone(): Done {
  const { connection, workshop } = useBoardSession()
  const { done } = useValue(connection.room.own)
  const [sending, setSending] = useState<boolean | null>(null)
  async function send(next: boolean) {
    setSending(next)
    await runCommand(workshop.workshopId, workshop.token, { type: 'done.set', done: next })
    setSending(null)
  }
  const isDone = sending ?? done
  return { isDone, busy: sending !== null, toggle: () => void send(!isDone) }
}
