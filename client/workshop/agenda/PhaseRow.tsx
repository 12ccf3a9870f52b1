// One phase in the list of the editor: to drag by its handle, to move by buttons or arrow keys, to open for change.
import { useEffect, useRef } from 'react'
import { agendaWords } from '../../ui/agendaWords.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { ArrowDownIcon, ArrowUpIcon, DragIcon, LockIcon, RemoveIcon, WarningIcon } from '../../ui/icons.tsx'
import { type DraftPhase, isSound, readMinutes } from './agendaDraft.ts'
import { PhaseForm } from './PhaseForm.tsx'
import { rightsLine } from './phaseChoices.ts'

const words = agendaWords.edit

export interface PhaseRowActions {
  readonly onOpen: (id: string | null) => void
  readonly onChange: (phase: DraftPhase) => void
  readonly onRemove: (id: string) => void
  /** To a place in the list. */
  readonly onMove: (id: string, to: number) => void
}

interface PhaseRowProps {
  phase: DraftPhase
  at: number
  isLast: boolean
  isOpen: boolean
  isCurrent: boolean
  isFixed: boolean
  /** Problems are shown once somebody tried to save. */
  showsProblems: boolean
  actions: PhaseRowActions
}

export function PhaseRow(props: PhaseRowProps) {
  const { phase, at, isLast, isOpen, isCurrent, isFixed, showsProblems, actions } = props
  const { name, id } = phase
  const isBad = showsProblems && !isSound(phase)
  return (
    <li className={isOpen ? 'phase-row phase-row--open' : 'phase-row'} data-phase={id}>
      <div className="phase-row__line">
        <DragHandle id={id} at={at} name={name} onMove={actions.onMove} />
        <button
          type="button"
          className="phase-row__what"
          aria-expanded={isOpen}
          onClick={() => actions.onOpen(isOpen ? null : id)}
        >
          <b>
            <span className="tabular">{at + 1}.</span> {name === '' ? '…' : name}
            {isCurrent && <span className="phase-list__now"> {agendaWords.dialog.now}</span>}
            {isBad && <WarningIcon size={14} />}
          </b>
          <span className="phase-row__rights">
            {phase.private && <LockIcon size={12} />}
            {rightsLine({ ...phase, minutes: 0 })}
          </span>
        </button>
        <span className="phase-row__minutes tabular">{agendaWords.minutes(readMinutes(phase.minutesText) ?? 0)}</span>
        <IconButton
          label={words.up(name)}
          icon={ArrowUpIcon}
          aria-disabled={at === 0}
          onClick={() => actions.onMove(id, at - 1)}
        />
        <IconButton
          label={words.down(name)}
          icon={ArrowDownIcon}
          aria-disabled={isLast}
          onClick={() => actions.onMove(id, at + 1)}
        />
      </div>
      {isOpen && (
        <>
          <PhaseForm phase={phase} isCurrent={isCurrent} isFixed={isFixed} onChange={actions.onChange} />
          <div className="phase-row__foot">
            {isCurrent ? (
              <p>{words.current}</p>
            ) : (
              <Button size="small" look="danger" icon={RemoveIcon} onClick={() => actions.onRemove(id)}>
                {words.remove}
              </Button>
            )}
            <Button size="small" onClick={() => actions.onOpen(null)}>
              {words.fold}
            </Button>
          </div>
        </>
      )}
    </li>
  )
}

interface DragHandleProps {
  id: string
  at: number
  name: string
  onMove: (id: string, to: number) => void
}

/** The row goes where the pointer is, at once: what is seen is what will be. */
function DragHandle({ id, at, name, onMove }: DragHandleProps) {
  const handle = useRef<HTMLButtonElement>(null)
  const latestMove = useRef(onMove)
  useEffect(() => {
    latestMove.current = onMove
  }, [onMove])

  // At the window: a row that changes its place in the page loses the pointer it has caught.
  function startDrag() {
    const follow = (event: PointerEvent) => {
      const rows = [...(handle.current?.closest('ol')?.children ?? [])]
      const from = rows.findIndex((row) => row.contains(handle.current))
      const to = placeUnder(event.clientY, rows, from)
      if (to !== from) latestMove.current(id, to)
    }
    const stop = () => {
      removeEventListener('pointermove', follow)
      removeEventListener('pointerup', stop)
      removeEventListener('pointercancel', stop)
    }
    addEventListener('pointermove', follow)
    addEventListener('pointerup', stop)
    addEventListener('pointercancel', stop)
  }

  return (
    <button
      ref={handle}
      type="button"
      className="phase-row__handle"
      aria-label={words.drag(name)}
      title={words.drag(name)}
      onPointerDown={startDrag}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
        event.preventDefault()
        onMove(id, event.key === 'ArrowUp' ? at - 1 : at + 1)
      }}
    >
      <DragIcon />
    </button>
  )
}

/** Before the first row whose middle is below the pointer; for a row further down the dragged one does not count. */
function placeUnder(y: number, rows: readonly Element[], from: number): number {
  const over = rows.findIndex((row) => {
    const { top, height } = row.getBoundingClientRect()
    return y < top + height / 2
  })
  if (over === -1) return rows.length - 1
  return over > from ? over - 1 : over
}
