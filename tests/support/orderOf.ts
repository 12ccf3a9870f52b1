// A workshop in memory as the program that makes files gets it.
import * as Y from 'yjs'
import { grantedPictures } from '../../server/export/pictureWish.ts'
import type { ExportOrder } from '../../server/export/ExportOrder.ts'
import type { ExportInput } from '../../shared/export/formats.ts'

export function orderOf(doc: Y.Doc, input: ExportInput): Omit<ExportOrder, 'job'> {
  const { board: _board, drawings: _drawings, pictures = [], ...facts } = input
  const byHash = new Map(pictures.map((picture) => [picture.sha256, picture]))
  return {
    ...facts,
    board: [Y.encodeStateAsUpdate(doc)],
    loadPictures(wish) {
      const hashes = grantedPictures(wish, (hash) => byHash.get(hash)?.bytes.length ?? null)
      return Promise.resolve(hashes.flatMap((hash) => byHash.get(hash) ?? []))
    },
  }
}
