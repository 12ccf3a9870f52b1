// An older document → the version this code reads. Run by the server when it opens a board, before anybody is let in:
// two clients migrating the same board at once would write everything twice.
import * as Y from 'yjs'
import { migrateToVersion1 } from './migrations/version1.ts'
import { rootNames, SCHEMA_VERSION } from './schema.ts'

export type MigrationResult =
  | { readonly ok: true; readonly from: number; readonly to: number }
  | { readonly ok: false; readonly reason: string }

/** By the version they start from; each brings a document one version on. A new one is one file and one line here. */
const migrations: readonly ((doc: Y.Doc) => void)[] = [migrateToVersion1]

/**
 * The version a document says it has: 0 if it holds something and says nothing (boards before versions were written),
 * the current one if it is empty, null if what it says is no version.
 */
export function schemaVersionOf(doc: Y.Doc): number | null {
  const version = doc.getMap('meta').get('schemaVersion')
  if (version === undefined) return rootNames.every((root) => doc.getMap(root).size === 0) ? SCHEMA_VERSION : 0
  return Number.isInteger(version) && Number(version) >= 0 ? Number(version) : null
}

/**
 * Brings the document to `SCHEMA_VERSION` in one transaction and writes the version; does nothing if it is there.
 * A document that is newer than this code is left alone: who opens it may read but must not write, because fields this
 * code does not know would be lost.
 */
export function migrate(doc: Y.Doc, origin: unknown = 'migration'): MigrationResult {
  const from = schemaVersionOf(doc)
  if (from === null) return { ok: false, reason: 'The board does not say which version it has.' }
  if (from > SCHEMA_VERSION)
    return { ok: false, reason: `The board has version ${from}; this server knows versions up to ${SCHEMA_VERSION}.` }
  doc.transact(() => {
    for (const migration of migrations.slice(from, SCHEMA_VERSION)) migration(doc)
    const meta = doc.getMap('meta')
    if (meta.get('schemaVersion') !== SCHEMA_VERSION) meta.set('schemaVersion', SCHEMA_VERSION)
  }, origin)
  return { ok: true, from, to: SCHEMA_VERSION }
}
