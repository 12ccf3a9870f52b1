// Undo and redo as a person asks for them.
import { boardWords } from '../../ui/boardWords.ts'
import { showToast } from '../../ui/toasts.ts'
import type { Canvas } from '../CanvasContext.ts'

/** Call outside of tldraw's own events. */
export function undo({ editor, binding, session }: Canvas): void {
  editor.cancel()
  // What the hand just did is a step too.
  binding.flush()
  if (session.undo.undo() === 'othersWroteInIt') showToast(boardWords.cannotUndo, { tone: 'warn' })
  binding.flush()
}

export function redo({ editor, binding, session }: Canvas): void {
  editor.cancel()
  binding.flush()
  session.undo.redo()
  binding.flush()
}
