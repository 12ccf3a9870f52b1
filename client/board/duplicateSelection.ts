// Ctrl D and the menus' "Duplicate". Copies of cards are made where their originals lie, so that each finds its place
// beside its own (see `landCopies`); tldraw would put all of them to the right of the selection, into other stages.
import type { Editor, TLShapeId } from 'tldraw'
import { isJourneyShapeType } from './shapes/journeyShapes.ts'

/** How far a copied drawing lies from its original, px. */
const NUDGE = 16

/** `duplicateDrawings`: tldraw's own way, for a selection without cards. */
export function duplicateSelection(editor: Editor, duplicateDrawings: () => void): void {
  const selected = editor.getSelectedShapes()
  const things = selected.filter(({ type }) => type === 'card' || !isJourneyShapeType(type))
  if (things.length === 0 || editor.getIsReadonly() || editor.getEditingShapeId() !== null) return
  if (things.every(({ type }) => type !== 'card')) {
    duplicateDrawings()
    return
  }
  editor.setCurrentTool('select.idle')
  editor.duplicateShapes(things.map(({ id }) => id))
  nudgeDrawings(editor, editor.getSelectedShapeIds())
}

/** An arrow that holds on to copies follows them by itself. */
function nudgeDrawings(editor: Editor, copies: readonly TLShapeId[]): void {
  const loose = copies
    .flatMap((id) => editor.getShape(id) ?? [])
    .filter((shape) => shape.type !== 'card' && editor.getBindingsFromShape(shape, 'arrow').length === 0)
  editor.updateShapes(loose.map(({ id, type, x, y }) => ({ id, type, x: x + NUDGE, y: y + NUDGE })))
}
