// Rows of a spreadsheet become cards in the chosen cell; a column of lines one card each. All in one step of undo.
import type { VecLike } from 'tldraw'
import type { Place, Point } from '../../../shared/journey/Board.ts'
import { createCards } from '../../../shared/journey/edit/editCards.ts'
import { type CardId, newId } from '../../../shared/journey/ids.ts'
import { ordersAt } from '../../../shared/layout/findLanding.ts'
import { boardWords } from '../../ui/boardWords.ts'
import { showToast } from '../../ui/Toast.tsx'
import type { Canvas } from '../CanvasContext.ts'
import { shapeIdOf } from '../shapes/journeyShapes.ts'
import { MAX_SHAPES } from '../tldrawSeam.tsx'
import { boardToolsOf } from '../tools/BoardTools.ts'
import type { FoundCell } from '../tools/CellChoice.ts'
import { cellOfSelection } from '../tools/makeCard.ts'
import { readRows } from './readRows.ts'

/** Cards laid out on the desk: so many beside each other, this far apart, px. */
const DESK_COLUMNS = 6
const DESK_PITCH = { x: 172, y: 92 }

/**
 * Makes cards of pasted text; nobody else has to paste it then. Returns false if this person may not write or there are
 * no words in it.
 */
export function pasteRows(canvas: Canvas, text: string, point: VecLike | undefined): boolean {
  const { editor, binding, session } = canvas
  if (!session.canWrite.get()) return false
  const found = cellToPasteInto(canvas)
  const lane = found?.journey.lanes.find(({ id }) => id === found.cell.laneId)
  const rows = readRows(text, lane?.kind ?? null)
  if (rows.length === 0) return false
  if (editor.getCurrentPageShapeIds().size + rows.length > MAX_SHAPES) {
    showToast(boardWords.tooManyShapes(MAX_SHAPES), { tone: 'warn' })
    return true
  }
  const places = found ? placesInCell(canvas, found, rows.length) : placesOnDesk(canvas, rows.length, point)
  const cards = rows.flatMap((row, at) => {
    const place = places[at]
    return place ? [{ id: newId<CardId>(), kind: row.kind, fields: row.fields, place }] : []
  })
  const made = session.undo.step(() => createCards(session.edit, cards))
  binding.flush()
  editor.select(...made.map(shapeIdOf))
  if (made.length > 1) showToast(boardWords.paste.rows(made.length))
  return true
}

function cellToPasteInto(canvas: Canvas): FoundCell | null {
  const cells = boardToolsOf(canvas.editor)?.cells
  return cellOfSelection(canvas) ?? cells?.current() ?? cells?.underPointer() ?? null
}

function placesInCell({ binding }: Canvas, { journey, cell }: FoundCell, count: number): Place[] {
  const { stageId, laneId } = cell
  const cards = binding.view.get().board.cells.get(`${stageId}/${laneId}`) ?? []
  return ordersAt(cards, cards.length, count).map((order) => ({ journeyId: journey.journeyId, stageId, laneId, order }))
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
