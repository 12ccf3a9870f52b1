// Tells what is selected to whatever lies beside the canvas.
import { react } from '@tldraw/state'
import type { Canvas } from './CanvasContext.ts'
import { type CardShape, entityIdOf, metaOf } from './shapes/journeyShapes.ts'

/** Own drafts are left out: nobody else sees them, and files hold what is on the board. */
export function watchSelection({ editor, session }: Canvas): () => void {
  const stop = react('selection', () => {
    const shapes = editor.getSelectedShapes() as unknown as CardShape[]
    session.selected.set(shapes.filter((shape) => !metaOf(shape).private).map(({ id }) => entityIdOf(id)))
  })
  return () => {
    stop()
    session.selected.set([])
  }
}
