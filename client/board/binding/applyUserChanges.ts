// A person's changes to the canvas → named edits of the document, all in one transaction.
import type { TLBinding, TLRecord } from 'tldraw'
import type { Place } from '../../../shared/journey/Board.ts'
import {
  changeDrawing,
  type DrawingRecord,
  putDrawings,
  removeDrawings,
} from '../../../shared/journey/edit/editDrawings.ts'
import { moveJourney, reorder } from '../../../shared/journey/edit/editStructure.ts'
import { type EditTarget, transact } from '../../../shared/journey/edit/EditTarget.ts'
import { type CardId, type JourneyId, newId } from '../../../shared/journey/ids.ts'
import type { CardEdits } from '../drafts/CardEdits.ts'
import { type Hand, landInHand, landWhereTheyLie, type LooseCard } from '../drag/landCards.ts'
import { landCopies } from '../drag/landCopies.ts'
import { findReorder } from '../drag/reorder.ts'
import { entityIdOf, shapeIdOf } from '../shapes/journeyShapes.ts'
import type { BoardView } from './BoardView.ts'
import type { UserChanges } from './collectUserChanges.ts'

export interface EditContext {
  readonly target: EditTarget
  readonly cards: CardEdits
  readonly view: BoardView
  /** What held the cards if they were dragged; null if they were pasted or duplicated. */
  readonly hand: Hand | null
}

/** Takes only what is allowed (see `allowedChanges`). Returns the document's id for every card tldraw made, by tldraw's shape id. */
export function applyUserChanges(changes: UserChanges, context: EditContext): Map<string, CardId> {
  const { target } = context
  return transact(target, () => {
    const made = applyCards(changes, context)
    applyStructure(changes, context)
    context.cards.delete(changes.deletedCards as CardId[])
    applyDrawings(changes, target, made)
    return made
  })
}

function applyCards(changes: UserChanges, { cards: edits, view, hand }: EditContext): Map<string, CardId> {
  const copies = new Set<LooseCard>(changes.newCards)
  const landings: ReadonlyMap<LooseCard, { readonly place: Place }> = hand
    ? landInHand(view, [...changes.movedCards, ...changes.newCards], hand, (card) => copies.has(card))
    : landNewCards(view, changes.newCards)
  edits.place(
    changes.movedCards.flatMap((card) => {
      const landing = landings.get(card)
      return landing ? [{ id: entityIdOf(card.id) as CardId, place: landing.place }] : []
    }),
  )
  const made = new Map<string, CardId>()
  const cards = [...landings].flatMap(([card, { place }]) => {
    if (!copies.has(card)) return []
    const id = newId<CardId>()
    made.set(card.id, id)
    return [{ id, kind: card.props.kind, place, fields: card.props.fields }]
  })
  const created = new Set(edits.create(cards))
  for (const [shapeId, id] of made) if (!created.has(id)) made.delete(shapeId)
  return made
}

/** Duplicates beside their originals, what was pasted from elsewhere where it lies. */
function landNewCards(view: BoardView, cards: readonly LooseCard[]): Map<LooseCard, { readonly place: Place }> {
  if (cards.length === 0) return new Map()
  const landings = landCopies(view, cards)
  const others = landWhereTheyLie(
    view,
    cards.filter((card) => !landings.has(card)),
  )
  return new Map([...landings, ...others])
}

function applyStructure({ movedStructure }: UserChanges, { target, view }: EditContext): void {
  for (const shape of movedStructure) {
    const id = entityIdOf(shape.id)
    const type: string = shape.type
    if (type === 'journey-map') moveJourney(target, id as JourneyId, { x: Math.round(shape.x), y: Math.round(shape.y) })
    const landing = findReorder(view.board, view.layout, id, type === 'stage' ? shape.x : shape.y)
    if (landing?.order) reorder(target, landing.root, landing.id, landing.order)
  }
}

function applyDrawings(changes: UserChanges, target: EditTarget, made: ReadonlyMap<string, CardId>): void {
  const asDrawing = (record: TLRecord): DrawingRecord => followCopies(record, made) as unknown as DrawingRecord
  putDrawings(target, changes.newDrawings.map(asDrawing))
  for (const { before, after } of changes.changedDrawings) {
    changeDrawing(target, before as unknown as DrawingRecord, asDrawing(after))
  }
  removeDrawings(target, changes.deletedDrawings)
}

/** An arrow that was copied with its cards holds on to the copies under the ids they have in the document. */
function followCopies(record: TLRecord, made: ReadonlyMap<string, CardId>): TLRecord {
  if (record.typeName !== 'binding') return record
  const follow = (id: TLBinding['fromId']): TLBinding['fromId'] => {
    const cardId = made.get(id)
    return cardId ? shapeIdOf(cardId) : id
  }
  return { ...record, fromId: follow(record.fromId), toId: follow(record.toId) }
}
