// Which entity's details panel is open, one per canvas. A signal beside the editor: bars, keys and headers open it, the
// panel shows it.
import { atom, type Atom } from '@tldraw/state'
import type { Editor } from 'tldraw'
import type { FieldRoot } from '../../../shared/journey/edit/editFields.ts'

export interface DetailsSubject {
  readonly root: FieldRoot
  readonly id: string
  /** Field that takes the focus; the first one without. */
  readonly field?: string
}

// Keyed by editor, not global: two boards on one page (and every test) have their own.
const open = new WeakMap<Editor, Atom<DetailsSubject | null>>()

export function detailsSubject(editor: Editor): Atom<DetailsSubject | null> {
  let subject = open.get(editor)
  if (!subject) open.set(editor, (subject = atom<DetailsSubject | null>('details', null)))
  return subject
}

export function openDetails(editor: Editor, subject: DetailsSubject): void {
  detailsSubject(editor).set(subject)
}

export function closeDetails(editor: Editor): void {
  detailsSubject(editor).set(null)
}
