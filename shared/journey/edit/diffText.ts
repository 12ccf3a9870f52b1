// What a typist did to a text, as one insertion and one deletion. Positions are UTF-16 units, as in Y.Text.

export interface TextChange {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

/**
 * What turned `before` into `after`, given where the caret stands afterwards. The caret decides between equal
 * readings: in "aa|a" the new letter is the one before the caret. Never cuts a surrogate pair.
 */
export function diffText(before: string, after: string, caret: number): TextChange {
  const longest = Math.min(before.length, after.length)
  const endLimit = Math.min(longest, Math.max(0, after.length - caret))
  let end = 0
  while (end < endLimit && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  let start = 0
  while (start < longest - end && before[start] === after[start]) start++
  if (start > 0 && (cutsPair(before, start) || cutsPair(after, start))) start--
  if (end > 0 && (cutsPair(before, before.length - end) || cutsPair(after, after.length - end))) end--
  return { at: start, remove: before.length - end - start, insert: after.slice(start, after.length - end) }
}

/**
 * The changes that do to a text changed by `theirs` what `mine` would have done before. Their words stay even inside
 * of what `mine` deletes. At most two deletions (the later one first) and one insertion, to be applied in this order.
 */
export function rebaseChange(mine: TextChange, theirs: TextChange): readonly TextChange[] {
  const shift = theirs.insert.length - theirs.remove
  const theirEnd = theirs.at + theirs.remove
  const myEnd = mine.at + mine.remove
  const changes: TextChange[] = []
  const lateStart = Math.max(mine.at, theirEnd)
  if (myEnd > lateStart) changes.push({ at: lateStart + shift, remove: myEnd - lateStart, insert: '' })
  const earlyEnd = Math.min(myEnd, theirs.at)
  if (earlyEnd > mine.at) changes.push({ at: mine.at, remove: earlyEnd - mine.at, insert: '' })
  const isAfter = mine.at >= theirEnd && mine.at > theirs.at
  const at = isAfter ? mine.at + shift : Math.min(mine.at, theirs.at)
  if (mine.insert !== '') changes.push({ at, remove: 0, insert: mine.insert })
  return changes
}

/** Whether the unit at `at` is the second half of a surrogate pair. */
export function cutsPair(text: string, at: number): boolean {
  return isBetween(text.charCodeAt(at - 1), 0xd800, 0xdbff) && isBetween(text.charCodeAt(at), 0xdc00, 0xdfff)
}

function isBetween(unit: number, first: number, last: number): boolean {
  return unit >= first && unit <= last
}
