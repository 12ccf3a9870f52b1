// Typing: a text box's new content becomes the smallest insertion and deletion, so that two people can write in one
// field and nothing is lost.
import * as Y from 'yjs'
import { type EditTarget, recordOf, transact } from './EditTarget.ts'
import { type FieldRoot, fieldsOf } from './editFields.ts'

/** The shared text of a field; null if there is none. */
export function textOf(target: EditTarget, root: FieldRoot, id: string, name: string): Y.Text | null {
  const text = recordOf(target, root, id)?.get(name)
  return text instanceof Y.Text ? text : null
}

export interface TextChange {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

/**
 * What turned `before` into `after`, given where the caret stands afterwards (UTF-16 units). The caret decides between
 * equal readings: in "aa|a" the new letter is the one before the caret. Never cuts a surrogate pair.
 */
export function diffText(before: string, after: string, caret: number): TextChange {
  const longest = Math.min(before.length, after.length)
  let end = 0
  const endLimit = Math.min(longest, after.length - caret)
  while (end < endLimit && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  let start = 0
  while (start < longest - end && before[start] === after[start]) start++
  if (isLowSurrogate(before[start]) || isLowSurrogate(after[start])) start = Math.max(0, start - 1)
  if (end > 0 && isLowSurrogate(after[after.length - end])) end--
  return { at: start, remove: before.length - end - start, insert: after.slice(start, after.length - end) }
}

function isLowSurrogate(unit: string | undefined): boolean {
  return unit !== undefined && unit >= '\uDC00' && unit <= '\uDFFF'
}

/**
 * Makes the field read `after`. `before` is what the typist saw when the box changed: if others' words arrived since,
 * they stay. What goes beyond the field's limit is not inserted. Returns false if the field is gone.
 */
export function editText(
  target: EditTarget,
  root: FieldRoot,
  id: string,
  name: string,
  after: string,
  caret: number = after.length,
): boolean {
  const text = textOf(target, root, id, name)
  const field = fieldsOf(target, root, id)?.[name]
  if (!text || field?.type !== 'text') return false
  const before = text.toString()
  if (before === after) return true
  const change = diffText(before, after, caret)
  const room = Math.max(0, field.maxLength - (before.length - change.remove))
  const insert = change.insert.slice(0, room)
  transact(target, () => {
    if (change.remove > 0) text.delete(change.at, change.remove)
    if (insert.length > 0) text.insert(change.at, insert)
  })
  return true
}
