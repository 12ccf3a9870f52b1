// A drafts document from its stored updates. One that cannot be read gives what it can: it holds one person's hidden
// notes, and its fault must not keep the whole workshop closed.
import * as Y from 'yjs'

export function loadDraftDocument(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) {
    try {
      Y.applyUpdate(doc, update)
    } catch {
      // What builds on it stays pending and is dropped below.
    }
  }
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
  return doc
}
