// Whether the sorting panel is open, and which notes are about to be merged. One per canvas.
import { atom, type Atom } from '@tldraw/state'
import type { Editor } from 'tldraw'
import type { CardId } from '../../../shared/journey/ids.ts'
import { closeDetails } from '../card-details/openDetails.ts'

export interface SortingState {
  readonly isOpen: Atom<boolean>
  /** Notes for which the wording that stays is being chosen. */
  readonly merging: Atom<readonly CardId[] | null>
}

// Keyed by editor, not global: two boards on one page (and every test) have their own.
const states = new WeakMap<Editor, SortingState>()

export function sortingState(editor: Editor): SortingState {
  let state = states.get(editor)
  if (!state) {
    state = { isOpen: atom('sorting is open', false), merging: atom<readonly CardId[] | null>('notes to merge', null) }
    states.set(editor, state)
  }
  return state
}

/** It lies where the details lie: those are closed. */
export function toggleSorting(editor: Editor): void {
  const { isOpen } = sortingState(editor)
  if (!isOpen.get()) closeDetails(editor)
  isOpen.set(!isOpen.get())
}
