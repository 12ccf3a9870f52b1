// What the cards of revealed notes say about where they come from. Pure but for the signals it reads.
import { isUninitialized, type UNINITIALIZED } from '@tldraw/state'
import type { RoomState } from '../../connection/RoomState.ts'
import type { Origins } from '../../../shared/workshop/workshopActivity.ts'
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
  for (const [cardId, origin] of Object.entries(origins.get())) {
    const meta = metaOf(origin, people)
    const old = known.get(cardId)
    const keeps = old !== undefined && old.by === meta.by && old.late === meta.late && old.fromFile === meta.fromFile
    isSame &&= keeps
    now.set(cardId, keeps ? old : meta)
  }
  return isSame && now.size === known.size ? known : now
}

function metaOf({ by, late, name }: Origins[string], people: ReadonlyMap<string, { readonly name: string }>): CardMeta {
  if (by === null && name !== undefined) return { by: name, fromFile: true }
  const author = by === null ? undefined : people.get(by)?.name
  return { ...(author === undefined ? {} : { by: author }), ...(late ? { late: true } : {}) }
}
