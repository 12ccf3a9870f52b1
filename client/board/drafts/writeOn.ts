// From writing in a draft to writing in the card it has become: the caret stays where it is.
import { cardDefinition } from '../../../shared/journey/cards/cardKinds.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import type { Canvas } from '../CanvasContext.ts'
import { openDetails } from '../card-details/openDetails.ts'
import { shapeIdOf } from '../shapes/journeyShapes.ts'

export type WritingPlace = 'card' | 'details'

/** Frames until the new text box must be there. */
const PATIENCE_FRAMES = 30

export function writeOn({ editor, binding }: Canvas, cardId: CardId, where: WritingPlace): void {
  const container = editor.getContainer()
  const box = openBox(container)
  const caret = box ? ([box.selectionStart, box.selectionEnd] as const) : null
  binding.drafts.hold(null)
  binding.flush()
  const shapeId = shapeIdOf(cardId)
  const card = binding.view.get().board.cards.get(cardId)
  if (!card || !editor.getShape(shapeId)) return
  editor.select(shapeId)
  if (where === 'card') editor.setEditingShape(shapeId)
  else openDetails(editor, { root: 'cards', id: cardId, field: cardDefinition(card.kind).title })
  const place = (patience: number): void => {
    const opened = openBox(container)
    if (opened && opened !== box && caret) opened.setSelectionRange(...caret)
    else if (patience > 0) editor.timers.requestAnimationFrame(() => place(patience - 1))
  }
  place(PATIENCE_FRAMES)
}

/** The text box that has the focus; null if none on the canvas has. */
export function openBox(container: HTMLElement): HTMLTextAreaElement | null {
  const { activeElement } = document
  return activeElement instanceof HTMLTextAreaElement && container.contains(activeElement) ? activeElement : null
}
