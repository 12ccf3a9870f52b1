// Does a plain edit again on a drafts document that has the server's state. Each call is one transaction, so that the
// server can refuse one without the rest.
import { createDrafts, placeDrafts } from '../../shared/journey/edit/editDrafts.ts'
import { recordOf, type EditTarget } from '../../shared/journey/edit/EditTarget.ts'
import type { BoardEdit } from './boardEdits.ts'
import { replayEdit } from './replayEdit.ts'

/** False if it could not be done soundly; then nothing was changed. */
export function replayDraft(target: EditTarget, edit: BoardEdit): boolean {
  switch (edit.type) {
    case 'createCard': {
      const { id, kind, place, fields } = edit.card
      return createDrafts(target, [{ id, kind, place, fields }]).length === 1
    }
    case 'placeCard':
      placeDrafts(target, [{ id: edit.card.id, place: edit.place }])
      return recordOf(target, 'cards', edit.card.id) !== null
    case 'deleteCard':
    case 'setField':
      return replayEdit(target, edit)
    default:
      // Nothing else is ever in a drafts document.
      return false
  }
}
