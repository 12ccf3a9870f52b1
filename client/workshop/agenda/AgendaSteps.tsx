// Where the workshop stands: the phases in a row, in the bar. For screen readers an ordered list with the current step;
// for everybody the way to the agenda. A change of phase is read out.
import './agenda-steps.css'
import { useValue } from '@tldraw/state-react'
import { useEffect, useRef, useState } from 'react'
import { type Agenda, currentPhase } from '../../../shared/workshop/agenda.ts'
import { useBoardSession } from '../../board/BoardSessionContext.tsx'
import { agendaWords } from '../../ui/agendaWords.ts'
import { CheckIcon } from '../../ui/icons.tsx'
import { fitSteps, type FittingSteps } from './fitSteps.ts'
import { measureStepName } from './measureStepName.ts'

const words = agendaWords.steps

/** Nothing while no phase is on, except that the end of the agenda is read out. */
export function AgendaSteps({ onOpen }: { onOpen: () => void }) {
  const { connection } = useBoardSession()
  const agenda = useValue('agenda', () => connection.room.workshop.get().agenda, [connection])
  const news = usePhaseNews(agenda)
  return (
    <>
      {currentPhase(agenda) && <Stepper agenda={agenda} onOpen={onOpen} />}
      <p className="visually-hidden" role="status">
        {news}
      </p>
    </>
  )
}

function Stepper({ agenda, onOpen }: { agenda: Agenda; onOpen: () => void }) {
  const place = useRef<HTMLDivElement>(null)
  const widthPx = useWidth(place)
  const { phases } = agenda
  const current = agenda.currentIndex ?? 0
  const fitting = fitSteps(
    phases.map(({ name }) => name),
    current,
    widthPx,
    measureStepName,
  )
  const short = words.short(current + 1, phases.length, phases[current]?.name ?? '')
  return (
    <div className={fitting ? 'stepper' : 'stepper stepper--narrow'} ref={place}>
      <ol className="stepper__list" aria-label={words.label}>
        {phases.map(({ id, name }, at) => (
          <li
            key={id}
            className={`stepper__step stepper__step--${stateOf(at, current)} ${placeOf(at, phases.length, fitting)}`.trim()}
            aria-current={at === current ? 'step' : undefined}
          >
            <span className="stepper__number" aria-hidden="true">
              {at < current ? <CheckIcon size={9} strokeWidth={2.5} /> : at + 1}
            </span>
            <span className={fitting?.named.has(at) === false ? 'visually-hidden' : undefined}>{name}</span>
            {at < current && <span className="visually-hidden">, {words.done}</span>}
          </li>
        ))}
      </ol>
      <span className="stepper__short" aria-hidden="true">
        {short}
      </span>
      <button type="button" className="stepper__open" aria-label={`${short}. ${words.show}`} onClick={onOpen} />
    </div>
  )
}

/** Steps that are left out stay in the list for screen readers; "…" stands where they are. */
function placeOf(at: number, count: number, fitting: FittingSteps | null): string {
  if (!fitting) return ''
  const { from, to } = fitting
  if (at < from || at > to) return 'visually-hidden'
  const before = at === from && from > 0 ? 'stepper__step--more-before' : ''
  const after = at === to && to < count - 1 ? 'stepper__step--more-after' : ''
  return `${before} ${after}`.trim()
}

function stateOf(at: number, current: number): 'done' | 'now' | 'later' {
  return at === current ? 'now' : at < current ? 'done' : 'later'
}

/** What to read out since the last change of phase; '' at first: what is on then can be read. */
function usePhaseNews(agenda: Agenda): string {
  const [news, setNews] = useState('')
  const before = useRef(agenda.phaseStartedAtMs)
  useEffect(() => {
    if (before.current === agenda.phaseStartedAtMs) return
    before.current = agenda.phaseStartedAtMs
    const phase = currentPhase(agenda)
    const at = (agenda.currentIndex ?? 0) + 1
    setNews(
      phase ? words.announce(at, agenda.phases.length, phase.name, phase.minutes, phase.instruction) : words.ended,
    )
  }, [agenda])
  return news
}

function useWidth(place: React.RefObject<HTMLElement | null>): number {
  const [widthPx, setWidthPx] = useState(0)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const watcher = new ResizeObserver(() => setWidthPx(element.clientWidth))
    // Tells the width once at the start, too.
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [place])
  return widthPx
}
