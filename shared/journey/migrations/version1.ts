// Version 0 → 1.
// Version 0 kept text as plain strings (the last writer took all), the coordinates `x` and `y` of a journey or a free
// card as two values (which tear when two people drag at once), and a card's cell as `stageId`, `laneId` and `order`
// beside them. A stage's columns were not stored. Version 1 keeps text as Y.Text and every place as one value.
// This file never changes again: it uses no declaration of today's schema, which moves on.
import * as Y from 'yjs'

type Entity = Y.Map<unknown>

/** Text fields of version 0 by root; the choices, numbers and dates among its strings stay as they are. */
const textFields = {
  journeys: ['title', 'objective', 'successMeasure'],
  stages: ['name', 'period'],
  lanes: ['title'],
} as const
const cardTextFields: Readonly<Record<string, readonly string[]>> = {
  touchpoint: ['title', 'customerAction', 'expectation', 'channel', 'positiveExperience', 'negativeExperience'],
  note: ['text', 'evidence'],
  'customer-action': ['text'],
  thought: ['text'],
  'process-step': ['title', 'actor', 'system'],
  kpi: ['name', 'unit', 'source'],
  opportunity: ['text'],
  action: ['text', 'owner'],
  persona: ['name', 'needs', 'expectations', 'motivations'],
}
const COLUMNS = 2

export function migrateToVersion1(doc: Y.Doc): void {
  for (const [root, fields] of Object.entries(textFields))
    for (const record of recordsOf(doc, root)) toTexts(record, fields)
  for (const journey of recordsOf(doc, 'journeys')) toPoint(journey)
  for (const stage of recordsOf(doc, 'stages')) if (!stage.has('columns')) stage.set('columns', COLUMNS)
  for (const card of recordsOf(doc, 'cards')) {
    toTexts(card, cardTextFields[String(card.get('kind'))] ?? [])
    placeCard(doc, card)
  }
}

function recordsOf(doc: Y.Doc, root: string): Entity[] {
  return [...doc.getMap(root).values()].filter((record): record is Entity => record instanceof Y.Map)
}

/** Every text gets its Y.Text, also where version 0 stored nothing: two people starting to type must share one. */
function toTexts(record: Entity, names: readonly string[]): void {
  for (const name of names) {
    const value = record.get(name)
    if (!(value instanceof Y.Text)) record.set(name, new Y.Text(typeof value === 'string' ? value : ''))
  }
}

function toPoint(record: Entity): void {
  const [x, y] = [record.get('x'), record.get('y')]
  record.set('place', { x: typeof x === 'number' ? x : 0, y: typeof y === 'number' ? y : 0 })
  for (const name of ['x', 'y']) record.delete(name)
}

function placeCard(doc: Y.Doc, card: Entity): void {
  const stageId = card.get('stageId')
  if (typeof stageId !== 'string') return toPoint(card)
  const stage = doc.getMap('stages').get(stageId)
  const journeyId = stage instanceof Y.Map ? stage.get('journeyId') : undefined
  const cell = { journeyId, stageId, laneId: card.get('laneId'), order: card.get('order') }
  const isWhole = Object.values(cell).every((value) => typeof value === 'string')
  // A card whose stage was deleted had no journey any more; it goes onto the canvas so that nobody's words are lost.
  card.set('place', isWhole ? cell : { x: 0, y: 0 })
  for (const name of ['stageId', 'laneId', 'order']) card.delete(name)
}
