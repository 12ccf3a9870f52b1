// Journeys, stages and lanes: make, order, delete. With the structure locked only a facilitator may do this (the
// server refuses it from others by the roots these functions touch).
import * as Y from 'yjs'
import type { Point } from '../Board.ts'
import { type CardId, type JourneyId, isId, type LaneId, type StageId } from '../ids.ts'
import { type LaneKind, laneKinds } from '../lanes.ts'
import { isOrder } from '../order.ts'
import { pointSchema } from '../readRecords.ts'
import { DEFAULT_COLUMNS, journeyFields, laneFields, stageFields } from '../schema.ts'
import { deleteCards } from './editCards.ts'
import { fillFields } from './editFields.ts'
import { type EditTarget, recordOf, setValue, transact } from './EditTarget.ts'

export interface NewJourney {
  readonly id: JourneyId
  readonly place: Point
  readonly title?: string
  readonly objective?: string
  readonly successMeasure?: string
  readonly state?: 'as-is' | 'to-be'
  readonly persona?: CardId | null
}

export function createJourney(target: EditTarget, journey: NewJourney): boolean {
  if (!isId(journey.id) || recordOf(target, 'journeys', journey.id) || !pointSchema.safeParse(journey.place).success)
    return false
  transact(target, () => {
    const record = new Y.Map<unknown>()
    target.doc.getMap('journeys').set(journey.id, record)
    record.set('place', { x: journey.place.x, y: journey.place.y })
    fillFields(record, journeyFields, { ...journey })
  })
  return true
}

export function moveJourney(target: EditTarget, id: JourneyId, place: Point): void {
  const record = recordOf(target, 'journeys', id)
  if (record && pointSchema.safeParse(place).success)
    transact(target, () => setValue(record, 'place', { x: place.x, y: place.y }))
}

export interface NewStage {
  readonly id: StageId
  readonly journeyId: JourneyId
  readonly order: string
  readonly name?: string
  readonly period?: string
  readonly columns?: number
}

export function createStage(target: EditTarget, stage: NewStage): boolean {
  return createOrdered(target, 'stages', stage, () => ({
    fields: stageFields,
    values: { ...stage, columns: stage.columns ?? DEFAULT_COLUMNS },
  }))
}

export interface NewLane {
  readonly id: LaneId
  readonly journeyId: JourneyId
  readonly order: string
  readonly kind: LaneKind
  readonly title?: string
}

export function createLane(target: EditTarget, lane: NewLane): boolean {
  if (!laneKinds.includes(lane.kind)) return false
  return createOrdered(target, 'lanes', lane, () => ({ fields: laneFields, values: { ...lane } }))
}

function createOrdered(
  target: EditTarget,
  root: 'stages' | 'lanes',
  entity: { id: string; journeyId: JourneyId; order: string },
  content: () => { fields: typeof stageFields | typeof laneFields; values: Record<string, unknown> },
): boolean {
  const isNew = isId(entity.id) && !recordOf(target, root, entity.id)
  if (!isNew || !isOrder(entity.order) || !recordOf(target, 'journeys', entity.journeyId)) return false
  transact(target, () => {
    const record = new Y.Map<unknown>()
    target.doc.getMap(root).set(entity.id, record)
    record.set('journeyId', entity.journeyId)
    record.set('order', entity.order)
    const { fields, values } = content()
    fillFields(record, fields, values)
  })
  return true
}

/** Moves a stage or lane among its siblings by giving it another order key. Cards follow; nothing else is written. */
export function reorder(target: EditTarget, root: 'stages' | 'lanes', id: StageId | LaneId, order: string): void {
  const record = recordOf(target, root, id)
  if (record && isOrder(order)) transact(target, () => setValue(record, 'order', order))
}

/** Deletes a stage with the cards in it, in one step of undo. A card put there by somebody else at the same moment stays and shows below the map. */
export function deleteStage(target: EditTarget, id: StageId): void {
  transact(target, () => {
    deleteCards(
      target,
      cardsAt(target, (place) => place['stageId'] === id),
    )
    target.doc.getMap('stages').delete(id)
  })
}

export function deleteLane(target: EditTarget, id: LaneId): void {
  transact(target, () => {
    deleteCards(
      target,
      cardsAt(target, (place) => place['laneId'] === id),
    )
    target.doc.getMap('lanes').delete(id)
  })
}

/**
 * Deletes a journey with its stages, lanes, cards and, if no other journey is about it, its persona. The readings stay in
 * the document: each may be taken away by its owner only. Without the journey they show nowhere, and undo finds them.
 */
export function deleteJourney(target: EditTarget, id: JourneyId): void {
  transact(target, () => {
    const persona = recordOf(target, 'journeys', id)?.get('persona')
    deleteCards(
      target,
      cardsAt(target, (place) => place['journeyId'] === id),
    )
    for (const root of ['stages', 'lanes'] as const) {
      const records = target.doc.getMap(root)
      for (const [key, record] of records.entries())
        if (record instanceof Y.Map && record.get('journeyId') === id) records.delete(key)
    }
    target.doc.getMap('journeys').delete(id)
    if (typeof persona === 'string' && !isAnybodysPersona(target, persona)) deleteCards(target, [persona as CardId])
  })
}

function isAnybodysPersona(target: EditTarget, id: string): boolean {
  const journeys = [...target.doc.getMap('journeys').values()]
  return journeys.some((journey) => journey instanceof Y.Map && journey.get('persona') === id)
}

function cardsAt(target: EditTarget, isThere: (place: Record<string, unknown>) => boolean): CardId[] {
  const found: CardId[] = []
  for (const [id, record] of target.doc.getMap('cards').entries()) {
    const place: unknown = record instanceof Y.Map ? record.get('place') : undefined
    if (typeof place === 'object' && place !== null && isThere(place as Record<string, unknown>))
      found.push(id as CardId)
  }
  return found
}
