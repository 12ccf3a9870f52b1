// The card somebody has just written and that is still selected. Its bar stands above it: below is where the next card is
// written, lane by lane, and a double click there must not hit the bar.
import { atom, type Atom, react } from '@tldraw/state'
import type { Editor, TLShapeId } from 'tldraw'

// Keyed by editor, not global: two boards on one page (and every test) have their own.
const written = new WeakMap<Editor, Atom<TLShapeId | null>>()

/** Null as soon as it is not selected any more. */
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
