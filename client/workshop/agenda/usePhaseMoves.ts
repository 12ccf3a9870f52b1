// The facilitator's way through the agenda: asks first where it must, sends the command, and keeps the server's
// sentence when it was refused, to be shown where the press was.
import { useValue } from '@tldraw/state-react'
import { useEffect, useState } from 'react'
import type { Command } from '../../../shared/protocol/api.ts'
import type { Agenda } from '../../../shared/workshop/agenda.ts'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { sendCommand } from '../../connection/api.ts'
import { answeredCommand, type AskedMove, moveCommand, type PhaseMove, questionBefore } from './phaseMoves.ts'

/** Where a press was, and so where its problem is shown. */
type Place = 'next' | 'timer'

export interface PhaseMoves {
  readonly agenda: Agenda
  readonly busy: boolean
  readonly problem: { readonly at: Place; readonly sentence: string } | null
  /** Waits for an answer; null: nothing is asked. */
  readonly asked: AskedMove | null
  readonly go: (move: PhaseMove, at: Place) => void
  /** null: stay. */
  readonly answer: (choice: { readonly reveal: boolean } | null) => void
  readonly send: (command: Command, at: Place) => void
}

/** A sentence beside a button is read by then, ms. */
const PROBLEM_SHOWN_MS = 9000

export function usePhaseMoves(): PhaseMoves {
  const { connection, workshop: joined } = useBoardSession()
  const { room } = connection
  const agenda = useValue('agenda', () => room.workshop.get().agenda, [room])
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<PhaseMoves['problem']>(null)
  const [asked, setAsked] = useState<(AskedMove & { readonly at: Place }) | null>(null)

  useEffect(() => {
    if (!problem) return
    const timer = setTimeout(() => setProblem(null), PROBLEM_SHOWN_MS)
    return () => clearTimeout(timer)
  }, [problem])

  function send(command: Command, at: Place) {
    if (busy) return
    setBusy(true)
    setProblem(null)
    void sendCommand(joined.workshopId, joined.token, command).then((answer) => {
      setBusy(false)
      if (!answer.ok) setProblem({ at, sentence: answer.failure.sentence })
    })
  }

  function go(move: PhaseMove, at: Place) {
    const question = questionBefore(move, agenda, room.activity.get())
    if (question) setAsked({ move, question, agenda, at })
    else send(moveCommand(move, agenda, null), at)
  }

  function answer(choice: { readonly reveal: boolean } | null) {
    setAsked(null)
    if (asked && choice) send(answeredCommand(asked, choice), asked.at)
  }

  return { agenda, busy, problem, asked, go, answer, send }
}
