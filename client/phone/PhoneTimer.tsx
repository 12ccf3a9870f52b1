// What is left of the phase, on the server's clock: the same second for everybody. Words carry the warning; it is read
// out and heard like the board's.
import { useEffect } from 'react'
import { agendaWords } from '../ui/agendaWords.ts'
import { awaitSoundLeave } from '../workshop/agenda/timerSound.ts'
import { useTimerFace } from '../workshop/agenda/useTimerFace.ts'
import { useTimerNews } from '../workshop/agenda/useTimerNews.ts'
import { usePhone } from './PhoneContext.ts'

export function PhoneTimer() {
  const { room } = usePhone().session.connection
  const face = useTimerFace(room)
  const news = useTimerNews(room, face)
  useEffect(() => (face.stage === 'off' ? undefined : awaitSoundLeave()), [face.stage])
  return (
    <>
      {face.stage !== 'off' && (
        <p className={`phone-timer phone-timer--${face.stage}`}>
          <span className="visually-hidden">{agendaWords.timer.label}, </span>
          <b className="tabular">{face.clock}</b> <span>{face.note}</span>
        </p>
      )}
      <p className="visually-hidden" role="status">
        {news}
      </p>
    </>
  )
}
