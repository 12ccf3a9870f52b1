// Ctrl D and the menus' "Duplicate". Copies of cards are made where their originals lie, so that each finds its place
// beside its own (see `landCopies`); tldraw would put all of them to the right of the selection, into other stages.
import type { Editor, TLShape, TLShapeId } from 'tldraw'
import type { Canvas } from './CanvasContext.ts'
import { type CardShape, isJourneyShapeType } from './shapes/journeyShapes.ts'
import { sayWhyNotAdded, whoTakesNewCards } from './tools/addCards.ts'

/** How far a copied drawing lies from its original, px. */
const NUDGE = 16

/** `duplicateDrawings`: tldraw's own way, for a selection without cards. */
export function duplicateSelection({ editor, session }: Canvas, duplicateDrawings: () => void): void {
  const selected = editor.getSelectedShapes()
  const mayDuplicate = (shape: TLShape): boolean => {
    if (isJourneyShapeType(shape.type) && !isCard(shape)) return false
    if (!isCard(shape)) return session.rules.mayDraw
    const { props } = shape as unknown as CardShape
    if (whoTakesNewCards(session, props) !== null) return true
    sayWhyNotAdded(session, props)
    return false
  }
  const things = selected.filter(mayDuplicate)
  if (things.length === 0 || editor.getIsReadonly() || editor.getEditingShapeId() !== null) return
  if (!things.some(isCard)) {
    duplicateDrawings()
    return
  }
  editor.setCurrentTool('select.idle')
  editor.duplicateShapes(things.map(({ id }) => id))
  nudgeDrawings(editor, editor.getSelectedShapeIds())
}

function isCard({ type }: { readonly type: string }): boolean {
  return type === 'card'
}

/** An arrow that holds on to copies follows them by itself. */
function nudgeDrawings(editor: Editor, copies: readonly TLShapeId[]): void {
  const loose = copies
    .flatMap((id) => editor.getShape(id) ?? [])
    .filter((shape) => shape.type !== 'card' && editor.getBindingsFromShape(shape, 'arrow').length === 0)
  editor.updateShapes(loose.map(({ id, type, x, y }) => ({ id, type, x: x + NUDGE, y: y + NUDGE })))
}
