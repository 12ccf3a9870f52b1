// Merging as a person does it: what came of it is said, with the way back.
import type { CardId } from '../../../shared/journey/ids.ts'
import { sortingWords } from '../../ui/sortingWords.ts'
import { showToast } from '../../ui/toasts.ts'
import type { Canvas } from '../CanvasContext.ts'
import { shapeIdOf } from '../shapes/journeyShapes.ts'
import { undo } from '../undo/undoCommands.ts'
import { mergeNotes } from './sortEdits.ts'

export function mergeAndTell(canvas: Canvas, into: CardId, cardIds: readonly CardId[]): void {
  const { editor, binding, session } = canvas
  if (!mergeNotes(session, into, cardIds)) {
    showToast(sortingWords.cannotMerge, { tone: 'warn' })
    return
  }
  const step = session.undo.last()
  binding.flush()
  editor.select(shapeIdOf(into))
  const takeBack = () => {
    // Something else was done meanwhile: then this is no longer what undo would take back.
    if (session.undo.last() === step) undo(canvas)
  }
  showToast(sortingWords.merged(cardIds.length), { action: { label: sortingWords.undo, run: takeBack } })
}
