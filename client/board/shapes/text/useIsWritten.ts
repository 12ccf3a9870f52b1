import { type TLShapeId, useEditor, useValue } from 'tldraw'

/** Whether this person writes in the shape now. For the few shapes of the structure; cards are too many to each ask. */
export function useIsWritten(id: TLShapeId): boolean {
  const editor = useEditor()
  return useValue('is written in', () => editor.getEditingShapeId() === id, [editor, id])
}
