// What a person did to a board, as a list of plain edits: the difference of two boards, entity by entity and field by
// field. Used when the server refused something: this is what can be done again or shown as text. Pure, reads only.
import type * as Y from 'yjs'
import type {
  Board,
  Card,
  EmotionEntry,
  EmotionReading,
  Journey,
  Lane,
  Place,
  Stage,
} from '../../shared/journey/Board.ts'
import type { Cluster, ClusterId } from '../../shared/journey/clusters.ts'
import { cardDefinition } from '../../shared/journey/cards/cardKinds.ts'
import { type DrawingRecord, readDrawing } from '../../shared/journey/edit/editDrawings.ts'
import type { FieldRoot } from '../../shared/journey/edit/editFields.ts'
import type { AnyFieldValue, Field } from '../../shared/journey/fields.ts'
import { journeyFields, laneFields, stageFields } from '../../shared/journey/schema.ts'

type StructureRoot = 'journeys' | 'stages' | 'lanes'
type Structure = Journey | Stage | Lane

export type BoardEdit =
  | { readonly type: 'createStructure'; readonly root: StructureRoot; readonly record: Structure }
  | { readonly type: 'deleteStructure'; readonly root: StructureRoot; readonly record: Structure }
  | { readonly type: 'moveStructure'; readonly root: StructureRoot; readonly record: Structure }
  | { readonly type: 'createCard'; readonly card: Card }
  | { readonly type: 'deleteCard'; readonly card: Card }
  | { readonly type: 'placeCard'; readonly card: Card; readonly place: Place }
  | {
      readonly type: 'setField'
      readonly root: FieldRoot
      readonly id: string
      readonly name: string
      readonly label: string
      readonly isText: boolean
      /** What the server has, and what the person made of it. */
      readonly before: AnyFieldValue
      readonly value: AnyFieldValue
      /** What the entity is called, for the screen. */
      readonly what: string
    }
  | {
      readonly type: 'setReading'
      readonly entry: EmotionEntry
      readonly about: string
      /** Null: taken away. */
      readonly reading: EmotionReading | null
    }
  /** Null before: made; null after: taken apart. */
  | {
      readonly type: 'cluster'
      readonly id: ClusterId
      readonly before: Cluster | null
      readonly after: Cluster | null
    }
  | {
      readonly type: 'drawing'
      readonly id: string
      readonly before: DrawingRecord | null
      readonly after: DrawingRecord | null
    }

export interface ReadBoard {
  readonly board: Board
  readonly doc: Y.Doc
}

/**
 * Everything that turns `before` into `after`, in an order in which it can be done: structure before the cards in it,
 * new cards before changes, deletions of cards before those of stages.
 */
export function boardEdits(before: ReadBoard, after: ReadBoard): BoardEdit[] {
  return [
    ...structureEdits(before.board, after.board),
    ...cardEdits(before.board, after.board),
    ...readingEdits(before.board, after.board),
    ...clusterEdits(before.board, after.board),
    ...drawingEdits(before.doc, after.doc),
    ...deletedStructure(before.board, after.board),
  ]
}

/** The same edit again has the same name: how an edit that was refused twice is recognised. */
export function editName(edit: BoardEdit): string {
  switch (edit.type) {
    case 'createStructure':
    case 'deleteStructure':
    case 'moveStructure':
      return `${edit.type}/${edit.record.id}`
    case 'createCard':
    case 'deleteCard':
    case 'placeCard':
      return `${edit.type}/${edit.card.id}`
    case 'setField':
      return `setField/${edit.id}/${edit.name}`
    case 'setReading':
      return `setReading/${edit.entry.id}/${edit.about}`
    case 'cluster':
    case 'drawing':
      return `${edit.type}/${edit.id}`
  }
}

const structureRoots = ['journeys', 'stages', 'lanes'] as const
const structureFields: Readonly<Record<StructureRoot, Readonly<Record<string, Field>>>> = {
  journeys: journeyFields,
  stages: stageFields,
  lanes: laneFields,
}

function recordsOf(board: Board, root: StructureRoot): ReadonlyMap<string, Structure> {
  return board[root]
}

function structureEdits(before: Board, after: Board): BoardEdit[] {
  return structureRoots.flatMap((root) =>
    [...recordsOf(after, root).values()].flatMap((record): BoardEdit[] => {
      const old = recordsOf(before, root).get(record.id)
      if (!old) return [{ type: 'createStructure', root, record }]
      const moved = isSame(orderOf(old), orderOf(record)) ? [] : [{ type: 'moveStructure' as const, root, record }]
      return [...moved, ...fieldEdits(root, structureFields[root], old, record, titleOf(old))]
    }),
  )
}

function deletedStructure(before: Board, after: Board): BoardEdit[] {
  return structureRoots.toReversed().flatMap((root) =>
    [...recordsOf(before, root).values()]
      // A record that can no longer be read is not deleted.
      .filter((record) => !recordsOf(after, root).has(record.id) && !after.quarantined.has(`${root}/${record.id}`))
      .map((record): BoardEdit => ({ type: 'deleteStructure', root, record })),
  )
}

function cardEdits(before: Board, after: Board): BoardEdit[] {
  const changed = [...after.cards.values()].flatMap((card): BoardEdit[] => {
    const old = before.cards.get(card.id)
    if (!old) return [{ type: 'createCard', card }]
    const moved = isSame(old.place, card.place) ? [] : [{ type: 'placeCard' as const, card, place: card.place }]
    return [...moved, ...fieldEdits('cards', cardDefinition(card.kind).fields, old, card, cardName(old))]
  })
  const deleted = [...before.cards.values()]
    .filter((card) => !after.cards.has(card.id) && !after.quarantined.has(`cards/${card.id}`))
    .map((card): BoardEdit => ({ type: 'deleteCard', card }))
  return [...changed, ...deleted]
}

/** "Touchpoint “Final exam”" */
function cardName(card: Card): string {
  const { label, title } = cardDefinition(card.kind)
  const words = String(fieldValue(card, title) ?? '')
  return words === '' ? label : `${label} “${words}”`
}

function fieldEdits(
  root: FieldRoot,
  fields: Readonly<Record<string, Field>>,
  before: Structure | Card,
  after: Structure | Card,
  what: string,
): BoardEdit[] {
  return Object.entries(fields).flatMap(([name, field]): BoardEdit[] => {
    const [old, value] = [fieldValue(before, name), fieldValue(after, name)]
    if (isSame(old, value)) return []
    const isText = field.type === 'text'
    return [{ type: 'setField', root, id: after.id, name, label: field.label, isText, before: old, value, what }]
  })
}

/** Cards keep their fields in `fields`, structure records in themselves. */
function fieldValue(record: Structure | Card, name: string): AnyFieldValue {
  const fields = ('fields' in record ? record.fields : record) as unknown as Readonly<Record<string, AnyFieldValue>>
  return fields[name] ?? null
}

function readingEdits(before: Board, after: Board): BoardEdit[] {
  const ids = new Set([...before.emotions.keys(), ...after.emotions.keys()])
  return [...ids].flatMap((id): BoardEdit[] => {
    const [old, now] = [before.emotions.get(id), after.emotions.get(id)]
    const entry = now ?? old
    if (!entry || old === now) return []
    const places = new Set<string>([...(old?.readings.keys() ?? []), ...(now?.readings.keys() ?? [])])
    return [...places].flatMap((about): BoardEdit[] => {
      const reading = readingOf(now, about)
      return isSame(readingOf(old, about), reading) ? [] : [{ type: 'setReading', entry, about, reading }]
    })
  })
}

function readingOf(entry: EmotionEntry | undefined, about: string): EmotionReading | null {
  return (entry?.readings as ReadonlyMap<string, EmotionReading> | undefined)?.get(about) ?? null
}

function clusterEdits(before: Board, after: Board): BoardEdit[] {
  const ids = new Set([...before.clusters.keys(), ...after.clusters.keys()])
  return [...ids].flatMap((id): BoardEdit[] => {
    const [old, now] = [before.clusters.get(id) ?? null, after.clusters.get(id) ?? null]
    const isUnreadable = after.quarantined.has(`clusters/${id}`)
    return isSame(old, now) || isUnreadable ? [] : [{ type: 'cluster', id, before: old, after: now }]
  })
}

function drawingEdits(before: Y.Doc, after: Y.Doc): BoardEdit[] {
  const ids = new Set([...before.getMap('drawings').keys(), ...after.getMap('drawings').keys()])
  return [...ids].flatMap((id): BoardEdit[] => {
    const [old, now] = [readDrawing(before, id), readDrawing(after, id)]
    return isSame(old, now) ? [] : [{ type: 'drawing', id, before: old, after: now }]
  })
}

/** Where a record stands: among its siblings, or on the canvas. */
function orderOf(record: Structure): unknown {
  return 'order' in record ? record.order : record.place
}

export function titleOf(record: Structure): string {
  return 'name' in record ? record.name : record.title
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
