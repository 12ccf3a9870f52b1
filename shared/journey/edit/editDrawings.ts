// Free drawings: tldraw's own records (draw, arrow, geo, text, image, bindings, pages, assets), one key per field,
// so that two people changing different things of one shape both keep theirs. This file knows only that a record is
// JSON with an id; what it means is the canvas binding's business.
import * as Y from 'yjs'
import { type EditTarget, recordOf, setValue, transact } from './EditTarget.ts'

export interface DrawingRecord {
  readonly id: string
  readonly [key: string]: unknown
}

/** Keys of a record whose content is spread one level deep: `props.color` is a field of its own. */
const spreadKeys = ['props', 'meta'] as const
/** Values that belong together are one value: x and y written apart would never merge their tombstones (measured: 374 times the size). */
const pairs: Readonly<Record<string, readonly string[]>> = {
  xy: ['x', 'y'],
  pi: ['parentId', 'index'],
  'props.wh': ['props.w', 'props.h'],
}

/** A tldraw record as flat fields of the document. */
function flattenDrawing(record: DrawingRecord): Map<string, unknown> {
  const flat = new Map<string, unknown>()
  for (const [key, value] of Object.entries(record)) {
    if (key === 'id' || value === undefined) continue
    const isSpread = (spreadKeys as readonly string[]).includes(key) && typeof value === 'object' && value !== null
    if (!isSpread) flat.set(key, value)
    else
      for (const [inner, innerValue] of Object.entries(value))
        if (innerValue !== undefined) flat.set(`${key}.${inner}`, innerValue)
  }
  for (const [pair, keys] of Object.entries(pairs)) {
    if (!keys.every((key) => flat.has(key))) continue
    flat.set(
      pair,
      keys.map((key) => flat.get(key)),
    )
    for (const key of keys) flat.delete(key)
  }
  return flat
}

/** Back to tldraw's shape; null if the record is gone or is none. The caller validates it with tldraw's schema. */
export function readDrawing(doc: Y.Doc, id: string): DrawingRecord | null {
  const record = doc.getMap('drawings').get(id)
  if (!(record instanceof Y.Map)) return null
  const flat = new Map<string, unknown>(record.entries())
  for (const [pair, keys] of Object.entries(pairs)) {
    const values = flat.get(pair)
    if (!Array.isArray(values)) continue
    flat.delete(pair)
    keys.forEach((key, at) => flat.set(key, values[at]))
  }
  const result: Record<string, unknown> = { id }
  const inner: Record<string, Record<string, unknown>> = { props: {}, meta: {} }
  for (const [key, value] of flat) {
    // A modified client may write any key; this one would change the object's prototype instead of becoming a field.
    if (key.endsWith('__proto__')) continue
    const dot = key.indexOf('.')
    const spread = dot > 0 ? inner[key.slice(0, dot)] : undefined
    if (spread) spread[key.slice(dot + 1)] = value
    else result[key] = value
  }
  // Pages have no props; every other kind of record has, if only an empty object.
  const props = result['typeName'] === 'page' ? {} : { props: inner['props'] }
  return { ...result, id, ...props, meta: inner['meta'] }
}

/** All records, sorted by id. */
export function readDrawings(doc: Y.Doc): DrawingRecord[] {
  return [...doc.getMap('drawings').keys()].toSorted().flatMap((id) => readDrawing(doc, id) ?? [])
}

/** Writes records; only fields that differ from what the document holds are touched. A field that is gone is deleted. */
export function putDrawings(target: EditTarget, records: readonly DrawingRecord[]): void {
  transact(target, () => {
    for (const drawing of records) {
      const flat = flattenDrawing(drawing)
      let record = recordOf(target, 'drawings', drawing.id)
      if (!record) {
        record = new Y.Map<unknown>()
        target.doc.getMap('drawings').set(drawing.id, record)
      }
      for (const key of record.keys()) if (!flat.has(key)) record.delete(key)
      for (const [key, value] of flat) setValue(record, key, value)
    }
  })
}

/**
 * Writes what changed between two versions of a record and nothing else: what somebody else changed meanwhile in
 * another field stays theirs.
 */
export function changeDrawing(target: EditTarget, before: DrawingRecord, after: DrawingRecord): void {
  const record = recordOf(target, 'drawings', after.id)
  if (!record) return
  const old = flattenDrawing(before)
  const now = flattenDrawing(after)
  transact(target, () => {
    for (const key of old.keys()) if (!now.has(key)) record.delete(key)
    for (const [key, value] of now) {
      if (JSON.stringify(old.get(key)) !== JSON.stringify(value)) setValue(record, key, value)
    }
  })
}

export function removeDrawings(target: EditTarget, ids: readonly string[]): void {
  transact(target, () => {
    const drawings = target.doc.getMap('drawings')
    for (const id of ids) if (drawings.has(id)) drawings.delete(id)
  })
}
