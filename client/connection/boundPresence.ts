// Presence within the server's bounds: numbers rounded to what a screen can show, long lists cut. What is cut is only
// seen less of for a moment; a state above the bounds would not be passed on at all. Pure.
import { PRESENCE_MAX_BYTES } from '../../shared/protocol/limits.ts'
import type { Presence } from '../../shared/protocol/messages.ts'

/** Others see the first of a large selection and of a large drag; the rest arrives with the drop. */
const MAX_SELECTED = 20
const MAX_DRAGGED = 40
/** A bound on characters: ids and numbers are ASCII, one byte each. */
const MAX_CHARACTERS = PRESENCE_MAX_BYTES - 256

export function boundPresence(presence: Presence): Presence {
  const { cursor, drag, editing, selection, view, reaction, laser } = presence
  const bounded: Presence = {
    ...(cursor ? { cursor: { x: tenths(cursor.x), y: tenths(cursor.y) } } : {}),
    ...(drag && drag.length > 0
      ? { drag: drag.slice(0, MAX_DRAGGED).map(({ id, x, y }) => ({ id, x: tenths(x), y: tenths(y) })) }
      : {}),
    ...(editing ? { editing } : {}),
    ...(reaction ? { reaction } : {}),
    ...(laser === true ? { laser } : {}),
    ...(selection && selection.length > 0 ? { selection: selection.slice(0, MAX_SELECTED) } : {}),
    ...(view ? { view: { x: tenths(view.x), y: tenths(view.y), w: tenths(view.w), h: tenths(view.h) } } : {}),
  }
  if (JSON.stringify(bounded).length <= MAX_CHARACTERS) return bounded
  const { selection: _selection, drag: _drag, ...small } = bounded
  return small
}

function tenths(pixels: number): number {
  return Math.round(pixels * 10) / 10
}
