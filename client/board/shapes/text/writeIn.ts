// Starts writing in a shape of the map: card, stage, lane, header.
import type { Editor } from 'tldraw'
import { shapeIdOf } from '../journeyShapes.ts'

/** Frames to wait for a shape that was made just now: the binding shows it with the next one. */
const PATIENCE_FRAMES = 10

/** Does nothing if the shape does not show up or cannot be written in. */
export function writeIn(editor: Editor, entityId: string, patience = PATIENCE_FRAMES): void {
  const id = shapeIdOf(entityId)
  const shape = editor.getShape(id)
  if (!shape) {
    if (patience > 0) editor.timers.requestAnimationFrame(() => writeIn(editor, entityId, patience - 1))
    return
  }
  if (editor.getIsReadonly() || !editor.getShapeUtil(shape).canEdit(shape)) return
  editor.select(id)
  editor.setEditingShape(id)
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape })
}
