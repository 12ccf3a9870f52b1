// Which records of the board a step of the history would change if it were undone. Looks into Yjs' structs: a step is
// nothing but ranges of them.
/* oxlint-disable no-underscore-dangle -- Yjs' names for what it exports to tools like this one */
import * as Y from 'yjs'

type DeleteSet = Parameters<typeof Y.isDeleted>[0]

export interface TouchedRecord {
  readonly root: string
  readonly id: string
  /** Undoing brings the whole record back: its values as they were. Null: it is there. */
  readonly returning: Readonly<Record<string, unknown>> | null
}

/** Each record once. `insertions` would be taken away, `deletions` brought back. */
export function recordsOfStep(
  doc: Y.Doc,
  step: { readonly insertions: DeleteSet; readonly deletions: DeleteSet },
): TouchedRecord[] {
  const found = new Map<string, TouchedRecord>()
  for (const item of [...itemsOf(doc, step.insertions), ...itemsOf(doc, step.deletions)]) {
    const path = pathOf(item)
    if (!path) continue
    const [root, id] = path
    const records = doc.getMap(root)
    const returning = records.has(id) ? null : valuesOf(records._map.get(id))
    found.set(`${root}/${id}`, { root, id, returning })
  }
  return [...found.values()]
}

function* itemsOf(doc: Y.Doc, ranges: DeleteSet): Iterable<Y.Item> {
  for (const [client, list] of ranges.clients) {
    const structs = doc.store.clients.get(client)
    if (!structs) continue
    for (const { clock, len } of list) {
      const end = Math.min(clock + len, Y.getState(doc.store, client))
      if (clock >= end) continue
      for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
        const struct = structs[at]
        if (!struct || struct.id.clock >= end) break
        if (struct instanceof Y.Item) yield struct
      }
    }
  }
}

/** Root and record; null where what it lay in is gone for good. */
function pathOf(item: Y.Item): readonly [root: string, id: string] | null {
  let at = item
  for (;;) {
    const { parent } = at
    if (!(parent instanceof Y.AbstractType)) return null
    if (!parent._item) return at.parentSub === null ? null : [Y.findRootTypeKey(parent), at.parentSub]
    at = parent._item
  }
}

/** Plain values of a deleted record; its texts are left out. */
function valuesOf(item: Y.Item | undefined): Readonly<Record<string, unknown>> {
  const content = item?.content
  if (!(content instanceof Y.ContentType)) return {}
  const entries = [...content.type._map].map(([key, { content: inner }]): [string, unknown] => [
    key,
    inner instanceof Y.ContentAny ? inner.arr.at(-1) : undefined,
  ])
  return Object.fromEntries(entries)
}
