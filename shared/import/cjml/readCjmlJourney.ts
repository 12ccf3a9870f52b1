// One journey of a CJML file → a map: its phases are the stages, its moments the cards.
import type { FileCellCard, FileEntity, FileFreeCard, FileJourney } from '../../export/journeyFile.ts'
import { type CardId, type JourneyId, newId, type StageId } from '../../journey/ids.ts'
import { DEFAULT_COLUMNS, journeyFields, stageFields } from '../../journey/schema.ts'
import { TEXT_SLACK } from '../../journey/fields.ts'
import type { LaneKind } from '../../journey/lanes.ts'
import { LANE_LABEL_WIDTH, stageWidth } from '../../layout/mapMetrics.ts'
import { showValue } from '../ImportProblem.ts'
import { MAX_TABLE_ROWS } from '../table/Table.ts'
import type { XmlElement } from '../xml/readXml.ts'
import { type CjmlActor, CjmlActors } from './CjmlActors.ts'
import type { ElementReader } from './ElementReader.ts'
import { type FeltCard, placeFeelings, type RatingScale } from './placeFeelings.ts'
import { isMeeting, type Moment, momentsIn, readMoment } from './readMoments.ts'

/** What the journeys of one file share, in the order of the file. */
export interface CjmlFile {
  readonly reader: ElementReader
  readonly departments: ReadonlySet<string>
  /** Ids of the planned journeys. */
  readonly planIds: ReadonlySet<string>
  readonly actors: Map<string, CjmlActor>
  /** Name → card. */
  readonly personas: Map<string, FileFreeCard>
  /** Cards made so far. */
  cards: number
  /** Where the next map lies. */
  x: number
}

export interface CjmlJourney {
  readonly element: XmlElement
  readonly fields: Readonly<Record<string, unknown>>
  readonly persona: string | null
  readonly phases: readonly FileEntity[]
  readonly moments: readonly Moment[]
  readonly x: number
}

/** Between two maps, px; and how far above its map a persona lies. */
const MAP_GAP = 200
const PERSONA_RISE = 90
/** As many as the lossless file takes. */
const MAX_PHASES = 500

export function readCjmlJourney(file: CjmlFile, element: XmlElement): CjmlJourney {
  const { reader } = file
  const fields = readFields(file, element)
  const { phases, numbers } = readPhases(reader, element)
  const actors = new CjmlActors(reader, element, file.actors)
  for (const actor of actors.all) file.actors.set(actor.id, actor)
  const persona = readPersonas(file, element, actors.all)
  const isDepartment = departmentsAmong(file, element, actors)
  const moments: Moment[] = []
  for (const moment of momentsIn(reader, element)) {
    const read = readMoment({ reader, actors, phases: numbers, isDepartment }, moment)
    // Words of a feeling may become a card, too.
    file.cards += 1 + read.comments.length + (read.feeling ? 1 : 0)
    if (file.cards > MAX_TABLE_ROWS) {
      reader.refuse(moment, `The file makes more than ${MAX_TABLE_ROWS.toLocaleString('en')} cards.`)
      break
    }
    moments.push(read)
  }
  const x = file.x
  file.x += LANE_LABEL_WIDTH + Math.max(1, phases.length) * stageWidth(DEFAULT_COLUMNS) + MAP_GAP
  return { element, fields, persona, phases, moments, x }
}

function readFields({ reader, planIds }: CjmlFile, element: XmlElement): Record<string, unknown> {
  const { title, objective, successMeasure } = journeyFields
  const id = reader.child(element, 'journeyID')?.text ?? ''
  const name = reader.words(element, 'journeyTitle', title.maxLength * TEXT_SLACK)
  // Some programs write the title where the id belongs.
  const isTitle = id !== '' && !/^[AP]J\d*$/.test(id) && id.length <= title.maxLength
  const plan = element.children.find((child) => child.name === 'plannedReference')
  // Files of this program refer to the first plan there is, which is made again when the journey is taken out.
  if (plan && planIds.has(plan.text)) reader.child(element, 'plannedReference')
  return {
    title: name || (isTitle ? id : ''),
    objective: reader.words(element, 'journeyShortSummary', objective.maxLength * TEXT_SLACK),
    successMeasure: reader.words(element, 'journeyLongSummary', successMeasure.maxLength * TEXT_SLACK),
    state: element.name === 'plannedJourney' ? 'to-be' : 'as-is',
  }
}

function readPhases(reader: ElementReader, element: XmlElement) {
  const numbers = new Map<string, number>()
  const found = reader.children(reader.child(element, 'journeyPhases'), 'journeyPhase')
  const tooMany = found[MAX_PHASES]
  if (tooMany) reader.refuse(tooMany, `At most ${MAX_PHASES} phases have room on a map.`)
  const phases = found.map((phase, at): FileEntity => {
    const id = phase.attributes.get('phaseID')?.trim() ?? ''
    if (numbers.has(id)) reader.refuse(phase, `The phase ${showValue(id)} is there twice.`)
    numbers.set(id, at)
    const name = reader.words(phase, 'phaseName', stageFields.name.maxLength * TEXT_SLACK)
    const period = reader.words(phase, 'phaseDescription', stageFields.period.maxLength * TEXT_SLACK)
    return { id: newId<StageId>(), name: name || id.slice(0, stageFields.name.maxLength), period }
  })
  return { phases, numbers }
}

/** Cards of customers with a name; the first is whose journey it is. */
function readPersonas(file: CjmlFile, element: XmlElement, actors: readonly CjmlActor[]): string | null {
  const customers = actors.filter(({ isCustomer }) => isCustomer)
  if (customers.length > 1)
    file.reader.remark(element, 'customers', () => `A map has one customer: ${customers.length} are shown as one.`)
  const ids = customers.flatMap(({ name }) => {
    if (name === '') return []
    const known = file.personas.get(name)
    const place = { x: file.x + 2 * MAP_GAP * file.personas.size, y: -PERSONA_RISE }
    const card = known ?? { id: newId<CardId>(), kind: 'persona' as const, place, fields: { name } }
    file.personas.set(name, card)
    return [card.id]
  })
  return ids[0] ?? null
}

/** Providers that meet the customer, and those that the workshop knows as departments. */
function departmentsAmong(
  { reader, departments }: CjmlFile,
  element: XmlElement,
  actors: CjmlActors,
): (name: string) => boolean {
  const meeting = new Set<string>()
  const byId = new Map(actors.all.map((actor) => [actor.id, actor]))
  for (const moment of momentsIn(reader, element).filter(isMeeting)) {
    const met = ['initiator', 'receiver'].map((role) => {
      const refersTo = moment.children
        .find(({ name }) => name === role)
        ?.children.find(({ name }) => name === 'refersTo')
      return byId.get(refersTo?.attributes.get('actorIDref')?.trim() ?? '')
    })
    if (met.some((actor) => actor?.isCustomer)) for (const actor of met) if (actor) meeting.add(actor.name)
  }
  return (name) => name !== '' && (meeting.has(name) || departments.has(name.toLowerCase()))
}

/** Lanes of every map, and those that something lies in. */
const alwaysThere: ReadonlySet<LaneKind> = new Set([
  'customer-actions',
  'touchpoints',
  'emotion',
  'pains',
  'opportunities',
])
const laneOrder: readonly LaneKind[] = [
  'customer-actions',
  'touchpoints',
  'thoughts',
  'emotion',
  'pains',
  'process',
  'opportunities',
]

export function toFileJourney(reader: ElementReader, journey: CjmlJourney, scale: RatingScale): FileJourney {
  const { persona, fields, x } = journey
  const stages = stagesFor(reader, journey)
  const cards: (Omit<FileCellCard, 'lane'> & { readonly lane: LaneKind })[] = []
  const felt: FeltCard[] = []
  let last = stages[0]?.id ?? ''
  for (const { phase, kind, lane, fields: words, comments, feeling, element } of journey.moments) {
    if (phase === null && journey.phases.length > 0) reader.remark(element, 'no phase', phaselessSentence)
    const stage = phase === null ? last : (stages[phase]?.id ?? last)
    last = stage
    const card = { id: newId<CardId>(), kind, stage, lane, fields: words }
    cards.push(card)
    if (feeling) felt.push({ feeling, card, stage })
    for (const text of comments)
      cards.push({ id: newId<CardId>(), kind: 'note', stage, lane: 'pains', fields: { text, type: 'pain' } })
  }
  const { emotions, thoughts } = placeFeelings(reader, felt, scale, persona)
  for (const { stage, text } of thoughts)
    cards.push({ id: newId<CardId>(), kind: 'thought', stage, lane: 'thoughts', fields: { text } })
  const used = new Set(cards.map(({ lane }) => lane))
  const lanes = laneOrder
    .filter((kind) => alwaysThere.has(kind) || used.has(kind))
    .map((kind): FileEntity => ({ id: newId<CardId>(), kind }))
  const laneIds = new Map(lanes.map((lane) => [lane['kind'], lane.id]))
  return {
    ...fields,
    id: newId<JourneyId>(),
    ...(persona === null ? {} : { persona }),
    place: { x, y: 0 },
    stages,
    lanes,
    cards: cards.map((card) => ({ ...card, lane: laneIds.get(card.lane) ?? null })),
    emotions,
  }
}

const phaselessSentence = (count: number): string =>
  `${count === 1 ? 'This names' : `${count} name`} no phase and come${count === 1 ? 's' : ''} where the one before is.`

/** Without phases everything lies in one stage that people name. */
function stagesFor(reader: ElementReader, { phases, moments, element }: CjmlJourney): readonly FileEntity[] {
  if (phases.length > 0 || moments.length === 0) return phases
  reader.remark(element, 'no phases', () => 'There are no phases: everything comes into one stage without a name.')
  return [{ id: newId<StageId>(), name: '' }]
}
