// What an undo of Yjs leaves torn. Where somebody else changed the same value at the same moment, Yjs takes away the
// undone value and, seeing a conflict, does not bring back the one before: two people drag one card at once, the one
// whose drop stands undoes it, and the card has no place at all. The same happens to values that others changed in a
// record at the moment it was deleted, once the deletion is undone. Here such a value becomes what it was before the
// undone step. Looks into Yjs' structs: nothing else knows what a step removed.
// (Found by tests/sync/convergence.fuzz.test.ts.)
import * as Y from 'yjs'

/** Origin of what is written here: no step of the history, and not an edit of the person. */
const MENDED: unknown = Object.freeze({ name: 'mended after undo' })

/** To be called once per history. Writes right after an undo or redo, in a transaction of its own, if something is torn. */
export function mendAfterUndo(manager: Y.UndoManager): void {
  manager.on('stack-item-popped', ({ stackItem }) => {
    const missing = missingValues(manager.doc, stackItem)
    if (missing.length === 0) return
    manager.doc.transact(() => {
      for (const { record, key, value } of missing) record.set(key, value)
    }, MENDED)
  })
}

type StackItem = Y.UndoManager['undoStack'][number]
interface MissingValue {
  readonly record: Y.Map<unknown>
  readonly key: string
  readonly value: unknown
}

function missingValues(doc: Y.Doc, step: StackItem): MissingValue[] {
  const removed = removedItems(doc, step)
  const owners = new Map<unknown, Y.Item>()
  for (const item of removed) if (item.content instanceof Y.ContentType) owners.set(item.content.type, item)
  const missing: MissingValue[] = []
  for (const item of removed) {
    if (item.parentSub === null || !(item.content instanceof Y.ContentAny) || hasNewer(removed, item)) continue
    const record = recordOf(doc, owners, item)
    if (record && !record.has(item.parentSub))
      missing.push({ record, key: item.parentSub, value: item.content.arr.at(-1) })
  }
  return missing
}

/** What the step had removed and the undo should have brought back. */
function removedItems(doc: Y.Doc, { deletions, insertions }: StackItem): ReadonlySet<Y.Item> {
  const removed = new Set<Y.Item>()
  doc.transact((transaction) => {
    Y.iterateDeletedStructs(transaction, deletions, (struct) => {
      if (struct instanceof Y.Item && !Y.isDeleted(insertions, struct.id)) removed.add(struct)
    })
  }, MENDED)
  return removed
}

/** A step of several changes may have removed several values of one key; the newest is the one people last saw. */
function hasNewer(removed: ReadonlySet<Y.Item>, item: Y.Item): boolean {
  for (let later = item.right; later !== null; later = later.right) if (removed.has(later)) return true
  return false
}

/** The record the value belongs in: the one it was in, or what was restored in its place; null if that is gone. */
function recordOf(doc: Y.Doc, owners: ReadonlyMap<unknown, Y.Item>, { parent }: Y.Item): Y.Map<unknown> | null {
  const owner = owners.get(parent)
  if (!owner) return parent instanceof Y.Map ? (parent as Y.Map<unknown>) : null
  const now = restoredAs(doc, owner)
  const type: unknown = now !== owner && now.content instanceof Y.ContentType ? now.content.type : null
  return type instanceof Y.Map ? (type as Y.Map<unknown>) : null
}

/** What stands in the document for a removed item now; it may have been removed and restored many times. */
function restoredAs(doc: Y.Doc, item: Y.Item): Y.Item {
  let now = item
  while (now.redone !== null) {
    const next = Y.getItem(doc.store, now.redone)
    if (!(next instanceof Y.Item)) break
    now = next
  }
  return now
}
