import type { CardId } from '../../../shared/journey/ids.ts'
import { reveal } from '../camera.ts'
import type { Canvas } from '../CanvasContext.ts'
import { focusCanvas } from '../focusCanvas.ts'
import { shapeIdOf } from '../shapes/journeyShapes.ts'

/** Selects cards and brings them into view; the keyboard goes on there. */
export function showCards({ editor }: Canvas, ids: readonly CardId[]): void {
  editor.setCurrentTool('select')
  editor.setSelectedShapes(ids.map(shapeIdOf).filter((id) => editor.getShape(id) !== undefined))
  const bounds = editor.getSelectionPageBounds()
  if (bounds) reveal(editor, bounds)
  focusCanvas(editor)
}
