// From writing in a draft to writing in the card it has become: the caret stays where it is.
import type { CardId } from '../../../shared/journey/ids.ts'
import type { Canvas } from '../CanvasContext.ts'
import { shapeIdOf } from '../shapes/journeyShapes.ts'

/** Frames until the new text box must be there. */
const PATIENCE_FRAMES = 30

export function writeOn({ editor, binding }: Canvas, cardId: CardId): void {
  const box = openBox(editor.getContainer())
  const caret = box ? ([box.selectionStart, box.selectionEnd] as const) : null
  binding.drafts.hold(null)
  binding.flush()
  const shapeId = shapeIdOf(cardId)
  if (!editor.getShape(shapeId)) return
  editor.select(shapeId)
  editor.setEditingShape(shapeId)
  const place = (patience: number): void => {
    const opened = openBox(editor.getContainer())
    if (opened && opened !== box && caret) opened.setSelectionRange(...caret)
    else if (patience > 0) editor.timers.requestAnimationFrame(() => place(patience - 1))
  }
  place(PATIENCE_FRAMES)
}

function openBox(container: HTMLElement): HTMLTextAreaElement | null {
  const { activeElement } = document
  return activeElement instanceof HTMLTextAreaElement && container.contains(activeElement) ? activeElement : null
}
