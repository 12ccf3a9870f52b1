// The timer of the bar. Tells the time by words and weight, never by colour alone; reads out and sounds the warnings;
// opens what the facilitator can do with time and phases, and for everybody the switch of the sound.
import './phase-controls.css'
import { useEffect } from 'react'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { agendaWords } from '../../ui/agendaWords.ts'
import { Menu } from '../../ui/Menu.tsx'
import { Problem } from './NextPhaseButton.tsx'
import { TimerMenu } from './TimerMenu.tsx'
import { awaitSoundLeave } from './timerSound.ts'
import type { PhaseMoves } from './usePhaseMoves.ts'
import { useTimerFace } from './useTimerFace.ts'
import { useTimerNews } from './useTimerNews.ts'

const words = agendaWords.timer

interface WorkshopTimerProps {
  /** Null: this person does not lead. */
  moves: PhaseMoves | null
  onAgenda: () => void
}

/** For while a phase is on. A phase without minutes shows a timer only to those who can give it some. */
export function WorkshopTimer({ moves, onAgenda }: WorkshopTimerProps) {
  const { connection } = useBoardSession()
  const face = useTimerFace(connection.room)
  const news = useTimerNews(connection.room, face)
  useEffect(() => (face.stage === 'off' ? undefined : awaitSoundLeave()), [face.stage])
  return (
    <div className="phase-control">
      {(moves || face.stage !== 'off') && (
        <Menu
          trigger={
            <button type="button" className={`timer timer--${face.stage}`}>
              <span className="visually-hidden">{words.label}, </span>
              <b>{face.clock}</b> <span>{face.note}</span>
            </button>
          }
        >
          <TimerMenu moves={moves} onAgenda={onAgenda} />
        </Menu>
      )}
      <p className="visually-hidden" role="status">
        {news}
      </p>
      {moves?.problem?.at === 'timer' && <Problem sentence={moves.problem.sentence} />}
    </div>
  )
}
