// What the board lacks most for the person at this screen, for the line that says what to do now.
import { useEffect, useState } from 'react'
import { type Missing, whatIsMissing } from '../../shared/insight/whatIsMissing.ts'
import type { BoardSession } from '../board/BoardSession.ts'

/** The line need not follow every letter; the canvas has read the change by then. */
const LOOK_AFTER_MS = 400

export function useMissing(session: Pick<BoardSession, 'model' | 'workshop'>): Missing | null {
  const [missing, setMissing] = useState<Missing | null>(null)
  useEffect(() => {
    const { model, workshop } = session
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (): void => {
      timer = undefined
      setMissing(whatIsMissing(model.board, workshop.participantId))
    }
    const lookSoon = (): void => {
      timer ??= setTimeout(look, LOOK_AFTER_MS)
    }
    const stop = model.onDirty(lookSoon)
    lookSoon()
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [session])
  return missing
}
