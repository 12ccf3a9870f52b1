import {
  addToGroup,
  groupCards,
  mergeCards,
  removeFromGroups,
  renameGroup,
  takeOutParts,
  ungroup,
} from '../../../shared/journey/edit/editClusters.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import { type Actor, anyWords, type Operation } from './Operation.ts'

/** Notes, so that merges find their like; anything may be grouped. */
function someCards({ board, random }: Actor, onlyNotes: boolean): CardId[] {
  return [...board.cards.values()]
    .filter(({ kind }) => (!onlyNotes || kind === 'note') && random.chance(0.5))
    .slice(0, 3)
    .map(({ id }) => id)
}

const groups: Operation = (actor) => {
  const cardIds = someCards(actor, false)
  const id = actor.newId<never>()
  return groupCards(actor.peer.target, { id, name: anyWords(actor.random), cardIds })
    ? `groups ${cardIds.join(' ')} as ${id as string}`
    : null
}

const merges: Operation = (actor) => {
  const [into, ...parts] = someCards(actor, true)
  const id = actor.newId<never>()
  return into !== undefined && mergeCards(actor.peer.target, { id, into, parts })
    ? `merges ${parts.join(' ')} into ${into}`
    : null
}

const adds: Operation = (actor) => {
  const cluster = actor.random.pick([...actor.board.clusters.values()])
  const cardIds = someCards(actor, false)
  return cluster && addToGroup(actor.peer.target, cluster.id, cardIds)
    ? `adds ${cardIds.join(' ')} to ${cluster.id}`
    : null
}

const leaves: Operation = (actor) => {
  const cardIds = someCards(actor, false)
  if (actor.random.chance(0.5)) removeFromGroups(actor.peer.target, cardIds)
  else takeOutParts(actor.peer.target, cardIds)
  return `takes ${cardIds.join(' ')} out`
}

const changes: Operation = ({ board, random, peer }) => {
  const cluster = random.pick([...board.clusters.values()])
  if (!cluster) return null
  if (random.chance(0.5)) return ungroup(peer.target, cluster.id) ? `ungroups ${cluster.id}` : null
  return renameGroup(peer.target, cluster.id, anyWords(random)) ? `renames ${cluster.id}` : null
}

export const clusterOperations: readonly Operation[] = [groups, groups, merges, merges, adds, leaves, changes]
