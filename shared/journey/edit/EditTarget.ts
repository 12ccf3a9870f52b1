// Every change to a board is a named function of this folder: one transaction, one origin. They check what they are
// given, change nothing if it does not fit, and never write a value that is already there (the document stays small).
import * as Y from 'yjs'
import type { RootName } from '../schema.ts'

export interface EditTarget {
  readonly doc: Y.Doc
  /** Who changes: the canvas binding, a form, the server. Undo and echo suppression tell changes apart by it. */
  readonly origin: unknown
}

/** Several edits as one: one update on the wire, one step of undo. */
export function transact<T>(target: EditTarget, edits: () => T): T {
  return target.doc.transact(edits, target.origin)
}

export type EntityRoot = Extract<
  RootName,
  'journeys' | 'stages' | 'lanes' | 'cards' | 'emotions' | 'drawings' | 'clusters'
>

/** The record of an entity, or null if nobody has made it or somebody deleted it. */
export function recordOf(target: EditTarget, root: EntityRoot, id: string): Y.Map<unknown> | null {
  const record = target.doc.getMap(root).get(id)
  return record instanceof Y.Map ? (record as Y.Map<unknown>) : null
}

/** Sets a plain value unless it is already the same (compared as JSON, so a place or a point counts as one value). */
export function setValue(record: Y.Map<unknown>, key: string, value: unknown): void {
  const before = record.get(key)
  if (before === value) return
  const json = JSON.stringify(value)
  const after = changesOnTheWire.test(json) ? parseWhole(json) : value
  if (before === undefined || JSON.stringify(before) !== JSON.stringify(after)) record.set(key, after)
}

/**
 * What the sender would keep and everybody else would read differently, so that the copies differed for good: half of a
 * surrogate pair becomes U+FFFD on the wire (JSON escapes halves and nothing else of that range), and a key `__proto__`
 * becomes the prototype. Both are taken out before they enter the document.
 */
const changesOnTheWire = /\\ud[89a-f]|"__proto__":/

function parseWhole(json: string): unknown {
  return JSON.parse(json, (key, inner: unknown) => {
    if (key === '__proto__') return undefined
    return typeof inner === 'string' ? inner.toWellFormed() : inner
  })
}
