// What the cards of revealed notes say about where they come from. Pure but for the signals it reads.
import { isUninitialized, type UNINITIALIZED } from '@tldraw/state'
import type { RoomState } from '../../connection/RoomState.ts'
import type { CardMeta } from '../shapes/journeyShapes.ts'

type OriginsByCard = ReadonlyMap<string, CardMeta>

/** By card id. What says the same as before is the same object, and the same map if all of it does. */
export function readOrigins(
  { origins, roster }: Pick<RoomState, 'origins' | 'roster'>,
  before: OriginsByCard | UNINITIALIZED,
): OriginsByCard {
  const people = roster.get()
  const known: OriginsByCard = isUninitialized(before) ? new Map() : before
  const now = new Map<string, CardMeta>()
  let isSame = true
  for (const [cardId, { by, late, name: ofFile }] of Object.entries(origins.get())) {
    const name = by === null ? ofFile : people.get(by)?.name
    const old = known.get(cardId)
    const keeps = old !== undefined && old.by === name && (old.late === true) === late
    isSame &&= keeps
    now.set(cardId, keeps ? old : { ...(name === undefined ? {} : { by: name }), ...(late ? { late: true } : {}) })
  }
  return isSame && now.size === known.size ? known : now
}
