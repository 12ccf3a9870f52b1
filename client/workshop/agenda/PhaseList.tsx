// The phases of an agenda to read: name, minutes, what to do, what is private. The same for a preview and for everybody.
import type { Phase } from '../../../shared/workshop/agenda.ts'
import { agendaWords } from '../../ui/agendaWords.ts'
import { LockIcon } from '../../ui/icons.tsx'

const words = agendaWords.dialog

interface PhaseListProps {
  phases: readonly Phase[]
  /** Place of the phase that is on; null: none. */
  currentIndex: number | null
}

export function PhaseList({ phases, currentIndex }: PhaseListProps) {
  return (
    <ol className="phase-list" aria-label={words.heading}>
      {phases.map((phase, at) => (
        <li
          key={phase.id}
          className={at === currentIndex ? 'phase-list__phase phase-list__phase--now' : 'phase-list__phase'}
          aria-current={at === currentIndex ? 'step' : undefined}
        >
          <span className="phase-list__number tabular" aria-hidden="true">
            {at + 1}
          </span>
          <div className="phase-list__text">
            <b>{phase.name}</b>
            {at === currentIndex && <span className="phase-list__now"> {words.now}</span>}
            <p>{phase.instruction}</p>
          </div>
          <span className="phase-list__facts tabular">
            {phase.private && (
              <span className="phase-list__private">
                <LockIcon size={13} />
                {words.private}
              </span>
            )}
            {phase.minutes > 0 && agendaWords.minutes(phase.minutes)}
          </span>
        </li>
      ))}
    </ol>
  )
}
