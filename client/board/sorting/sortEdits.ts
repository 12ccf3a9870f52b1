// What sorting does to the board; each is one step of undo. Who may is asked here once more: a button may be pressed at
// the moment when the phase changes.
import type { Board, Card } from '../../../shared/journey/Board.ts'
import { isCellPlace } from '../../../shared/journey/Board.ts'
import type { ClusterId } from '../../../shared/journey/clusters.ts'
import {
  addToGroup,
  groupCards,
  mergeCards,
  removeFromGroups,
  renameGroup,
  takeOutParts,
  ungroup,
} from '../../../shared/journey/edit/editClusters.ts'
import { type CardId, newId } from '../../../shared/journey/ids.ts'
import type { BoardSession } from '../BoardSession.ts'

type Sorting = Pick<BoardSession, 'rules' | 'cards' | 'edit' | 'undo'>

/** Cards of these that this person may sort now: in a cell, on the board (drafts are not), not locked for them. Reactive. */
export function sortable({ rules, cards }: Sorting, board: Pick<Board, 'cards'>, ids: readonly CardId[]): Card[] {
  if (!rules.mayEditOthers) return []
  return ids.flatMap((id) => {
    const card = board.cards.get(id)
    return card && isCellPlace(card.place) && !cards.isDraft(id) && !rules.isHeld(id) ? [card] : []
  })
}

/** Whether several cards are notes of one type: only those can say the same. */
export function areAlike(cards: readonly Card[]): boolean {
  const [first] = cards
  return (
    cards.length > 1 &&
    first?.kind === 'note' &&
    cards.every((card) => card.kind === 'note' && card.fields.type === first.fields.type)
  )
}

/** Returns the new group, still without a name; null if there are fewer than two cards left to group. */
export function groupTogether({ rules, edit, undo }: Sorting, cardIds: readonly CardId[]): ClusterId | null {
  if (!rules.mayEditOthers) return null
  const id = newId<ClusterId>()
  return undo.step(() => groupCards(edit, { id, cardIds })) ? id : null
}

export function joinGroup({ rules, edit, undo }: Sorting, groupId: ClusterId, cardIds: readonly CardId[]): boolean {
  return rules.mayEditOthers && undo.step(() => addToGroup(edit, groupId, cardIds))
}

export function leaveGroup({ rules, edit, undo }: Sorting, cardIds: readonly CardId[]): void {
  if (rules.mayEditOthers) undo.step(() => removeFromGroups(edit, cardIds))
}

export function nameGroup({ rules, edit, undo }: Sorting, groupId: ClusterId, name: string): void {
  if (rules.mayEditOthers) undo.step(() => renameGroup(edit, groupId, name))
}

export function dissolve({ rules, edit, undo }: Sorting, groupId: ClusterId): void {
  if (rules.mayEditOthers) undo.step(() => ungroup(edit, groupId))
}

/** `into`: the note that goes on showing. False if nothing was left to merge. */
export function mergeNotes({ rules, edit, undo }: Sorting, into: CardId, cardIds: readonly CardId[]): boolean {
  if (!rules.mayEditOthers) return false
  const parts = cardIds.filter((id) => id !== into)
  return undo.step(() => mergeCards(edit, { id: newId<ClusterId>(), into, parts }))
}

export function takeOut({ rules, edit, undo }: Sorting, parts: readonly CardId[]): void {
  if (rules.mayEditOthers) undo.step(() => takeOutParts(edit, parts))
}
