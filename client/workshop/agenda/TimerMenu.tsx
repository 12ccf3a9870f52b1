// What opens at the timer. Facilitators: pause, more time, back, skip, end. Everybody: the agenda and the sound.
import { useValue } from '@tldraw/state-react'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { agendaWords } from '../../ui/agendaWords.ts'
import {
  AgendaIcon,
  BackIcon,
  PauseIcon,
  PlayIcon,
  PlusIcon,
  SilentIcon,
  SkipIcon,
  SoundIcon,
  StopIcon,
} from '../../ui/icons.tsx'
import { MenuItem, MenuLine, SubMenu } from '../../ui/Menu.tsx'
import { phaseBefore } from './phaseMoves.ts'
import { muteTimer, useTimerMuted } from './timerSound.ts'
import type { PhaseMoves } from './usePhaseMoves.ts'

const words = agendaWords.timer
/** Minutes that one press adds. */
const STEPS = [1, 5] as const

export function TimerMenu({ moves, onAgenda }: { moves: PhaseMoves | null; onAgenda: () => void }) {
  const isMuted = useTimerMuted()
  return (
    <>
      {moves && <LeadingItems moves={moves} />}
      <MenuItem icon={AgendaIcon} onSelect={onAgenda}>
        {words.agenda}
      </MenuItem>
      <MenuItem icon={isMuted ? SoundIcon : SilentIcon} onSelect={() => muteTimer(!isMuted)}>
        {isMuted ? words.unmute : words.mute}
      </MenuItem>
    </>
  )
}

function LeadingItems({ moves }: { moves: PhaseMoves }) {
  const { room } = useBoardSession().connection
  const state = useValue('timer state', () => room.workshop.get().timer.state, [room])
  const { agenda, go, send } = moves
  const before = phaseBefore(agenda)
  const others = agenda.phases.filter((_, at) => at !== agenda.currentIndex)
  return (
    <>
      {state === 'running' && (
        <MenuItem icon={PauseIcon} onSelect={() => send({ type: 'timer.pause' }, 'timer')}>
          {words.pause}
        </MenuItem>
      )}
      {state === 'paused' && (
        <MenuItem icon={PlayIcon} onSelect={() => send({ type: 'timer.resume' }, 'timer')}>
          {words.resume}
        </MenuItem>
      )}
      {STEPS.map((minutes) => (
        <MenuItem key={minutes} icon={PlusIcon} onSelect={() => send({ type: 'phase.extend', minutes }, 'timer')}>
          {words.more(minutes)}
        </MenuItem>
      ))}
      <MenuLine />
      {before && (
        <MenuItem icon={BackIcon} onSelect={() => go({ to: 'back' }, 'timer')}>
          {words.back(before.name)}
        </MenuItem>
      )}
      {others.length > 0 && (
        <SubMenu icon={SkipIcon} label={words.skip}>
          {others.map(({ id, name }) => (
            <MenuItem key={id} onSelect={() => go({ to: 'phase', phaseId: id }, 'timer')}>
              {`${agenda.phases.findIndex((phase) => phase.id === id) + 1}. ${name}`}
            </MenuItem>
          ))}
        </SubMenu>
      )}
      <MenuItem icon={StopIcon} onSelect={() => go({ to: 'stop' }, 'timer')}>
        {words.stop}
      </MenuItem>
      <MenuLine />
    </>
  )
}
