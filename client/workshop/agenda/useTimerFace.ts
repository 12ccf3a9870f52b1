// The face of the timer, renewed on the second boundaries of the server's clock. One loop per place that shows it, and
// none while the timer stands still.
import { react } from '@tldraw/state'
import { useMemo, useSyncExternalStore } from 'react'
import type { RoomState } from '../../connection/RoomState.ts'
import { msToNextFace, type TimerFace, timerFace } from './timerFace.ts'

export function useTimerFace(room: RoomState): TimerFace {
  const faces = useMemo(() => watchFaces(room), [room])
  return useSyncExternalStore(faces.subscribe, faces.read)
}

/** A timer of the platform may fire a little early: the boundary must have passed. ms */
const AFTER_BOUNDARY_MS = 5

function watchFaces(room: RoomState) {
  let last: TimerFace | null = null
  /** The same object until something that can be seen has changed. */
  function read(): TimerFace {
    const face = timerFace(room.workshop.get().timer, room.serverNowMs())
    const isSame = last?.stage === face.stage && last.clock === face.clock && last.note === face.note
    last = isSame && last ? last : face
    return last
  }
  function subscribe(onChange: () => void): () => void {
    let waiting: ReturnType<typeof setTimeout> | undefined
    const renew = () => {
      clearTimeout(waiting)
      const waitMs = msToNextFace(room.workshop.get().timer, room.serverNowMs())
      if (waitMs !== null) waiting = setTimeout(renew, waitMs + AFTER_BOUNDARY_MS)
      onChange()
    }
    const stop = react('timer', renew)
    // A page in the background is woken rarely: what it shows is made true when somebody looks again.
    document.addEventListener('visibilitychange', renew)
    return () => {
      stop()
      clearTimeout(waiting)
      document.removeEventListener('visibilitychange', renew)
    }
  }
  return { read, subscribe }
}
