import { useValue } from '@tldraw/state-react'
import { useEffect, useState } from 'react'
import type { Agenda } from '../../../shared/workshop/agenda.ts'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { agendaWords } from '../../ui/agendaWords.ts'
import { clockTime } from '../../ui/clockTime.ts'
import { endsAtMs, totalMinutes } from './agendaTimes.ts'

const words = agendaWords.dialog
/** Shown in minutes; a few seconds late is not seen. */
const RENEW_MS = 5000

/** "60 minutes in all, until 15:30 if you start now." Goes on with the clock. */
export function AgendaTimes({ agenda }: { agenda: Agenda }) {
  const { room } = useBoardSession().connection
  const timer = useValue('timer', () => room.workshop.get().timer, [room])
  const [nowMs, setNowMs] = useState(() => room.serverNowMs())
  useEffect(() => {
    const renewing = setInterval(() => setNowMs(room.serverNowMs()), RENEW_MS)
    return () => clearInterval(renewing)
  }, [room])
  const end = clockTime(room.toLocalMs(endsAtMs(agenda, timer, nowMs)))
  return (
    <p className="agenda__times tabular">
      {words.total(totalMinutes(agenda.phases))},{' '}
      {agenda.currentIndex === null ? words.until(end) : words.untilRunning(end)}
    </p>
  )
}
