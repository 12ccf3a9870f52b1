// The first state of a new board. Made by the server once; clients never seed.
import * as Y from 'yjs'
import { SCHEMA_VERSION } from '../../shared/journey/schema.ts'
import { applyTemplate } from '../../shared/journey/templates/applyTemplate.ts'
import type { TemplateName } from '../../shared/journey/templates/templates.ts'

/** The whole board as one update. */
export function seedBoard(title: string, template: TemplateName, epoch: string): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => {
    doc.getMap('meta').set('schemaVersion', SCHEMA_VERSION)
    doc.getMap('meta').set('epoch', epoch)
    applyTemplate({ doc, origin: 'seed' }, template, { title })
  })
  return Y.encodeStateAsUpdate(doc)
}
