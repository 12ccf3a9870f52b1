// Clusters: notes put together. A group has a name and members that stay where they are. A merge shows one note in the
// place of several that say the same; its parts stay in the document as they were, authors included, and come back when
// the merge is taken apart. Members are one key each, so that two people adding notes at once both succeed.
import * as Y from 'yjs'
import { type CardId, isId } from './ids.ts'
import type { ReadResult } from './readRecords.ts'

declare const brand: unique symbol
export type ClusterId = string & { readonly [brand]: 'cluster' }

export interface Cluster {
  readonly id: ClusterId
  readonly kind: 'group' | 'merge'
  /** As typed; empty for merges. */
  readonly name: string
  /** The note that shows, of a merge. */
  readonly into: CardId | null
  /** Members of a group, parts of a merge (without `into`); sorted. */
  readonly cardIds: readonly CardId[]
}

export const MAX_CLUSTER_NAME_LENGTH = 80
/** Key of a member in the cluster's record. */
export const memberKey = (cardId: string): string => `card.${cardId}`
const MEMBER_PREFIX = 'card.'

export function readCluster(clusterId: string, record: unknown): ReadResult<Cluster> {
  if (!isId(clusterId) || !(record instanceof Y.Map)) return { ok: false, reason: 'is not a cluster' }
  const kind: unknown = record.get('kind')
  if (kind !== 'group' && kind !== 'merge') return { ok: false, reason: 'kind is unknown' }
  const name: unknown = record.get('name')
  const into: unknown = record.get('into')
  if (kind === 'merge' && !isId(into)) return { ok: false, reason: 'into is not a card' }
  const cardIds = [...record.keys()]
    .filter((key) => key.startsWith(MEMBER_PREFIX) && record.get(key) === true)
    .map((key) => key.slice(MEMBER_PREFIX.length))
    .filter((id) => isId(id) && id !== into)
    .toSorted()
  return {
    ok: true,
    value: {
      id: clusterId as ClusterId,
      kind,
      name: typeof name === 'string' ? name.slice(0, MAX_CLUSTER_NAME_LENGTH) : '',
      into: kind === 'merge' ? (into as CardId) : null,
      cardIds: cardIds as CardId[],
    },
  }
}

/**
 * Part → the note it shows as. Two people may have merged at once: clusters count in the order of their ids, the first
 * word about a card stands, and a merge that would make a circle is left out. Parts of a note that is gone are
 * themselves again.
 */
export function readMerges(
  clusters: Iterable<Cluster>,
  exists: (cardId: CardId) => boolean,
): ReadonlyMap<CardId, CardId> {
  const merged = new Map<CardId, CardId>()
  const end = (cardId: CardId): CardId => {
    let last = cardId
    for (let next = merged.get(last); next !== undefined; next = merged.get(last)) last = next
    return last
  }
  for (const { into, cardIds } of [...clusters].toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (into === null || !exists(into)) continue
    for (const part of cardIds) if (!merged.has(part) && end(into) !== part) merged.set(part, into)
  }
  // A note merged into one that was merged later shows as the last of them.
  for (const part of merged.keys()) merged.set(part, end(part))
  return merged
}
