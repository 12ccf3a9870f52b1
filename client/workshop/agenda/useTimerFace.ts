// The face of the timer, renewed by the server's clock.
import { useMemo } from 'react'
import type { RoomState } from '../../connection/RoomState.ts'
import { type ClockFace, useServerClock } from '../useServerClock.ts'
import { msToNextFace, type TimerFace, timerFace } from './timerFace.ts'

export function useTimerFace(room: RoomState): TimerFace {
  return useServerClock(useMemo(() => faceOf(room), [room]))
}

function faceOf(room: RoomState): ClockFace<TimerFace> {
  let last: TimerFace | null = null
  return {
    read: () => {
      const face = timerFace(room.workshop.get().timer, room.serverNowMs())
      const isSame = last?.stage === face.stage && last.clock === face.clock && last.note === face.note
      last = isSame && last ? last : face
      return last
    },
    waitMs: () => msToNextFace(room.workshop.get().timer, room.serverNowMs()),
  }
}
