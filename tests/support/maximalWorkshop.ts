// A workshop that holds one of everything, each field filled with words that break files: what every export format and
// every import is tried with. The same call gives the same workshop.
import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import type { ExportInput, ExportPicture } from '../../shared/export/formats.ts'
import { isCellPlace, type Place } from '../../shared/journey/Board.ts'
import { readBoard } from '../../shared/journey/BoardModel.ts'
import { cardDefinition, type CardKind, cardKindNames, laneTakes } from '../../shared/journey/cards/cardKinds.ts'
import type { ClusterId } from '../../shared/journey/clusters.ts'
import { createCards, restoreCards } from '../../shared/journey/edit/editCards.ts'
import { groupCards, mergeCards } from '../../shared/journey/edit/editClusters.ts'
import { putDrawings, readDrawings } from '../../shared/journey/edit/editDrawings.ts'
import { setReading } from '../../shared/journey/edit/editEmotions.ts'
import { createJourney, createLane, createStage } from '../../shared/journey/edit/editStructure.ts'
import type { EditTarget } from '../../shared/journey/edit/EditTarget.ts'
import type { Field } from '../../shared/journey/fields.ts'
import type { CardId, JourneyId, LaneId, ParticipantId, StageId } from '../../shared/journey/ids.ts'
import { laneKinds } from '../../shared/journey/lanes.ts'
import { orderKeys } from '../../shared/journey/order.ts'
import { journeyFields, stageFields } from '../../shared/journey/schema.ts'
import { INSTRUCTION_MAX_LENGTH, type Phase, PHASE_NAME_MAX_LENGTH } from '../../shared/workshop/agenda.ts'
import { readyAgenda } from '../../shared/workshop/agendas.ts'
import { maximalRounds } from './maximalRounds.ts'
import { type Flavour, flavours, LONGEST_TEXT, mixedTrapText, trapText } from './trapTexts.ts'

/** One pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
export const maximalPicture: ExportPicture = {
  sha256: createHash('sha256').update(PICTURE).digest('hex'),
  contentType: 'image/png',
  bytes: new Uint8Array(PICTURE),
}

/** As tldraw keeps the picture of a drawing. */
export function pictureRecord(id: string) {
  const src = `asset:${maximalPicture.sha256}`
  const props = { src, name: 'p.png', w: 1, h: 1, mimeType: 'image/png', isAnimated: false }
  return { id, typeName: 'asset', type: 'image', props, meta: {} }
}

const maximalDepartments = ['Sales', '=Support', '<b>Product</b>', 'Ops 🚀 客户']
const participants = [
  { id: 'anna', name: 'Anna =1+1', department: 'Sales' },
  { id: 'ben', name: '=Ben', department: '=Support' },
  { id: 'chi', name: '<i>Chi</i>', department: '<b>Product</b>' },
  { id: 'dov', name: 'דב', department: 'Ops 🚀 客户' },
  { id: 'nameless', name: '', department: '' },
]

/** 21 November 2026, 15:00 UTC. */
const maximalNowMs = Date.UTC(2026, 10, 21, 15)

export interface MaximalWorkshop {
  readonly doc: Y.Doc
  readonly input: ExportInput
}

export function maximalWorkshop(): MaximalWorkshop {
  const doc = new Y.Doc()
  const target: EditTarget = { doc, origin: 'fixture' }
  fillJourney(target, 'first', { x: 0, y: 0 }, 'as-is')
  fillJourney(target, 'second', { x: 9_000, y: 0 }, 'to-be')
  fillJourney(target, 'third', { x: 18_000, y: 40 }, 'as-is')
  putFreeCards(target)
  putClusters(target)
  putDrawings(target, drawings)
  const board = readBoard(doc)
  return {
    doc,
    input: {
      board,
      drawings: readDrawings(doc),
      workshop: {
        title: '=Leaving <b>service</b> & 客户 👩‍👩‍👧',
        departments: maximalDepartments,
        participants,
        facilitators: ['=Maya <b>'],
        reviewDate: '2027-02-01',
        agenda: maximalAgenda(),
      },
      rounds: maximalRounds(candidateIds),
      authors: Object.fromEntries(
        flavours.map((flavour, at) => [cardIdOf('first', 'note', flavour), trapText(flavour, 'author', at, 80)]),
      ),
      pictures: [maximalPicture],
      nowMs: maximalNowMs,
    },
  }
}

/** A phase for each trap, every second one private. */
function maximalAgenda(): Phase[] {
  const [model] = readyAgenda(60)
  if (!model) throw new Error('an agenda without phases')
  return flavours.map((flavour, at) => ({
    ...model,
    id: `phase${flavour}`,
    name: trapText(flavour, 'phase', at, PHASE_NAME_MAX_LENGTH).trim(),
    instruction: trapText(flavour, 'instruction', at, INSTRUCTION_MAX_LENGTH).trim(),
    private: at % 2 === 0,
    reveal: at % 4 === 0 ? 'names' : 'anonymous',
  }))
}

/** "first", "touchpoint", "html" → the id of that card. */
export function cardIdOf(journey: string, kind: CardKind, flavour: Flavour): CardId {
  return `${journey}${kind.replaceAll('-', '')}${flavour}` as CardId
}

/** What the rounds were about; the last is a note that was merged into another afterwards. */
const candidateIds = (['formula', 'html', 'emoji', 'rtl'] as const).map((flavour) => cardIdOf('first', 'note', flavour))

/** Every declared field with a value; text in the words of the flavour. */
function fieldsOf(fields: Readonly<Record<string, Field>>, marker: string, flavour: Flavour, journey: string) {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field], at) => [
      name,
      valueOf(field, `${marker}.${name}`, flavour, journey, at),
    ]),
  )
}

/** There are fewer journeys than kinds of trap: each text holds all of them. */
function mixedTexts(fields: Readonly<Record<string, Field>>, marker: string, flavour: Flavour) {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field], at) =>
      field.type === 'text' ? [[name, mixedTrapText(flavour, `${marker}.${name}`, at, field.maxLength)]] : [],
    ),
  )
}

function valueOf(field: Field, marker: string, flavour: Flavour, journey: string, at: number): unknown {
  const turn = flavours.indexOf(flavour) + at
  switch (field.type) {
    case 'text': {
      const isPasted = flavour === 'long' && field.maxLength * 2 === LONGEST_TEXT
      return trapText(flavour, marker, turn, isPasted ? LONGEST_TEXT : field.maxLength)
    }
    case 'choice':
      return field.options[turn % field.options.length]?.value
    case 'number':
      return field.min + (turn % Math.min(5, field.max - field.min + 1))
    case 'flag':
      return turn % 2 === 0
    case 'date':
      return `2026-12-${String(10 + turn).padStart(2, '0')}`
    case 'department':
      return maximalDepartments[turn % maximalDepartments.length]
    case 'card':
      return cardIdOf(journey, field.kind as CardKind, flavour)
    case 'picture':
      return maximalPicture.sha256
    case 'readings':
      return [
        { date: '2026-09-01', value: -0.5 - turn },
        { date: '2026-10-01', value: 4_711.25 + turn },
        { date: '2026-11-01', value: 0 },
      ]
  }
}

/** A map with a stage per flavour, every kind of lane, and in each stage every kind of card that a lane takes. */
function fillJourney(target: EditTarget, name: string, place: { x: number; y: number }, state: 'as-is' | 'to-be') {
  const journeyId = name as JourneyId
  const flavour = name === 'first' ? 'formula' : name === 'second' ? 'html' : 'rtl'
  const fields = { ...fieldsOf(journeyFields, name, flavour, name), ...mixedTexts(journeyFields, name, flavour) }
  createJourney(target, { ...fields, id: journeyId, place, state, persona: cardIdOf(name, 'persona', 'emoji') })
  const stages = name === 'third' ? flavours.slice(0, 1) : flavours
  const orders = orderKeys(Math.max(stages.length, laneKinds.length))
  stages.forEach((stage, at) => {
    const id = `${name}${stage}` as StageId
    const { columns } = stageFields
    const values = { ...fieldsOf(stageFields, `${name}.${stage}`, stage, name), columns: (at % columns.max) + 1 }
    createStage(target, { ...values, id, journeyId, order: orders[at] ?? '' })
  })
  laneKinds.forEach((kind, at) => {
    const id = `${name}${kind.replaceAll('-', '')}` as LaneId
    // One lane keeps the label of its kind.
    const title = at === 0 ? '' : trapText(flavours[at % flavours.length] ?? 'html', `${name}.${kind}`, at, 120)
    createLane(target, { id, journeyId, order: orders[at] ?? '', kind, title })
  })
  for (const stage of stages) fillStage(target, name, stage)
  setReadings(target, name, stages)
}

function fillStage(target: EditTarget, journey: string, flavour: Flavour): void {
  for (const kind of cardKindNames) {
    const lane = laneKinds.find((known) => laneTakes(known, kind))
    if (lane === undefined) continue
    const place: Place = {
      journeyId: journey as JourneyId,
      stageId: `${journey}${flavour}` as StageId,
      laneId: `${journey}${kind === 'note' ? 'pains' : lane.replaceAll('-', '')}` as LaneId,
      order: kind === 'action' ? 'a1' : 'a0',
    }
    putCard(target, journey, kind, flavour, place)
  }
}

function putCard(target: EditTarget, journey: string, kind: CardKind, flavour: Flavour, place: Place): void {
  const id = cardIdOf(journey, kind, flavour)
  const all = fieldsOf(cardDefinition(kind).fields, `${journey}.${kind}.${flavour}`, flavour, journey)
  const fields = kind === 'note' && isCellPlace(place) ? { ...all, type: 'pain' } : all
  const made = createCards(target, [{ id, kind, place, fields }])
  if (made.length === 0) throw new Error(`no card ${id}`)
}

/** Four people, by stage and by touchpoint, for the persona of the journey; one of them for no persona. */
function setReadings(target: EditTarget, journey: string, stages: readonly Flavour[]): void {
  participants.forEach(({ id }, person) => {
    stages.forEach((stage, at) => {
      const about = at === 1 ? cardIdOf(journey, 'touchpoint', stage) : (`${journey}${stage}` as StageId)
      const personaId = person === 4 ? null : cardIdOf(journey, 'persona', 'emoji')
      const reason = trapText(stage, `${journey}.reason.${stage}`, at, 200)
      const place = { journeyId: journey as JourneyId, personaId, participantId: id as ParticipantId, about }
      setReading(target, place, { value: (((at * 2 + person * person) % 5) - 2) * 0.9, reason })
    })
  })
}

/** Personas and the other types of note beside the maps, cards of a stage that is gone, a card whose journey is gone. */
function putFreeCards(target: EditTarget): void {
  for (const journey of ['first', 'second', 'third']) {
    flavours.forEach((flavour, at) => putCard(target, journey, 'persona', flavour, { x: at * 400, y: -900 }))
  }
  for (const flavour of flavours) putCard(target, 'free', 'note', flavour, { x: 40, y: -2_000 })
  const gone = { stageId: 'gone' as StageId, laneId: 'gone' as LaneId, order: 'a0' }
  restoreCards(target, [
    {
      id: 'homeless' as CardId,
      kind: 'note',
      place: { ...gone, journeyId: 'first' as JourneyId },
      fields: { text: '=homeless <b>', type: 'gain' },
    },
    {
      id: 'lost' as CardId,
      kind: 'action',
      place: { ...gone, journeyId: 'goneJourney' as JourneyId },
      fields: { text: 'lost', owner: '', status: 'doing' },
    },
    { id: 'empty' as CardId, kind: 'note', place: { x: 0, y: -3_000 }, fields: {} },
  ])
}

function putClusters(target: EditTarget): void {
  const note = (flavour: Flavour) => cardIdOf('first', 'note', flavour)
  mergeCards(target, { id: 'merge1' as ClusterId, into: note('formula'), parts: [note('rtl'), note('cjk')] })
  mergeCards(target, {
    id: 'merge2' as ClusterId,
    into: cardIdOf('second', 'note', 'html'),
    parts: [cardIdOf('second', 'note', 'emoji')],
  })
  groupCards(target, {
    id: 'group1' as ClusterId,
    name: '=Time <b> 👩‍👩‍👧‍👦 رحلة 客户旅程',
    cardIds: [note('html'), note('emoji')],
  })
}

const words = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})
const look = { color: 'red', size: 'm', dash: 'draw', fill: 'none', scale: 1 }
const shape = { typeName: 'shape', rotation: 0, opacity: 1, parentId: 'page:page', isLocked: false, meta: {} }
const drawings = [
  { id: 'page:page', typeName: 'page', name: 'Page', index: 'a1', meta: {} },
  {
    ...shape,
    id: 'shape:text1',
    type: 'text',
    x: 100,
    y: -400,
    index: 'a1',
    props: {
      ...look,
      richText: words('=drawn <b>words</b> 客户'),
      w: 200,
      autoSize: true,
      font: 'sans',
      textAlign: 'start',
    },
  },
  {
    ...shape,
    id: 'shape:line1',
    type: 'draw',
    x: 0,
    y: -300,
    index: 'a2',
    props: {
      ...look,
      segments: [
        {
          type: 'free',
          points: [
            { x: 0, y: 0 },
            { x: 40, y: 30 },
          ],
        },
      ],
      isClosed: false,
      isComplete: true,
      isPen: false,
    },
  },
  {
    ...shape,
    id: 'shape:picture1',
    type: 'image',
    x: 300,
    y: -400,
    index: 'a3',
    props: {
      w: 80,
      h: 60,
      assetId: 'asset:one',
      crop: null,
      flipX: false,
      flipY: false,
      altText: '=alt',
      url: '',
      playing: true,
    },
  },
  pictureRecord('asset:one'),
]
