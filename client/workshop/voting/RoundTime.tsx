// The time a round has left, by the server's clock, in words and figures. Read out twice, at 2 minutes and at 30 s.
import { useEffect, useState } from 'react'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { ClockIcon } from '../../ui/icons.tsx'
import { votingWords } from '../../ui/votingWords.ts'

const SECOND_MS = 1_000
const SAID_AT_S = { twoMinutes: 120, halfMinute: 30 } as const

const words = votingWords.ballot

export function RoundTime({ endsAtMs }: { endsAtMs: number }) {
  const left = useSecondsLeft(endsAtMs)
  const said = left <= 0 ? '' : left <= SAID_AT_S.halfMinute ? words.lastSeconds : words.lastMinutes
  return (
    <span className={left <= SAID_AT_S.twoMinutes ? 'round-time round-time--soon' : 'round-time'}>
      <ClockIcon size={14} />
      <span>{words.timeLeft(`${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`)}</span>
      <span className="visually-hidden" role="status">
        {left <= SAID_AT_S.twoMinutes ? said : ''}
      </span>
    </span>
  )
}

/** Whole seconds, changing with the server's clock so that all screens show the same. */
function useSecondsLeft(endsAtMs: number): number {
  const { room } = useBoardSession().connection
  const [left, setLeft] = useState(() => secondsTo(endsAtMs, room.serverNowMs()))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const tick = (): void => {
      const leftMs = endsAtMs - room.serverNowMs()
      setLeft(secondsTo(endsAtMs, room.serverNowMs()))
      if (leftMs > 0) timer = setTimeout(tick, leftMs % SECOND_MS || SECOND_MS)
    }
    tick()
    return () => clearTimeout(timer)
  }, [endsAtMs, room])
  return left
}

function secondsTo(endsAtMs: number, nowMs: number): number {
  return Math.max(0, Math.ceil((endsAtMs - nowMs) / SECOND_MS))
}
