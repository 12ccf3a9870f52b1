// What may stand where on a board, derived from the card declarations: which roots, which keys, which values.
import { cardDefinition, isCardKind } from '../../../shared/journey/cards/cardKinds.ts'
import { MAX_CLUSTER_NAME_LENGTH, memberOf } from '../../../shared/journey/clusters.ts'
import { daySchema, type Field, MAX_TEXT_LENGTH } from '../../../shared/journey/fields.ts'
import { isId } from '../../../shared/journey/ids.ts'
import { isOrder } from '../../../shared/journey/order.ts'
import { emotionReadingSchema, placeSchema, pointSchema, schemaOf } from '../../../shared/journey/readRecords.ts'
import { journeyFields, laneFields, stageFields } from '../../../shared/journey/schema.ts'
import { isHostileKey, isPlainJson } from './jsonBounds.ts'

/** What a key of an entity takes. */
export type Slot =
  | { readonly takes: 'value'; readonly isValid: (value: unknown) => boolean }
  | { readonly takes: 'text'; readonly maxLength: number }
  | { readonly takes: 'readings' }

/** Freehand lines hold hundreds of points in one value. */
const drawingBounds = { maxUnits: 256 * 1024, maxDepth: 12 }
const MAX_DRAWING_KEY_LENGTH = 120
/** Two people typing at once may pass a field's limit together; nobody's words are refused for it below this factor. */
const TEXT_SLACK = 2

const value = (isValid: (value: unknown) => boolean): Slot => ({ takes: 'value', isValid })
const idSlot = value(isId)
const orderSlot = value(isOrder)
const placeSlot = value((raw) => placeSchema.safeParse(raw).success)
const pointSlot = value((raw) => pointSchema.safeParse(raw).success)
const kindSlot = value(isCardKind)
const readingSlot = value((raw) => emotionReadingSchema.safeParse(raw).success)
const drawingSlot = value((raw) => isPlainJson(raw, drawingBounds))
/** What shared/journey/edit/editClusters.ts writes, and nothing else. */
const clusterSlots: Readonly<Record<'kind' | 'name' | 'into' | 'member', Slot>> = {
  kind: value((raw) => raw === 'group' || raw === 'merge'),
  name: value((raw) => typeof raw === 'string' && raw.length <= MAX_CLUSTER_NAME_LENGTH),
  into: idSlot,
  member: value((raw) => raw === true),
}

const slots = new WeakMap<Field, Slot>()

/** Whether an entity of the root may have this id. */
export function isEntityId(root: string, id: string): boolean {
  if (root === 'drawings') return id.length <= MAX_DRAWING_KEY_LENGTH && /^[a-z]+:[\w-]+$/.test(id)
  if (root === 'emotions') {
    const parts = id.split('.')
    return parts.length === 3 && parts.every(isId)
  }
  return isId(id)
}

/** What stands under a key of an entity; null if nothing may. `kind` is the kind of the card, if it is one. */
export function slotFor(root: string, kind: unknown, key: string): Slot | null {
  switch (root) {
    case 'journeys':
      return key === 'place' ? pointSlot : fieldSlot(journeyFields, key)
    case 'stages':
      return orderedSlot(key) ?? fieldSlot(stageFields, key)
    case 'lanes':
      return orderedSlot(key) ?? fieldSlot(laneFields, key)
    case 'cards':
      return cardSlot(kind, key)
    case 'emotions':
      return isId(key) ? readingSlot : null
    case 'drawings':
      return key.length <= MAX_DRAWING_KEY_LENGTH && !key.split('.').some(isHostileKey) ? drawingSlot : null
    case 'clusters':
      return clusterSlot(key)
    default:
      return null
  }
}

/** Most units a text may hold after an update. */
export function textCeiling(slot: Slot | null): number {
  return (slot?.takes === 'text' ? slot.maxLength : MAX_TEXT_LENGTH) * TEXT_SLACK
}

export function isReading(day: string | null, reading: unknown): boolean {
  return day !== null && daySchema.safeParse(day).success && typeof reading === 'number' && Number.isFinite(reading)
}

function clusterSlot(key: string): Slot | null {
  if (key === 'kind' || key === 'name' || key === 'into') return clusterSlots[key]
  return isId(memberOf(key)) ? clusterSlots.member : null
}

function orderedSlot(key: string): Slot | null {
  if (key === 'journeyId') return idSlot
  return key === 'order' ? orderSlot : null
}

function cardSlot(kind: unknown, key: string): Slot | null {
  if (key === 'kind') return kindSlot
  if (key === 'place') return placeSlot
  return isCardKind(kind) ? fieldSlot(cardDefinition(kind).fields, key) : null
}

function fieldSlot(fields: Readonly<Record<string, Field>>, key: string): Slot | null {
  const field = Object.hasOwn(fields, key) ? fields[key] : undefined
  if (!field) return null
  let slot = slots.get(field)
  if (!slot) slots.set(field, (slot = slotOf(field)))
  return slot
}

function slotOf(field: Field): Slot {
  if (field.type === 'text') return { takes: 'text', maxLength: field.maxLength }
  if (field.type === 'readings') return { takes: 'readings' }
  const schema = schemaOf(field)
  return value((raw) => schema.safeParse(raw).success)
}
