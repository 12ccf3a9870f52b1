// Makes a board read like another one, by edits: connected people follow as with any change, and what is the same
// is not touched.
import * as Y from 'yjs'
import { rootNames } from '../../shared/journey/schema.ts'

/** To be called inside a transaction of `doc`. `meta` stays: version and epoch belong to this history. */
export function restoreBoard(doc: Y.Doc, then: Y.Doc): void {
  for (const root of rootNames) if (root !== 'meta') restoreMap(doc.getMap(root), then.getMap(root))
}

function restoreMap(now: Y.Map<unknown>, then: Y.Map<unknown>): void {
  for (const key of now.keys()) if (!then.has(key)) now.delete(key)
  for (const [key, value] of then.entries()) restoreValue(now, key, value)
}

function restoreValue(now: Y.Map<unknown>, key: string, value: unknown): void {
  const current = now.get(key)
  if (value instanceof Y.Map) {
    if (current instanceof Y.Map) restoreMap(current, value)
    else now.set(key, value.clone())
  } else if (value instanceof Y.Text) {
    if (!(current instanceof Y.Text)) now.set(key, value.clone())
    else if (current.toString() !== value.toString()) {
      current.delete(0, current.length)
      current.insert(0, value.toString())
    }
  } else if (JSON.stringify(current) !== JSON.stringify(value)) now.set(key, value)
}
