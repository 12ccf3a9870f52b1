// Cards: make, move, delete.
import * as Y from 'yjs'
import { isCellPlace, type Place } from '../Board.ts'
import { cardDefinition, type CardKind, isCardKind, laneTakes } from '../cards/cardKinds.ts'
import { type CardId, isId } from '../ids.ts'
import type { LaneKind } from '../lanes.ts'
import { placeSchema } from '../readRecords.ts'
import { type EditTarget, recordOf, setValue, transact } from './EditTarget.ts'
import { fillFields } from './editFields.ts'

export interface NewCard {
  readonly id: CardId
  readonly kind: CardKind
  readonly place: Place
  /** Plain values; fields left out are empty, values that are not allowed are left out. */
  readonly fields?: Readonly<Record<string, unknown>>
}

/** Makes cards in one step. Returns the ids made; a card whose id is taken or whose place does not take its kind is left out. */
export function createCards(target: EditTarget, cards: readonly NewCard[]): CardId[] {
  return transact(target, () => {
    const made: CardId[] = []
    for (const card of cards) {
      if (!isId(card.id) || recordOf(target, 'cards', card.id) || !takesKind(target, card.place, card.kind)) continue
      made.push(putCard(target, card))
    }
    return made
  })
}

/**
 * Makes cards as a file or a snapshot has them, also in a cell that is not there: they show below the map, as they did.
 * For imports; what people do goes through `createCards`. Returns the ids made.
 */
export function restoreCards(target: EditTarget, cards: readonly NewCard[]): CardId[] {
  const isWhole = ({ id, kind, place }: NewCard) => isId(id) && isCardKind(kind) && placeSchema.safeParse(place).success
  return transact(target, () =>
    cards.flatMap((card) => (isWhole(card) && !recordOf(target, 'cards', card.id) ? [putCard(target, card)] : [])),
  )
}

function putCard(target: EditTarget, card: NewCard): CardId {
  const record = new Y.Map<unknown>()
  // The record joins the document first: a Y.Map that is filled before is written twice.
  target.doc.getMap('cards').set(card.id, record)
  record.set('kind', card.kind)
  record.set('place', plainPlace(card.place))
  fillFields(record, cardDefinition(card.kind).fields, card.fields ?? {})
  return card.id
}

export interface CardMove {
  readonly id: CardId
  readonly place: Place
}

/** Puts cards into cells or onto the canvas, all in one step. A move into a lane that does not take the kind is left out. */
export function placeCards(target: EditTarget, moves: readonly CardMove[]): void {
  transact(target, () => {
    for (const move of moves) {
      const record = recordOf(target, 'cards', move.id)
      const kind = record?.get('kind')
      if (record && isCardKind(kind) && takesKind(target, move.place, kind))
        setValue(record, 'place', plainPlace(move.place))
    }
  })
}

/** Deletes cards; journeys about a deleted persona and fields that name a deleted card keep the dead name and read as unset. */
export function deleteCards(target: EditTarget, ids: readonly CardId[]): void {
  transact(target, () => {
    const cards = target.doc.getMap('cards')
    for (const id of ids) if (cards.has(id)) cards.delete(id)
  })
}

function takesKind(target: EditTarget, place: Place, kind: CardKind): boolean {
  if (!isCardKind(kind) || !placeSchema.safeParse(place).success) return false
  if (!isCellPlace(place)) return true
  const lane = recordOf(target, 'lanes', place.laneId)
  const stage = recordOf(target, 'stages', place.stageId)
  if (stage?.get('journeyId') !== place.journeyId || lane?.get('journeyId') !== place.journeyId) return false
  return laneTakes(lane.get('kind') as LaneKind, kind)
}

/** Only the keys that belong to a place, in one order: equal places are equal values. */
export function plainPlace(place: Place): Place {
  if (!isCellPlace(place)) return { x: place.x, y: place.y }
  return { journeyId: place.journeyId, stageId: place.stageId, laneId: place.laneId, order: place.order }
}
