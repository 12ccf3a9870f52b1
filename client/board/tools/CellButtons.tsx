// "+ Touchpoint" in the next free place of the cell under the pointer and of the chosen cell. Real buttons among the
// shapes, so that keyboard, touch and screen readers reach them.
import './cell-buttons.css'
import { useEffect, useRef } from 'react'
import { useValue } from 'tldraw'
import { cardDefinition } from '../../../shared/journey/cards/cardKinds.ts'
import { boardWords } from '../../ui/boardWords.ts'
import { PlusIcon } from '../../ui/icons.tsx'
import { FAR_BELOW } from '../shapes/detail/levelOfDetail.ts'
import { useCanvas } from '../useCanvas.ts'
import { useBoardTools } from './BoardTools.ts'
import { draftLabel } from './cardDraft.ts'
import { type CellRef, findCell } from './CellChoice.ts'
import { addableDraft, makeCardInCell } from './makeCard.ts'
import { swallowSecondClick } from './swallowSecondClick.ts'

export function CellButtons() {
  const { editor, session } = useCanvas()
  const { cells } = useBoardTools()
  const hovered = useValue('hovered cell', () => cells.hovered.get(), [cells])
  const chosen = useValue('chosen cell', () => cells.chosen.get(), [cells])
  const isShown = useValue(
    'cell buttons',
    () => session.canWrite.get() && editor.isIn('select.idle') && editor.getZoomLevel() >= FAR_BELOW,
    [editor, session],
  )
  if (!isShown) return null
  const refs = [chosen, hovered?.key === chosen?.key ? null : hovered].filter((ref) => ref !== null)
  return refs.map((ref) => <CellButton key={ref.key} place={ref} isChosen={ref === chosen} />)
}

function CellButton({ place, isChosen }: { place: CellRef; isChosen: boolean }) {
  const canvas = useCanvas()
  const { binding, session } = canvas
  const { cells } = useBoardTools()
  const view = useValue('board view', () => binding.view.get(), [binding])
  const isByKeyboard = useValue('chosen by keyboard', () => isChosen && cells.isByKeyboard.get(), [cells, isChosen])
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isByKeyboard) button.current?.focus({ preventScroll: true })
  }, [isByKeyboard])
  const found = findCell(view, place)
  const lane = found?.journey.lanes.find(({ id }) => id === found.cell.laneId)
  const laneKind = lane?.kind ?? null
  const draft = useValue('card of the cell', () => (laneKind === null ? null : addableDraft(session, laneKind)), [
    session,
    laneKind,
  ])
  const slot = found?.cell.nextSlot
  const isOffered = Boolean(draft && slot)
  // A button that goes from under the pointer, with the cell or with a new phase, tells nobody that the pointer left it.
  useEffect(() => (isOffered ? () => cells.hold(false) : undefined), [cells, isOffered])
  if (!found || !draft || !slot) return null
  const stage = view.board.stages.get(found.cell.stageId)?.name ?? ''
  const label = draftLabel(draft)
  const key = draft.kind === 'note' ? 'N' : cardDefinition(draft.kind).key?.toUpperCase()
  return (
    <button
      ref={button}
      type="button"
      className={['cell-button', isChosen && 'cell-button--chosen', slot.isOnRule && 'cell-button--on-rule']
        .filter(Boolean)
        .join(' ')}
      style={{ translate: `${slot.x}px ${slot.y}px`, width: slot.w, height: slot.h }}
      onPointerEnter={() => cells.hold(true)}
      onPointerLeave={() => cells.hold(false)}
      onPointerDown={(event) => event.stopPropagation()}
      onPointerUp={(event) => event.stopPropagation()}
      // tldraw takes the click away from every touch that ends on the canvas.
      onTouchEnd={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onClick={(event) => {
        if (makeCardInCell(canvas, found)) swallowSecondClick(event)
      }}
    >
      <PlusIcon size={13} />
      {/* No aria-label: a name that leaves out words on the button cannot be spoken to it. */}
      <span className="visually-hidden">{boardWords.addTo(label, stage)}</span>
      <span className="cell-button__label" aria-hidden="true">
        {label}
      </span>
      {key !== undefined && <kbd aria-hidden="true">{key}</kbd>}
    </button>
  )
}
