// The time a round has left, by the server's clock, in words and figures. Read out twice, at 2 minutes and at 30 s.
import { useMemo } from 'react'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import type { RoomState } from '../../connection/RoomState.ts'
import { ClockIcon } from '../../ui/icons.tsx'
import { votingWords } from '../../ui/votingWords.ts'
import { clockText, msToNextSecond } from '../agenda/timerFace.ts'
import { type ClockFace, useServerClock } from '../useServerClock.ts'

const SECOND_MS = 1_000
const SAID_AT_S = { twoMinutes: 120, halfMinute: 30 } as const

const words = votingWords.ballot

export function RoundTime({ endsAtMs }: { endsAtMs: number }) {
  const { room } = useBoardSession().connection
  const left = useServerClock(useMemo(() => secondsLeft(room, endsAtMs), [room, endsAtMs]))
  const said = left <= 0 ? '' : left <= SAID_AT_S.halfMinute ? words.lastSeconds : words.lastMinutes
  return (
    <span className={left <= SAID_AT_S.twoMinutes ? 'round-time round-time--soon' : 'round-time'}>
      <ClockIcon size={14} />
      <span>{words.timeLeft(clockText(left))}</span>
      <span className="visually-hidden" role="status">
        {left <= SAID_AT_S.twoMinutes ? said : ''}
      </span>
    </span>
  )
}

/** Whole seconds; stands still at 0. */
function secondsLeft(room: RoomState, endsAtMs: number): ClockFace<number> {
  const leftMs = () => endsAtMs - room.serverNowMs()
  return {
    read: () => Math.max(0, Math.ceil(leftMs() / SECOND_MS)),
    waitMs: () => (leftMs() > 0 ? msToNextSecond(leftMs()) : null),
  }
}
