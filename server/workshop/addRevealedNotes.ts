// Hidden notes → cards on the board, behind what lies in their cells, saying of their authors what the phase promised.
import { type Card, cellKey, isCellPlace, type Place } from '../../shared/journey/Board.ts'
import { readBoard } from '../../shared/journey/BoardModel.ts'
import { restoreCards } from '../../shared/journey/edit/editCards.ts'
import type { EditTarget } from '../../shared/journey/edit/EditTarget.ts'
import { type CardId, newId } from '../../shared/journey/ids.ts'
import { orderBetween } from '../../shared/journey/order.ts'
import type { RevealMode } from '../../shared/workshop/agenda.ts'
import type { Workshop } from './Workshop.ts'

export interface NoteToReveal {
  readonly author: string
  readonly draftId: string
  readonly card: Card
  readonly phaseId: string
  readonly mode: RevealMode
  readonly isLate: boolean
}

/** In the order given; ids are drawn anew, so that none leads back to a draft. */
export function addRevealedNotes(
  target: EditTarget,
  workshop: Workshop,
  notes: readonly NoteToReveal[],
): { readonly note: NoteToReveal; readonly cardId: string }[] {
  const board = readBoard(target.doc)
  const lastOrders = new Map<string, string>()
  const placeAtEnd = (place: Place): Place => {
    if (!isCellPlace(place)) return place
    const key = cellKey(place.stageId, place.laneId)
    const lastPlace = board.cells.get(key)?.at(-1)?.place
    const before = lastOrders.get(key) ?? (lastPlace && isCellPlace(lastPlace) ? lastPlace.order : null)
    const order = orderBetween(before, null)
    lastOrders.set(key, order)
    return { ...place, order }
  }
  return notes.flatMap((note) => {
    const { card, author, mode } = note
    const id = newId<CardId>()
    const fields = {
      ...card.fields,
      ...(card.kind === 'note' ? { department: departmentOf(workshop, author, mode) } : {}),
    }
    const made = restoreCards(target, [{ id, kind: card.kind, place: placeAtEnd(card.place), fields }])
    return made.length === 0 ? [] : [{ note, cardId: id }]
  })
}

function departmentOf(workshop: Workshop, author: string, mode: RevealMode): string {
  return mode === 'anonymous' ? '' : (workshop.participant(author)?.department ?? '')
}
