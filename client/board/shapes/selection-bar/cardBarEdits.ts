// What the bar does to cards; each is one step of undo.
import { type Card, isCellPlace } from '../../../../shared/journey/Board.ts'
import { cardDefinition } from '../../../../shared/journey/cards/cardKinds.ts'
import { setField } from '../../../../shared/journey/edit/editFields.ts'
import type { AnyFieldValue } from '../../../../shared/journey/fields.ts'
import type { CardId } from '../../../../shared/journey/ids.ts'
import { lanesOf } from '../../../../shared/journey/readBoardParts.ts'
import { placeAtEnd } from '../../../../shared/layout/findLanding.ts'
import type { Canvas } from '../../CanvasContext.ts'
import { whoTakesNewCards } from '../../tools/addCards.ts'
import { makeCard } from '../../tools/makeCard.ts'

/** Sets one field of several cards; those whose kind has no such field stay as they are. */
export function setFieldOfAll({ session }: Canvas, ids: readonly CardId[], name: string, value: AnyFieldValue): void {
  session.undo.step(() => {
    // One transaction: one update on the wire, whatever the number of cards.
    session.cards.together(() => {
      for (const id of ids) setField(session.cards.targetOf('cards', id), 'cards', id, name, value)
    })
  })
}

/** Reactive in the rights. Whether "Add pain" has somewhere to put it: the card is in a map with a lane of pains, and neither a note nor what is done about one. */
export function canAddPain({ session }: Canvas, card: Card): boolean {
  if (!isCellPlace(card.place) || ['note', 'opportunity', 'action'].includes(card.kind)) return false
  if (whoTakesNewCards(session, { kind: 'note', fields: { type: 'pain' } }) === null) return false
  return lanesOf(session.model.board, card.place.journeyId).some((lane) => lane.kind === 'pains')
}

/** A pain in the card's stage, ready to be written. Call outside of tldraw's own events. */
export function addPain(canvas: Canvas, card: Card): void {
  const { board } = canvas.binding.view.get()
  if (!isCellPlace(card.place)) return
  const { journeyId, stageId } = card.place
  const lane = lanesOf(board, journeyId).find(({ kind }) => kind === 'pains')
  const department = 'department' in card.fields ? card.fields.department : null
  if (!lane) return
  const fields = department === null ? { type: 'pain' } : { type: 'pain', department }
  makeCard(canvas, { kind: 'note', fields }, placeAtEnd(board, journeyId, stageId, lane.id))
}

export function hasField(card: { readonly kind: Card['kind'] }, name: string): boolean {
  return Object.hasOwn(cardDefinition(card.kind).fields, name)
}

/** Channels that are in use on this board, most used first, then the common ones. */
export function channelChoices({ session }: Canvas, common: readonly string[], most: number): string[] {
  const counts = new Map<string, number>()
  for (const card of session.model.board.cards.values()) {
    const channel = card.kind === 'touchpoint' ? card.fields.channel.trim() : ''
    if (channel !== '') counts.set(channel, (counts.get(channel) ?? 0) + 1)
  }
  const used = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([channel]) => channel)
  return [...new Set([...used.slice(0, most), ...common])].slice(0, most)
}
