import type * as Y from 'yjs'

/** What people drew; what a drawing is made of (bindings, assets) is not counted. */
export function countDrawings(doc: Y.Doc): number {
  return [...doc.getMap('drawings').keys()].filter((id) => id.startsWith('shape:')).length
}
