// Clusters: group, ungroup, merge and take apart. Cards themselves are never touched.
import * as Y from 'yjs'
import {
  type Cluster,
  type ClusterId,
  MAX_CLUSTER_NAME_LENGTH,
  memberKey,
  readCluster,
  readMerges,
} from '../clusters.ts'
import { type CardId, isId } from '../ids.ts'
import { type EditTarget, recordOf, setValue, transact } from './EditTarget.ts'

export interface NewGroup {
  readonly id: ClusterId
  readonly name?: string
  readonly cardIds: readonly CardId[]
}

/** Puts cards into a new group, out of those they were in. False, and nothing changed, without at least two cards. */
export function groupCards(target: EditTarget, { id, name = '', cardIds }: NewGroup): boolean {
  const members = existing(target, cardIds)
  if (!isId(id) || recordOf(target, 'clusters', id) || members.length < 2) return false
  transact(target, () => {
    leaveGroups(target, members)
    const record = makeRecord(target, id, 'group')
    record.set('name', cleanName(name))
    for (const cardId of members) record.set(memberKey(cardId), true)
  })
  return true
}

/** Adds cards to a group, out of those they were in. False if there is no such group. */
export function addToGroup(target: EditTarget, groupId: ClusterId, cardIds: readonly CardId[]): boolean {
  const record = recordOf(target, 'clusters', groupId)
  const members = existing(target, cardIds).filter((cardId) => record?.get(memberKey(cardId)) !== true)
  if (record?.get('kind') !== 'group' || members.length === 0) return false
  transact(target, () => {
    leaveGroups(target, members)
    for (const cardId of members) setValue(record, memberKey(cardId), true)
  })
  return true
}

/** Takes cards out of their groups; a group of which fewer than two are left is gone. */
export function removeFromGroups(target: EditTarget, cardIds: readonly CardId[]): void {
  transact(target, () => leaveGroups(target, cardIds))
}

export function renameGroup(target: EditTarget, groupId: ClusterId, name: string): boolean {
  const record = recordOf(target, 'clusters', groupId)
  if (record?.get('kind') !== 'group') return false
  transact(target, () => setValue(record, 'name', cleanName(name)))
  return true
}

/** Takes a group or a merge apart: its cards are again what they were. False if there is no such cluster. */
export function ungroup(target: EditTarget, clusterId: ClusterId): boolean {
  if (!recordOf(target, 'clusters', clusterId)) return false
  transact(target, () => target.doc.getMap('clusters').delete(clusterId))
  return true
}

export interface NewMerge {
  readonly id: ClusterId
  /** The note that goes on showing. */
  readonly into: CardId
  readonly parts: readonly CardId[]
}

/**
 * Shows one note in the place of several of its kind. If `into` shows a merge already, the parts join that one. False,
 * and nothing changed, if nothing is left to merge: other kinds, cards that are gone, parts that are merged already.
 */
export function mergeCards(target: EditTarget, { id, into, parts }: NewMerge): boolean {
  const clusters = readClusters(target)
  const merges = readMerges(clusters, (cardId) => recordOf(target, 'cards', cardId) !== null)
  const kind: unknown = recordOf(target, 'cards', into)?.get('kind')
  const fitting = existing(target, parts).filter(
    (part) => part !== into && !merges.has(part) && recordOf(target, 'cards', part)?.get('kind') === kind,
  )
  if (kind === undefined || merges.has(into) || fitting.length === 0) return false
  const current = clusters.find((cluster) => cluster.into === into)
  if (!current && (!isId(id) || recordOf(target, 'clusters', id))) return false
  transact(target, () => {
    leaveGroups(target, fitting)
    const record = current ? recordOf(target, 'clusters', current.id) : makeRecord(target, id, 'merge')
    if (!current) record?.set('into', into)
    for (const part of fitting) if (record) setValue(record, memberKey(part), true)
  })
  return true
}

/** Takes single parts out of the merges they are in; a merge without parts is gone. */
export function takeOutParts(target: EditTarget, cardIds: readonly CardId[]): void {
  transact(target, () => dropMembers(target, cardIds, 'merge', 1))
}

function leaveGroups(target: EditTarget, cardIds: readonly CardId[]): void {
  dropMembers(target, cardIds, 'group', 2)
}

function dropMembers(target: EditTarget, cardIds: readonly CardId[], kind: Cluster['kind'], atLeast: number): void {
  const leaving = new Set(cardIds)
  for (const cluster of readClusters(target)) {
    const members = cluster.cardIds.filter((cardId) => leaving.has(cardId))
    if (cluster.kind !== kind || members.length === 0) continue
    if (cluster.cardIds.length - members.length < atLeast) target.doc.getMap('clusters').delete(cluster.id)
    else for (const cardId of members) recordOf(target, 'clusters', cluster.id)?.delete(memberKey(cardId))
  }
}

function readClusters(target: EditTarget): Cluster[] {
  return [...target.doc.getMap('clusters').entries()].flatMap(([id, record]) => {
    const cluster = readCluster(id, record)
    return cluster.ok ? [cluster.value] : []
  })
}

function makeRecord(target: EditTarget, id: ClusterId, kind: Cluster['kind']): Y.Map<unknown> {
  const record = new Y.Map<unknown>()
  target.doc.getMap('clusters').set(id, record)
  record.set('kind', kind)
  return record
}

function existing(target: EditTarget, cardIds: readonly CardId[]): CardId[] {
  return [...new Set(cardIds)].filter((cardId) => recordOf(target, 'cards', cardId) !== null)
}

function cleanName(name: string): string {
  return name.trim().slice(0, MAX_CLUSTER_NAME_LENGTH).toWellFormed()
}
