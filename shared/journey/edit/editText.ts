// Typing: a text box's new content becomes the smallest insertion and deletion, so that two people can write in one
// field and nothing is lost.
import * as Y from 'yjs'
import { cutsPair, diffText, rebaseChange, type TextChange } from './diffText.ts'
import { type EditTarget, recordOf, transact } from './EditTarget.ts'
import { type FieldRoot, fieldsOf } from './editFields.ts'

/** The shared text of a field; null if there is none. */
export function textOf(target: EditTarget, root: FieldRoot, id: string, name: string): Y.Text | null {
  const text = recordOf(target, root, id)?.get(name)
  return text instanceof Y.Text ? text : null
}

/**
 * Makes the field read `after`. `seen` is what the typist's box held before the change; give it when the box may lag
 * behind the document (during a composition): words of others that arrived since stay. What goes beyond the field's
 * limit is not inserted. Returns false if the field is gone.
 */
export function editText(
  target: EditTarget,
  root: FieldRoot,
  id: string,
  name: string,
  after: string,
  caret: number = after.length,
  seen?: string,
): boolean {
  const text = textOf(target, root, id, name)
  const field = fieldsOf(target, root, id)?.[name]
  if (!text || field?.type !== 'text') return false
  const now = text.toString()
  const before = seen ?? now
  const mine = diffText(before, after.toWellFormed(), caret)
  const changes = before === now ? [mine] : rebaseChange(mine, diffText(before, now, now.length))
  transact(target, () => {
    for (const change of changes) applyChange(text, change, field.maxLength)
  })
  return true
}

function applyChange(text: Y.Text, change: TextChange, maxLength: number): void {
  if (change.remove > 0) text.delete(change.at, change.remove)
  const room = Math.max(0, maxLength - text.length)
  const end = cutsPair(change.insert, room) ? room - 1 : room
  const insert = change.insert.slice(0, end)
  if (insert !== '') text.insert(change.at, insert)
}
