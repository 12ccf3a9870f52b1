// What a transaction changed, in the words of the board: `cards/<id>` for a record made or deleted, `cards/<id>/title`
// for a field. Counting these gives a number a person understands: a sentence typed into one card is one change.
import * as Y from 'yjs'

export type ChangeLabel = string

export function changeLabels(transaction: Y.Transaction): ReadonlySet<ChangeLabel> {
  const labels = new Set<ChangeLabel>()
  for (const [type, keys] of transaction.changed) {
    const path = pathOf(type as unknown as Y.AbstractType<unknown>)
    if (!path) continue
    const [root, id, field] = path
    if (id === undefined) for (const key of keys) labels.add(`${root}/${key ?? ''}`)
    else if (field !== undefined) labels.add(`${root}/${id}/${field}`)
    else for (const key of keys) labels.add(`${root}/${id}/${key ?? ''}`)
  }
  return labels
}

/** Root name first, then keys. Null when the type was deleted with its record in the same transaction. */
function pathOf(
  type: Y.AbstractType<unknown>,
): readonly [root: string, id: string | undefined, field: string | undefined] | null {
  const path: string[] = []
  let at = type
  for (;;) {
    // Yjs offers no other way up from a type.
    // oxlint-disable-next-line no-underscore-dangle
    const item = at._item
    if (!item) break
    const { parent, parentSub } = item
    if (!(parent instanceof Y.AbstractType)) return null
    path.unshift(parentSub ?? '')
    at = parent
  }
  return at.doc ? [Y.findRootTypeKey(at), path[0], path[1]] : null
}

/** How many changes a person would count: fields of a record that was itself made or deleted do not count extra. */
export function countChanges(labels: ReadonlySet<ChangeLabel>): number {
  let count = 0
  for (const label of labels) {
    const [root, id, field] = label.split('/')
    if (field === undefined || !labels.has(`${root}/${id}`)) count++
  }
  return count
}

/** Id of the record a label is about. */
export function recordIdOf(label: ChangeLabel): string {
  return label.split('/')[1] ?? ''
}
