// Stored updates → the document they make, brought to the current schema. Never half a board without a word: what
// cannot be applied is counted and reported.
import * as Y from 'yjs'
import { migrate } from '../../shared/journey/migrate.ts'

interface LoadedBoard {
  readonly doc: Y.Doc
  /** The migration's own update, to be stored; null if there was nothing to migrate. */
  readonly migration: Uint8Array | null
  /** Updates that could not be applied, or build on something that is missing. */
  readonly skipped: number
  /** What was stored, if it is the whole document as it is now: a room left in order is one snapshot. Else null. */
  readonly encoded: Uint8Array | null
}

export type BoardResult =
  | { readonly ok: true; readonly board: LoadedBoard }
  | { readonly ok: false; readonly reason: string }

export function loadBoard(updates: readonly Uint8Array[]): BoardResult {
  const { doc, skipped } = applyAll(updates)
  if (doc.store.clients.size === 0) return { ok: false, reason: 'nothing of the board could be read' }
  const before = Y.encodeStateVector(doc)
  const migrated = migrate(doc)
  if (!migrated.ok) return { ok: false, reason: migrated.reason }
  const migration = migrated.from === migrated.to ? null : Y.encodeStateAsUpdate(doc, before)
  const [only = null] = updates
  const isEncoded = updates.length === 1 && skipped === 0 && migration === null
  return { ok: true, board: { doc, migration, skipped, encoded: isEncoded ? only : null } }
}

function applyAll(updates: readonly Uint8Array[]): { doc: Y.Doc; skipped: number } {
  const doc = new Y.Doc()
  let skipped = 0
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update)
    })
  } catch {
    return applyOneByOne(updates)
  }
  const { store } = doc
  if (store.pendingStructs === null && store.pendingDs === null) return { doc, skipped }
  // Something before was damaged: what builds on it waits for ever and would be sent to everybody. It stays in the
  // kept copy of the file; clients that have it hand it back.
  store.pendingStructs = null
  store.pendingDs = null
  skipped++
  return { doc, skipped }
}

function applyOneByOne(updates: readonly Uint8Array[]): { doc: Y.Doc; skipped: number } {
  let doc = new Y.Doc()
  let skipped = 0
  for (const update of updates) {
    const before = Y.encodeStateAsUpdate(doc)
    try {
      Y.applyUpdate(doc, update)
    } catch {
      skipped++
      doc = new Y.Doc()
      Y.applyUpdate(doc, before)
    }
  }
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
  return { doc, skipped }
}
