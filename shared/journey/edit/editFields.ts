// Fields of any entity, by declaration: how their plain values are put into the document.
import * as Y from 'yjs'
import { cardDefinition, isCardKind, laneTakes } from '../cards/cardKinds.ts'
import { type AnyFieldValue, emptyValue, type Field, type Reading, TEXT_SLACK, type TextField } from '../fields.ts'
import type { LaneKind } from '../lanes.ts'
import { schemaOf, storedSchemaOf } from '../readRecords.ts'
import { journeyFields, laneFields, stageFields } from '../schema.ts'
import { cutsPair, diffText } from './diffText.ts'
import { type EditTarget, recordOf, setValue, transact } from './EditTarget.ts'

export type FieldRoot = 'journeys' | 'stages' | 'lanes' | 'cards'

/** The declared fields of an entity; null if there is no such entity. */
export function fieldsOf(target: EditTarget, root: FieldRoot, id: string): Readonly<Record<string, Field>> | null {
  const record = recordOf(target, root, id)
  if (!record) return null
  if (root === 'journeys') return journeyFields
  if (root === 'stages') return stageFields
  if (root === 'lanes') return laneFields
  const kind = record.get('kind')
  return isCardKind(kind) ? cardDefinition(kind).fields : null
}

/**
 * Sets one field to a plain value. Text is replaced as a whole here; typing goes through `editText`.
 * Returns false and changes nothing if the entity or field is unknown or the value is not allowed; a lane's kind is not
 * if the lane holds cards which that kind does not take.
 */
export function setField(target: EditTarget, root: FieldRoot, id: string, name: string, value: AnyFieldValue): boolean {
  const record = recordOf(target, root, id)
  const fields = fieldsOf(target, root, id)
  const field = fields && Object.hasOwn(fields, name) ? fields[name] : undefined
  if (!record || !field || !schemaOf(field).safeParse(value).success) return false
  if (root === 'lanes' && name === 'kind' && !canBecome(target, id, value as LaneKind)) return false
  transact(target, () => writeField(record, name, field, value))
  return true
}

function canBecome(target: EditTarget, laneId: string, kind: LaneKind): boolean {
  for (const card of target.doc.getMap('cards').values()) {
    if (!(card instanceof Y.Map)) continue
    const place = card.get('place') as { readonly laneId?: unknown } | undefined
    const cardKind: unknown = card.get('kind')
    if (place?.laneId === laneId && isCardKind(cardKind) && !laneTakes(kind, cardKind)) return false
  }
  return true
}

/** Puts a checked value under its key, in the form the document keeps it. */
function writeField(record: Y.Map<unknown>, name: string, field: Field, value: AnyFieldValue): void {
  if (field.type === 'text') writeText(record, name, String(value))
  else if (field.type === 'readings') writeReadings(record, name, value as readonly Reading[])
  // What an unset field reads as needs no entry.
  else if (record.has(name) || value !== emptyValue(field)) setValue(record, name, value)
}

function writeText(record: Y.Map<unknown>, name: string, text: string): void {
  const before = record.get(name)
  if (!(before instanceof Y.Text)) {
    record.set(name, new Y.Text(text.toWellFormed()))
    return
  }
  // The smallest change: what somebody else types elsewhere in the text at this moment stays.
  const change = diffText(before.toString(), text.toWellFormed(), text.length)
  if (change.remove > 0) before.delete(change.at, change.remove)
  if (change.insert !== '') before.insert(change.at, change.insert)
}

function writeReadings(record: Y.Map<unknown>, name: string, readings: readonly Reading[]): void {
  let map = record.get(name)
  if (!(map instanceof Y.Map)) {
    map = new Y.Map()
    record.set(name, map)
  }
  const kept = map as Y.Map<unknown>
  const dates = new Set(readings.map((reading) => reading.date))
  for (const date of kept.keys()) if (!dates.has(date)) kept.delete(date)
  for (const reading of readings) setValue(kept, reading.date, reading.value)
}

/**
 * Fills a new record with all declared fields. Every text gets its Y.Text now: if it were made at the first
 * keystroke, two people starting at once would each make one and one person's words would be lost. Values that are not
 * allowed are left out; text above the field's limit (pasted, imported) is kept up to `TEXT_SLACK` times the limit.
 */
export function fillFields(
  record: Y.Map<unknown>,
  fields: Readonly<Record<string, Field>>,
  values: Readonly<Record<string, unknown>>,
): void {
  for (const [name, field] of Object.entries(fields)) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    const fits = value !== undefined && storedSchemaOf(field).safeParse(value).success
    if (field.type === 'text') record.set(name, new Y.Text(typeof value === 'string' ? fitText(field, value) : ''))
    else if (field.type === 'readings') writeReadings(record, name, fits ? (value as readonly Reading[]) : [])
    else if (fits && value !== null) setValue(record, name, value)
    else if ('initial' in field && !(fits && value === null)) record.set(name, field.initial)
  }
}

function fitText(field: TextField, text: string): string {
  const length = field.maxLength * TEXT_SLACK
  return text.slice(0, cutsPair(text, length) ? length - 1 : length).toWellFormed()
}
