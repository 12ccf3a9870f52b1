// Which candidates of a round have become part of another note since. Read from the document's clusters alone: the
// server asks for every result it hands out, browsers to see whether the result they have is still the newest.
import type * as Y from 'yjs'
import { readCluster, readMerges } from '../journey/clusters.ts'
import type { CardId } from '../journey/ids.ts'
import type { LaterMerge } from './results.ts'

/** In the order of the candidates. */
export function mergesAmong(board: Y.Doc, candidateIds: readonly string[]): LaterMerge[] {
  const clusters = [...board.getMap('clusters').entries()].flatMap(([id, record]) => {
    const cluster = readCluster(id, record)
    return cluster.ok ? [cluster.value] : []
  })
  if (clusters.length === 0) return []
  const cards = board.getMap('cards')
  // Dots on a part count with its note, even if somebody has deleted the part since.
  const merged = readMerges(
    clusters,
    (cardId) => cards.has(cardId),
    () => true,
  )
  const parts = Map.groupBy(
    candidateIds.filter((id) => merged.has(id as CardId)),
    (id) => merged.get(id as CardId) ?? id,
  )
  return [...parts].map(([into, ids]) => ({ into, parts: ids }))
}
