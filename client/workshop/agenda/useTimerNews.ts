import { useValue } from '@tldraw/state-react'
import { useEffect, useRef, useState } from 'react'
import type { RoomState } from '../../connection/RoomState.ts'
import { type TimerFace, type TimerMoment, timerNews } from './timerFace.ts'
import { playTimerSound } from './timerSound.ts'

/** What to read out since the last change; plays the sound that goes with it. */
export function useTimerNews(room: RoomState, { stage }: TimerFace): string {
  const timer = useValue('timer', () => room.workshop.get().timer, [room])
  const phaseStartedAtMs = useValue('phase start', () => room.workshop.get().agenda.phaseStartedAtMs, [room])
  const before = useRef<TimerMoment | null>(null)
  const [news, setNews] = useState('')
  useEffect(() => {
    const now: TimerMoment = { timer, stage, phaseStartedAtMs }
    const heard = before.current && timerNews(before.current, now, room.serverNowMs())
    before.current = now
    if (!heard) return
    setNews(heard.sentence)
    if (heard.sound) playTimerSound(heard.sound)
  }, [timer, stage, phaseStartedAtMs, room])
  return news
}
