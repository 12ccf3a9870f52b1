// One entity of the shared document → one plain record, checked. Another version or a modified client may have
// written it: a record that fails is reported as a value and never thrown.
import * as Y from 'yjs'
import { z } from 'zod/mini'
import type { Card, EmotionEntry, EmotionReading, Journey, Lane, Place, Point, Stage } from './Board.ts'
import { cardDefinition, isCardKind } from './cards/cardKinds.ts'
import {
  type AnyFieldValue,
  emptyValue,
  type Field,
  fieldSchema,
  type Reading,
  readingSchema,
  storedFieldSchema,
} from './fields.ts'
import { type CardId, isId, type JourneyId, type LaneId, type ParticipantId, type StageId } from './ids.ts'
import { isOrder } from './order.ts'
import { journeyFields, laneFields, MAX_EMOTION, MAX_REASON_LENGTH, MIN_EMOTION, stageFields } from './schema.ts'

export type ReadResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string }

/** Farthest a point may lie from the origin, px; tldraw's own coordinates stay exact far beyond. */
export const MAX_COORDINATE = 1_000_000

const id = z.string().check(z.refine(isId))
const order = z.string().check(z.refine(isOrder))
/** On the canvas, in its pixels. */
export const coordinate = z.number().check(z.gte(-MAX_COORDINATE), z.lte(MAX_COORDINATE))
export const pointSchema = z.object({ x: coordinate, y: coordinate })
export const placeSchema = z.union([z.object({ journeyId: id, stageId: id, laneId: id, order }), pointSchema])
export const emotionReadingSchema = z.object({
  value: z.number().check(z.gte(MIN_EMOTION), z.lte(MAX_EMOTION)),
  reason: z.string().check(z.maxLength(MAX_REASON_LENGTH)),
})

const schemas = new WeakMap<Field, ReturnType<typeof fieldSchema>>()
/** The validator of a field, made once per declaration. */
export function schemaOf(field: Field): ReturnType<typeof fieldSchema> {
  let schema = schemas.get(field)
  if (!schema) schemas.set(field, (schema = fieldSchema(field)))
  return schema
}

const storedSchemas = new WeakMap<Field, ReturnType<typeof storedFieldSchema>>()
/** The validator of what the document may hold in a field, made once per declaration. */
export function storedSchemaOf(field: Field): ReturnType<typeof storedFieldSchema> {
  let schema = storedSchemas.get(field)
  if (!schema) storedSchemas.set(field, (schema = storedFieldSchema(field)))
  return schema
}

const fail = (reason: string): { ok: false; reason: string } => ({ ok: false, reason })

/** Reads one field. Text and readings are taken in any number: two people writing at once may pass the limit, and nobody's words vanish for it. */
function readField(field: Field, raw: unknown): ReadResult<AnyFieldValue> {
  if (raw === undefined) {
    const value = emptyValue(field)
    const isMissing = value === null && 'required' in field
    return isMissing ? fail('is missing') : { ok: true, value }
  }
  if (field.type === 'text') {
    if (raw instanceof Y.Text) return { ok: true, value: raw.toString() }
    return typeof raw === 'string' ? { ok: true, value: raw } : fail('is not text')
  }
  if (field.type === 'readings') return readReadings(raw)
  const parsed = schemaOf(field).safeParse(raw)
  return parsed.success ? { ok: true, value: parsed.data } : fail('has a value that is not allowed')
}

function readReadings(raw: unknown): ReadResult<AnyFieldValue> {
  if (!(raw instanceof Y.Map)) return fail('is not a list of readings')
  const readings: Reading[] = [...raw.entries()]
    .map(([date, value]) => ({ date, value: value as number }))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
  return readings.every((reading) => readingSchema.safeParse(reading).success)
    ? { ok: true, value: readings }
    : fail('has a reading that is not allowed')
}

function readFields(fields: Record<string, Field>, record: Y.Map<unknown>): ReadResult<Record<string, AnyFieldValue>> {
  const values: Record<string, AnyFieldValue> = {}
  for (const [name, field] of Object.entries(fields)) {
    const result = readField(field, record.get(name))
    if (!result.ok) return fail(`${name} ${result.reason}`)
    values[name] = result.value
  }
  return { ok: true, value: values }
}

export function readJourney(journeyId: string, record: unknown): ReadResult<Journey> {
  if (!isId(journeyId) || !(record instanceof Y.Map)) return fail('is not a journey')
  const fields = readFields(journeyFields, record)
  if (!fields.ok) return fields
  const place = pointSchema.safeParse(record.get('place'))
  if (!place.success) return fail('place is not a point')
  return { ok: true, value: { id: journeyId as JourneyId, place: place.data, ...fields.value } as unknown as Journey }
}

export function readStage(stageId: string, record: unknown): ReadResult<Stage> {
  const parent = readOrdered(stageId, record)
  if (!parent.ok) return parent
  const fields = readFields(stageFields, parent.value.record)
  if (!fields.ok) return fields
  const { journeyId, order } = parent.value
  return { ok: true, value: { id: stageId as StageId, journeyId, order, ...fields.value } as unknown as Stage }
}

export function readLane(laneId: string, record: unknown): ReadResult<Lane> {
  const parent = readOrdered(laneId, record)
  if (!parent.ok) return parent
  const fields = readFields(laneFields, parent.value.record)
  if (!fields.ok) return fields
  const { journeyId, order } = parent.value
  return { ok: true, value: { id: laneId as LaneId, journeyId, order, ...fields.value } as unknown as Lane }
}

function readOrdered(
  recordId: string,
  record: unknown,
): ReadResult<{ record: Y.Map<unknown>; journeyId: JourneyId; order: string }> {
  if (!isId(recordId) || !(record instanceof Y.Map)) return fail('is not a record')
  const journeyId = record.get('journeyId')
  const orderKey = record.get('order')
  if (!isId(journeyId)) return fail('journeyId is not an id')
  if (!isOrder(orderKey)) return fail('order is not an order key')
  return { ok: true, value: { record: record as Y.Map<unknown>, journeyId: journeyId as JourneyId, order: orderKey } }
}

export function readCard(cardId: string, record: unknown): ReadResult<Card> {
  if (!isId(cardId) || !(record instanceof Y.Map)) return fail('is not a card')
  const kind = record.get('kind')
  if (!isCardKind(kind)) return fail('kind is unknown')
  const place = placeSchema.safeParse(record.get('place'))
  if (!place.success) return fail('place is not a cell or a point')
  const fields = readFields(cardDefinition(kind).fields, record)
  if (!fields.ok) return fields
  return {
    ok: true,
    value: { id: cardId as CardId, kind, place: place.data as Place | Point, fields: fields.value } as unknown as Card,
  }
}

/** The entry's id names journey, persona and participant; its keys are stages or touchpoints. */
export function readEmotionEntry(entryId: string, record: unknown): ReadResult<EmotionEntry> {
  const [journeyId, personaId, participantId, ...rest] = entryId.split('.')
  if (!isId(journeyId) || !isId(personaId) || !isId(participantId) || rest.length > 0)
    return fail('id names no participant')
  if (!(record instanceof Y.Map)) return fail('is not an emotion entry')
  const readings = new Map<StageId | CardId, EmotionReading>()
  for (const [target, raw] of record.entries()) {
    const reading = emotionReadingSchema.safeParse(raw)
    if (!isId(target) || !reading.success) return fail('has a reading that is not allowed')
    readings.set(target as StageId | CardId, reading.data)
  }
  const value: EmotionEntry = {
    id: entryId,
    journeyId: journeyId as JourneyId,
    personaId: personaId === 'all' ? null : (personaId as CardId),
    participantId: participantId as ParticipantId,
    readings,
  }
  return { ok: true, value }
}
