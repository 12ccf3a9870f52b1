// The card somebody has just written and that is still selected. Its bar waits until the person comes back to the card:
// all around it is where the next card is written, and a double click there must not hit the bar.
import { atom, type Atom, react, unsafe__withoutCapture } from '@tldraw/state'
import type { Editor, TLShapeId } from 'tldraw'

// Keyed by editor, not global: two boards on one page (and every test) have their own.
const written = new WeakMap<Editor, Atom<TLShapeId | null>>()

/** Null as soon as it is not selected any more, or somebody came back to it. */
export function writtenLast(editor: Editor): Atom<TLShapeId | null> {
  let last = written.get(editor)
  if (!last) written.set(editor, (last = atom<TLShapeId | null>('written last', null)))
  return last
}

/** Returns the way to stop. */
export function forgetWhenLeft(editor: Editor): () => void {
  const last = writtenLast(editor)
  return react('written last', () => {
    if (last.get() !== null && last.get() !== editor.getOnlySelectedShapeId()) last.set(null)
  })
}

/** The pointer presses the card, or moves onto it from elsewhere. Returns the way to stop. */
export function forgetWhenBack(editor: Editor): () => void {
  const last = writtenLast(editor)
  let wasAway = false
  const stop = react('written now', () => {
    const id = last.get()
    // Where it was written the pointer may still be: leaving that place is no coming back.
    if (id !== null) wasAway = !isUnderPointer(editor, id)
  })
  const onEvent = ({ name }: { readonly name: string }): void => {
    const id = last.get()
    if (id === null || (name !== 'pointer_move' && name !== 'pointer_down')) return
    const isOver = isUnderPointer(editor, id)
    if (isOver && (wasAway || name === 'pointer_down')) last.set(null)
    wasAway ||= !isOver
  }
  editor.on('event', onEvent)
  return () => {
    stop()
    editor.off('event', onEvent)
  }
}

/** Not reactive. */
function isUnderPointer(editor: Editor, id: TLShapeId): boolean {
  return unsafe__withoutCapture(
    () => editor.getShapePageBounds(id)?.containsPoint(editor.inputs.currentPagePoint) === true,
  )
}
