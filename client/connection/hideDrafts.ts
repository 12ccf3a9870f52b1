// Presence goes to everybody: where somebody writes privately must not be in it. Pure.
import type { Presence } from '../../shared/protocol/messages.ts'

/** The same presence without a word about the cards for which `isHidden` holds. */
export function hideDrafts(part: Partial<Presence>, isHidden: (id: string) => boolean): Partial<Presence> {
  const { drag, editing, selection } = part
  return {
    ...part,
    ...(drag ? { drag: drag.filter(({ id }) => !isHidden(id)) } : {}),
    ...(editing && isHidden(editing.id) ? { editing: null } : {}),
    ...(selection ? { selection: selection.filter((id) => !isHidden(id)) } : {}),
  }
}
