// The keyboard goes back to the canvas.
import type { Editor } from 'tldraw'

/**
 * tldraw counts itself as focused also while one of its text boxes or buttons has the focus, and `editor.focus()` then does
 * nothing; but keys reach its tools only through its container.
 */
export function focusCanvas(editor: Editor): void {
  editor.focus()
  editor.getContainer().focus({ preventScroll: true })
}
