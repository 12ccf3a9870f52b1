// Starts writing in a shape of the map: card, stage, lane, header.
import type { Editor } from 'tldraw'
import { reveal } from '../../camera.ts'
import { shapeIdOf } from '../journeyShapes.ts'

/** Frames to wait for a shape that was made just now, and for a menu to close. */
const PATIENCE_FRAMES = 60

/**
 * Does nothing if the shape does not show up or cannot be written in. May be called from a menu: a menu gives the focus
 * back to its button when it is gone, and that must not happen in the middle of writing.
 */
export function writeIn(editor: Editor, entityId: string, patience = PATIENCE_FRAMES): void {
  const isReady = editor.getShape(shapeIdOf(entityId)) !== undefined && document.querySelector('[role="menu"]') === null
  if (isReady) {
    // The menu's own timer for the focus was set when it went; this one runs after it.
    editor.timers.setTimeout(() => begin(editor, entityId), 0)
    return
  }
  if (patience > 0) editor.timers.requestAnimationFrame(() => writeIn(editor, entityId, patience - 1))
}

function begin(editor: Editor, entityId: string): void {
  const shape = editor.getShape(shapeIdOf(entityId))
  if (!shape || editor.getIsReadonly() || !editor.getShapeUtil(shape).canEdit(shape)) return
  editor.select(shape.id)
  // The sheet as a whole is no place to go to; its header is written in where it was pressed.
  const bounds = shape.type === 'journey-map' ? undefined : editor.getShapePageBounds(shape)
  if (bounds) reveal(editor, bounds)
  editor.setEditingShape(shape.id)
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape })
}
