// Rows of a spreadsheet become cards: in the chosen cell, in the stages and lanes the table names, or on the desk where
// no map is. All in one step of undo.
import type { VecLike } from 'tldraw'
import { cellForRows } from '../../../shared/import/cellForRows.ts'
import { readRows, rowsToCards } from '../../../shared/import/rows.ts'
import type { RowCards } from '../../../shared/import/rowWords.ts'
import type { Point } from '../../../shared/journey/Board.ts'
import type { NewCard } from '../../../shared/journey/edit/editCards.ts'
import { type CardId, newId } from '../../../shared/journey/ids.ts'
import { boardWords } from '../../ui/boardWords.ts'
import { showToast } from '../../ui/toasts.ts'
import type { Canvas } from '../CanvasContext.ts'
import { shapeIdOf } from '../shapes/journeyShapes.ts'
import { MAX_SHAPES } from '../tldrawSeam.tsx'
import { addCards, mayAddAny } from '../tools/addCards.ts'
import { boardToolsOf } from '../tools/BoardTools.ts'
import type { FoundCell } from '../tools/CellChoice.ts'
import { cellOfSelection } from '../tools/makeCard.ts'

/** Cards laid out on the desk: so many beside each other, this far apart, px. */
const DESK_COLUMNS = 6
const DESK_PITCH = { x: 172, y: 92 }

/**
 * Makes cards of pasted text; nobody else has to paste it then. Returns false if this person may not write or there are
 * no words in it, or if it can only become a drawing now.
 */
export function pasteRows(canvas: Canvas, text: string, point: VecLike | undefined): boolean {
  const { editor, binding, session } = canvas
  if (!session.canWrite.get() || (!mayAddAny(session) && session.rules.mayDraw)) return false
  const { departments } = session.connection.workshop.get()
  const found = cellToPasteInto(canvas) ?? cellForRows(text, binding.view.get().board, departments)
  const { cards, leftOut } = found ? cardsInMap(canvas, found, text) : cardsOnDesk(canvas, text, point)
  if (cards.length === 0) return false
  if (editor.getCurrentPageShapeIds().size + cards.length > MAX_SHAPES) {
    showToast(boardWords.tooManyShapes(MAX_SHAPES), { tone: 'warn' })
    return true
  }
  const made = addCards(session, cards)
  if (made.length === 0) return true
  binding.flush()
  editor.select(...made.map(shapeIdOf))
  if (made.length > 1 || leftOut > 0)
    showToast(boardWords.paste.rows(made.length, leftOut + cards.length - made.length))
  return true
}

type Cell = FoundCell['cell']

function cellToPasteInto(canvas: Canvas): Cell | null {
  const cells = boardToolsOf(canvas.editor)?.cells
  return (cellOfSelection(canvas) ?? cells?.current() ?? cells?.underPointer())?.cell ?? null
}

function cardsInMap(
  { binding, session }: Canvas,
  cell: Pick<Cell, 'stageId' | 'laneId'>,
  text: string,
): RowCards<NewCard> {
  const { departments } = session.connection.workshop.get()
  return rowsToCards(text, { board: binding.view.get().board, stageId: cell.stageId, laneId: cell.laneId, departments })
}

function cardsOnDesk(canvas: Canvas, text: string, point: VecLike | undefined): RowCards<NewCard> {
  const { cards, leftOut } = readRows(text, {
    lane: null,
    departments: canvas.session.connection.workshop.get().departments,
  })
  const places = placesOnDesk(canvas, cards.length, point)
  const placed = cards.flatMap(({ kind, fields }, at) => {
    const place = places[at]
    return place ? [{ id: newId<CardId>(), kind, fields, place }] : []
  })
  return { cards: placed, leftOut }
}

function placesOnDesk({ editor }: Canvas, count: number, point: VecLike | undefined): Point[] {
  const pointer = editor.inputs.currentPagePoint
  const view = editor.getViewportPageBounds()
  const { x, y } = point ?? (view.containsPoint(pointer) ? pointer : view.center)
  return Array.from({ length: count }, (_, at) => ({
    x: Math.round(x) + (at % DESK_COLUMNS) * DESK_PITCH.x,
    y: Math.round(y) + Math.floor(at / DESK_COLUMNS) * DESK_PITCH.y,
  }))
}
