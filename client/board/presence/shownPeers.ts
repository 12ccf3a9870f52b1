// Who is to be seen on the canvas and in which way. Changes when somebody comes, goes, picks something up or begins to
// write; never when they only move: React renders from this, the moving is done by PeerMover.
import type { Participant, Presence } from '../../../shared/protocol/messages.ts'

export interface ShownPeer {
  readonly clientId: number
  readonly person: Participant
  readonly hasCursor: boolean
  /** Entities in their hand. */
  readonly dragged: readonly string[]
}

/** Others with a pointer or something in hand. Without a place in the roster nobody is shown: presence has no names. */
export function shownPeers(
  peers: ReadonlyMap<number, Presence>,
  personOf: (clientId: number) => Participant | null,
  ownId: string,
): ShownPeer[] {
  const shown: ShownPeer[] = []
  for (const [clientId, presence] of peers) {
    const person = personOf(clientId)
    const dragged = (presence.drag ?? []).map((one) => one.id)
    // A card in the hand stands for the pointer; one's own other tab has no pointer here.
    const hasCursor = Boolean(presence.cursor) && dragged.length === 0 && person?.id !== ownId
    if (person && (hasCursor || dragged.length > 0)) shown.push({ clientId, person, hasCursor, dragged })
  }
  return shown
}

export interface Writing {
  /** Entity somebody writes in. */
  readonly id: string
  readonly writers: readonly Participant[]
}

/** Where others write, and who; several people in one card share one frame. */
export function writings(
  peers: ReadonlyMap<number, Presence>,
  personOf: (clientId: number) => Participant | null,
  ownId: string,
): Writing[] {
  const byId = new Map<string, Participant[]>()
  for (const [clientId, { editing }] of peers) {
    const person = editing ? personOf(clientId) : null
    if (!editing || !person || person.id === ownId) continue
    const writers = byId.get(editing.id) ?? []
    if (!writers.includes(person)) byId.set(editing.id, [...writers, person])
  }
  return [...byId].map(([id, writers]) => ({ id, writers }))
}

/** Equal for the screen: the lists above are made anew with every movement. */
export function isSameList<T>(a: readonly T[], b: readonly T[], isSame: (x: T, y: T) => boolean): boolean {
  return a.length === b.length && a.every((one, at) => isSame(one, b[at] as T))
}

export function isSameShown(a: ShownPeer, b: ShownPeer): boolean {
  return (
    a.clientId === b.clientId &&
    a.person === b.person &&
    a.hasCursor === b.hasCursor &&
    isSameList(a.dragged, b.dragged, Object.is)
  )
}

export function isSameWriting(a: Writing, b: Writing): boolean {
  return a.id === b.id && isSameList(a.writers, b.writers, Object.is)
}
