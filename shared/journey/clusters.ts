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

/** The card a key of a cluster's record is about; null if the key is none of a member. */
export function memberOf(key: string): string | null {
  return key.startsWith(MEMBER_PREFIX) ? key.slice(MEMBER_PREFIX.length) : null
}

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
 * Card → the group it shows in. Two people may have put one card into two groups at once: the group with the first id
 * has it. Merged parts show in none, and a group of which fewer than two cards are left to show is none.
 */
export function readGroups(
  clusters: Iterable<Cluster>,
  isShown: (cardId: CardId) => boolean,
): ReadonlyMap<CardId, ClusterId> {
  const groupOf = new Map<CardId, ClusterId>()
  for (const { id, kind, cardIds } of [...clusters].toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (kind !== 'group') continue
    const members = cardIds.filter((cardId) => isShown(cardId) && !groupOf.has(cardId))
    if (members.length < 2) continue
    for (const cardId of members) groupOf.set(cardId, id)
  }
  return groupOf
}

/** Note that shows → what it stands for beside itself, sorted. */
export function readParts(mergedInto: ReadonlyMap<CardId, CardId>): ReadonlyMap<CardId, readonly CardId[]> {
  const parts = new Map<CardId, CardId[]>()
  for (const [part, into] of mergedInto) parts.set(into, [...(parts.get(into) ?? []), part])
  return new Map([...parts].map(([into, cardIds]) => [into, cardIds.toSorted()]))
}

/**
 * Part → the note it shows as. Two people may have merged at once: clusters count in the order of their ids, the first
 * word about a card stands, and a merge that would make a circle is left out. Parts of a note that is gone are
 * themselves again. `isPart`: which parts count, those that exist if left out.
 */
export function readMerges(
  clusters: Iterable<Cluster>,
  exists: (cardId: CardId) => boolean,
  isPart: (cardId: CardId) => boolean = exists,
): ReadonlyMap<CardId, CardId> {
  const merged = new Map<CardId, CardId>()
  const end = (cardId: CardId): CardId => {
    let last = cardId
    for (let next = merged.get(last); next !== undefined; next = merged.get(last)) last = next
    return last
  }
  for (const { into, cardIds } of [...clusters].toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (into === null || !exists(into)) continue
    for (const part of cardIds) if (isPart(part) && !merged.has(part) && end(into) !== part) merged.set(part, into)
  }
  // A note merged into one that was merged later shows as the last of them.
  for (const part of merged.keys()) merged.set(part, end(part))
  return merged
}
