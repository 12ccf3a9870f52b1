// What follows on the canvas when somebody leaves a text box on it.
import type { Editor } from 'tldraw'
import { focusCanvas } from '../../focusCanvas.ts'
import { writtenLast } from '../selection-bar/writtenLast.ts'
import type { TextExit } from './SharedTextArea.tsx'

/** Enter and a click elsewhere keep the selection, Escape drops it, Tab goes on to the next shape. */
export function leaveWriting(editor: Editor, how: TextExit): void {
  // A click on another shape has already moved on by itself.
  if (editor.getEditingShapeId() !== null) {
    editor.setEditingShape(null)
    editor.setCurrentTool('select.idle')
  }
  if (how === 'blur') return
  if (how === 'enter') writtenLast(editor).set(editor.getOnlySelectedShapeId())
  if (how === 'escape') editor.selectNone()
  if (how === 'tab') editor.selectAdjacentShape('next')
  if (how === 'tabBack') editor.selectAdjacentShape('prev')
  focusCanvas(editor)
}
