// The keys of the board, before tldraw sees them. Text boxes, dialogs and menus keep their own.
import { isCellPlace } from '../../../shared/journey/Board.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import { cardLayoutOf } from '../../../shared/layout/JourneyLayout.ts'
import { reveal } from '../camera.ts'
import type { Canvas } from '../CanvasContext.ts'
import { focusCanvas } from '../focusCanvas.ts'
import { areLocked, lockCards } from '../rights/lockCards.ts'
import { entityIdOf, isJourneyShapeType, shapeIdOf } from '../shapes/journeyShapes.ts'
import { boardToolsOf } from '../tools/BoardTools.ts'
import { kindOfKey } from '../tools/cardDraft.ts'
import { makeCardByKey, makeCardInCell } from '../tools/makeCard.ts'
import { toggleHand } from '../../workshop/facilitation/toggleHand.ts'
import { showToast } from '../../ui/toasts.ts'
import { isDrawingKey } from '../boardOverrides.ts'
import { redo, undo } from '../undo/undoCommands.ts'
import { allStops, type Direction, nextStop, placeInNextCell, placeInSameCell } from './moveByCell.ts'

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

/** Returns whether the key was one of the board's; then nobody else should get it. */
export function handleBoardKey(canvas: Canvas, event: KeyboardEvent, showShortcuts: () => void): boolean {
  const { editor } = canvas
  if (editor.getEditingShapeId() !== null) return false
  const isCommand = event.ctrlKey || event.metaKey
  const direction = arrows[event.key]
  if (direction && !isCommand) return handleArrow(canvas, direction, event)
  if (isCommand) return handleLockKey(canvas, event) || handleUndoKey(canvas, event)
  if (event.altKey) return false
  if (boardToolsOf(editor)?.vote.takeKey(event)) return true
  if (event.key === '?') {
    showShortcuts()
    return true
  }
  if (event.key === 'Enter') return openChosenCell(canvas)
  if (event.repeat) return false
  if (event.shiftKey) return refuseDrawingKey(canvas, event)
  if (event.key.toLowerCase() === 'r') {
    toggleHand(canvas.session)
    return true
  }
  const kind = kindOfKey(event.key.toLowerCase())
  if (kind) makeCardByKey(canvas, { kind })
  return kind !== null || refuseDrawingKey(canvas, event)
}

/** Keys of drawing tools are tldraw's, which has nothing to say when drawing is not part of the phase. */
function refuseDrawingKey({ session: { rules } }: Canvas, event: KeyboardEvent): boolean {
  if (rules.mayDraw || !isDrawingKey(event.key, event.shiftKey)) return false
  const why = rules.whyNot({ does: 'draw' })
  if (why !== null) showToast(why, { tone: 'warn' })
  return true
}

/** Ctrl Shift L: facilitators lock the selected cards, or unlock them if all are. */
function handleLockKey({ editor, session }: Canvas, event: KeyboardEvent): boolean {
  if (event.key.toLowerCase() !== 'l' || !event.shiftKey || event.altKey) return false
  const ids = editor.getSelectedShapes().flatMap(({ id, type }) => {
    return type === ('card' as string) ? [entityIdOf(id)] : []
  }) as CardId[]
  if (ids.length === 0 || session.connection.room.role.get() !== 'facilitator') return false
  void lockCards(session, ids, !areLocked(session, ids))
  return true
}

function handleUndoKey(canvas: Canvas, event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase()
  if (key === 'z' && !event.altKey) {
    if (event.shiftKey) redo(canvas)
    else undo(canvas)
    return true
  }
  if (key !== 'y' || event.shiftKey || event.altKey) return false
  redo(canvas)
  return true
}

function openChosenCell(canvas: Canvas): boolean {
  const found = boardToolsOf(canvas.editor)?.cells.current()
  if (!found || canvas.editor.getSelectedShapeIds().length > 0) return false
  return makeCardInCell(canvas, found)
}

/** Arrows on drawings stay tldraw's: they nudge. */
function handleArrow(canvas: Canvas, direction: Direction, event: KeyboardEvent): boolean {
  const { editor } = canvas
  const selected = editor.getSelectedShapes()
  const cards = selected.filter((shape) => shape.type === 'card')
  if (cards.length < selected.length) return selected.every((shape) => isJourneyShapeType(shape.type))
  if (event.altKey) return moveSelected(canvas, direction, event.shiftKey)
  if (selected.length === 0 && !boardToolsOf(editor)?.cells.current() && !editor.isIn('select')) return false
  goTo(canvas, direction)
  return true
}

function goTo({ editor, binding }: Canvas, direction: Direction): void {
  const view = binding.view.get()
  const cells = boardToolsOf(editor)?.cells
  const only = editor.getOnlySelectedShape()
  const from =
    (only && cardLayoutOf(view.layout, entityIdOf(only.id) as CardId)) ??
    cells?.current()?.cell.nextSlot ??
    cells?.current()?.cell.rect ??
    cornerOfView(editor)
  const stop = nextStop(allStops(view.layout), from, direction)
  if (!stop) return
  if (stop.type === 'card') {
    cells?.choose(null)
    editor.select(shapeIdOf(stop.id))
    focusCanvas(editor)
  } else {
    editor.selectNone()
    cells?.choose(stop, true)
  }
  reveal(editor, stop.rect)
}

/** Nothing chosen yet: the first step goes to what is nearest to the upper left corner of the screen. */
function cornerOfView(editor: Canvas['editor']): { x: number; y: number; w: number; h: number } {
  const { x, y } = editor.getViewportPageBounds()
  return { x, y, w: 0, h: 0 }
}

function moveSelected({ editor, binding, session }: Canvas, direction: Direction, isWithinCell: boolean): boolean {
  const view = binding.view.get()
  const only = editor.getOnlySelectedShape()
  const card = only && view.board.cards.get(entityIdOf(only.id) as CardId)
  if (!card) return editor.getSelectedShapeIds().length > 0
  if (!session.rules.mayChange(card)) {
    const why = session.rules.whyNot({ does: 'edit' }, card.id)
    if (why !== null) showToast(why, { tone: 'warn' })
    return true
  }
  const step = direction === 'left' || direction === 'up' ? -1 : 1
  const place = isWithinCell
    ? placeInSameCell(view.board, card, step)
    : isCellPlace(card.place)
      ? placeInNextCell(view.board, view.layout, card, direction)
      : null
  if (!place) return true
  session.undo.step(() => session.cards.place([{ id: card.id, place }]))
  binding.flush()
  const layout = cardLayoutOf(binding.view.get().layout, card.id)
  if (layout) reveal(editor, layout)
  return true
}
