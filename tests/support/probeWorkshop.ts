// A small workshop with one of everything in which one thing can be another: what a file does not carry shows by the
// file being the same.
import * as Y from 'yjs'
import type { LossSubject } from '../../shared/export/losses.ts'
import type { WorkshopInfo } from '../../shared/export/formats.ts'
import type { CardKind } from '../../shared/journey/cards/cardKinds.ts'
import type { ClusterId } from '../../shared/journey/clusters.ts'
import { createCards } from '../../shared/journey/edit/editCards.ts'
import { groupCards, mergeCards } from '../../shared/journey/edit/editClusters.ts'
import { putDrawings, readDrawings } from '../../shared/journey/edit/editDrawings.ts'
import { setReading } from '../../shared/journey/edit/editEmotions.ts'
import { createJourney, createLane, createStage } from '../../shared/journey/edit/editStructure.ts'
import type { EditTarget } from '../../shared/journey/edit/EditTarget.ts'
import type { CardId, JourneyId, LaneId, ParticipantId, StageId } from '../../shared/journey/ids.ts'
import { type LaneKind, laneKinds } from '../../shared/journey/lanes.ts'
import { orderKeys } from '../../shared/journey/order.ts'
import type { RoundResult } from '../../shared/workshop/results.ts'
import { readyAgenda } from '../../shared/workshop/agendas.ts'
import { maximalPicture, pictureRecord } from './maximalWorkshop.ts'
import { roundResult } from './roundResult.ts'

export interface ProbeWorkshop {
  readonly doc: Y.Doc
  readonly workshop: WorkshopInfo
  readonly rounds: readonly RoundResult[]
  readonly authors: Readonly<Record<string, string>>
  readonly pictures: readonly (typeof maximalPicture)[]
  readonly nowMs: number
}

/** One thing that can be another: a subject, and which of its values. */
export type Probe = `${LossSubject} ${number}`

/** `say('notes', 'one', 'two')`: the usual value, or the other one if this is what changes now. Each call is a probe. */
type Say = <Value>(subject: LossSubject, usual: Value, other: Value) => Value

/** Every probe there is, in the order of the workshop. */
export function allProbes(): Probe[] {
  const probes: Probe[] = []
  build(numbered((probe) => probes.push(probe) === 0))
  return probes
}

/** `isChanged` is asked for each value as it comes. */
function numbered(isChanged: (probe: Probe) => boolean): Say {
  const counts = new Map<LossSubject, number>()
  return (subject, usual, other) => {
    const number = counts.get(subject) ?? 0
    counts.set(subject, number + 1)
    return isChanged(`${subject} ${number}`) ? other : usual
  }
}

const journeyId = 'map' as JourneyId
/** By turns of Sales and Support: of each enough for a file to tell how the department felt. */
const people = ['Anna', 'Ben', 'Chi', 'Dov', 'Eve', 'Fay']

export function probeWorkshop(changed: Probe | null): ProbeWorkshop {
  return build(numbered((probe) => probe === changed))
}

function build(say: Say): ProbeWorkshop {
  const doc = new Y.Doc()
  const target: EditTarget = { doc, origin: 'probe' }
  fillMap(target, say)
  fillCells(target, say)
  fillBeside(target, say)
  return {
    doc,
    workshop: {
      title: say('title', 'A workshop', 'Another workshop'),
      departments: ['Sales', say('departmentList', 'Support', 'Service')],
      participants: [
        ...people.map((name, at) => ({
          id: name.toLowerCase(),
          name: at === 0 ? say('people', name, 'Zoe') : name,
          department: at % 2 === 0 ? 'Sales' : 'Support',
        })),
        // Said nothing about how it feels.
        { id: 'gus', name: 'Gus', department: say('participation', 'Sales', 'Support') },
      ],
      facilitators: [say('facilitators', 'Maya', 'Nils')],
      agenda: readyAgenda(say('agenda', 60, 90)),
      reviewDate: say('review', '2027-02-01', '2027-03-01'),
    },
    rounds: roundsOf(say),
    authors: { first: say('authors', 'Anna', 'Ben') },
    pictures: [maximalPicture],
    nowMs: Date.UTC(2026, 10, 21),
  }
}

function fillMap(target: EditTarget, say: Say): void {
  createJourney(target, {
    id: journeyId,
    place: { x: say('places', 0, 10), y: 0 },
    title: say('maps', 'A journey', 'Another journey'),
    state: say('states', 'to-be', 'as-is'),
    objective: say('objective', 'Claims filed', 'Days saved'),
    successMeasure: say('objective', 'Share', 'Count'),
    persona: say('persona', 'persona', 'visitor') as CardId,
  })
  const orders = orderKeys(laneKinds.length)
  const stages = [
    [say('stages', 'Before', 'Earlier'), say('periods', 'May', 'June')],
    ['After', ''],
  ] as const
  stages.forEach(([name, period], at) =>
    createStage(target, {
      id: `stage${at}` as StageId,
      journeyId,
      order: orders[at] ?? '',
      name,
      period,
      columns: at === 0 ? say('places', 3, 4) : 2,
    }),
  )
  laneKinds.forEach((kind, at) => {
    const title = kind === 'pains' ? say('lanes', 'What hurts', 'What annoys') : ''
    const place = { id: kind.replaceAll('-', '') as LaneId, journeyId, order: orders[at] ?? '' }
    createLane(target, { ...place, kind: kind === 'free' ? say('lanes', kind, 'pains') : kind, title })
  })
  const isLower = say('feelings', false, true)
  const reason = say('reasons', 'slow', 'late')
  // Two of a department change places, in one stage or altogether; then two of different ones: the room felt the same.
  const values = say('readings', [-1, 0, 1, 2, 1, 0], [1, 0, -1, 2, 1, 0])
  const givers = say('givers', people, ['Chi', 'Ben', 'Anna', 'Dov', 'Eve', 'Fay'])
  const mixed = say('departmentFeelings', givers, ['Ben', 'Anna', 'Chi', 'Dov', 'Eve', 'Fay'])
  mixed.forEach((name, at) => {
    const value = isLower ? -2 : (values[at] ?? 0)
    const place = { journeyId, personaId: 'persona' as CardId, participantId: name.toLowerCase() as ParticipantId }
    setReading(target, { ...place, about: 'stage0' as StageId }, { value, reason })
    setReading(target, { ...place, about: 'stage1' as StageId }, { value: at % 3, reason: '' })
  })
}

interface ProbeCard {
  readonly id: string
  readonly kind: CardKind
  readonly lane: LaneKind
  readonly fields: Readonly<Record<string, unknown>>
  readonly order?: string
  readonly stage?: string
}

function fillCells(target: EditTarget, say: Say): void {
  const long = 'and so on, '.repeat(100)
  const cards: ProbeCard[] = [
    {
      id: 'touchpoint',
      kind: 'touchpoint',
      lane: 'touchpoints',
      stage: say('order', 'stage0', 'stage1'),
      fields: {
        title: say('touchpoints', 'Claim form', 'Claim page'),
        channel: say('channels', 'web', 'phone'),
        department: say('departments', 'Sales', 'Support'),
        momentOfTruth: say('moments', true, false),
        customerAction: say('touchpointDetails', 'Fills it in', 'Signs it'),
        expectation: say('touchpointDetails', 'A date', 'A name'),
        positiveExperience: say('touchpointDetails', 'Short', 'Clear'),
        negativeExperience: say('touchpointDetails', 'Twice', 'Small'),
        evidence: say('touchpointDetails', 'assumed', 'validated'),
        satisfaction: say('ratings', 2, 3),
        importanceToCustomer: say('ratings', 4, 5),
        importanceToUs: say('ratings', 1, 2),
      },
    },
    {
      id: 'first',
      kind: 'note',
      lane: 'pains',
      order: say('order', 'a0', 'a3'),
      fields: {
        text: say('notes', 'Long waits', 'Long queues'),
        type: say('noteTypes', 'pain', 'question'),
        severity: say('severity', 3, 4),
        evidence: say('noteDetails', 'Survey', 'Interview'),
        department: say('departments', 'Sales', 'Support'),
      },
    },
    { id: 'second', kind: 'note', lane: 'pains', order: 'a1', fields: { text: 'Second note', type: 'pain' } },
    {
      id: 'part',
      kind: 'note',
      lane: 'pains',
      order: 'a2',
      fields: { text: say('merged', 'Waits again', 'Waits twice'), type: 'pain' },
    },
    // The second stage has nothing that the customer meets or that happens behind it.
    {
      id: 'lonely',
      kind: 'note',
      lane: 'pains',
      stage: 'stage1',
      fields: { text: say('lonelyPains', 'No news', 'No word'), type: 'pain' },
    },
    {
      id: 'other',
      kind: 'note',
      lane: 'free',
      fields: { text: say('otherNotes', 'In the free lane', 'In the open lane'), type: 'question' },
    },
    {
      id: 'long',
      kind: 'note',
      lane: 'gains',
      fields: { text: `Long ${long}${say('longTexts', 'end', 'other end')}`, type: 'gain' },
    },
    {
      id: 'scripts',
      kind: 'note',
      lane: 'gains',
      order: 'a1',
      fields: { text: say('scripts', 'Other 客 👍', 'Other 户 👎'), type: 'gain' },
    },
    {
      id: 'customer',
      kind: 'customer-action',
      lane: 'customer-actions',
      fields: { text: say('customerActions', 'Files it', 'Sends it') },
    },
    {
      id: 'thought',
      kind: 'thought',
      lane: 'thoughts',
      fields: { text: say('thoughts', 'Where is it?', 'What now?') },
    },
    {
      id: 'step',
      kind: 'process-step',
      lane: 'process',
      fields: {
        title: say('steps', 'Queue', 'Pile'),
        actor: say('stepDetails', 'Clerk', 'Robot'),
        system: say('stepDetails', 'Mainframe', 'Paper'),
        minutes: say('stepDetails', 10, 11),
        waitMinutes: say('stepDetails', 60, 61),
        flag: say('flags', 'bottleneck', 'delay'),
        department: say('stepDetails', 'Support', 'Sales'),
      },
    },
    {
      id: 'kpi',
      kind: 'kpi',
      lane: 'kpi',
      fields: {
        name: say('kpis', 'Days to decision', 'Days to answer'),
        unit: say('kpiValues', 'days', 'weeks'),
        baseline: say('kpiBaselines', 140, 150),
        target: say('kpiValues', 80, 70),
        source: say('kpiSources', 'Reports', 'Counting'),
        readings: [
          { date: '2026-09-01', value: say('kpiReadings', 131, 132) },
          { date: say('kpiReadings', '2026-10-01', '2026-10-02'), value: say('kpiValues', 125, 126) },
        ],
      },
    },
    {
      id: 'opportunity',
      kind: 'opportunity',
      lane: 'opportunities',
      fields: {
        text: say('opportunities', 'Show the status', 'Show the date'),
        impact: say('impact', 4, 5),
        effort: say('impact', 2, 1),
        kpi: say('kpiLinks', 'kpi', null),
      },
    },
    {
      id: 'action',
      kind: 'action',
      lane: 'opportunities',
      order: 'a1',
      fields: {
        text: say('actions', 'Build it', 'Buy it'),
        owner: say('owners', 'Ruth', 'Rita'),
        due: say('owners', '2027-01-15', '2027-01-16'),
        department: say('departments', 'Sales', 'Support'),
        kpi: say('kpiLinks', 'kpi', null),
        status: say('status', 'doing', 'open'),
      },
    },
    {
      id: 'done',
      kind: 'action',
      lane: 'opportunities',
      order: 'a2',
      fields: { text: say('doneActions', 'Called', 'Wrote'), status: 'done' },
    },
  ]
  const made = createCards(
    target,
    cards.map(({ id, kind, lane, fields, order = 'a0', stage = 'stage0' }) => {
      const place = { journeyId, stageId: stage as StageId, laneId: lane.replaceAll('-', '') as LaneId, order }
      return { id: id as CardId, kind, place, fields }
    }),
  )
  if (made.length !== cards.length) throw new Error('a card of the probe was left out')
}

const shape = { typeName: 'shape', rotation: 0, opacity: 1, parentId: 'page:page', isLocked: false, meta: {}, y: -400 }
const look = { color: 'red', size: 'm', dash: 'draw', fill: 'none', scale: 1 }

function fillBeside(target: EditTarget, say: Say): void {
  const at = (x: number, y: number) => ({ x, y })
  createCards(target, [
    {
      id: 'persona' as CardId,
      kind: 'persona',
      place: at(0, -900),
      fields: {
        name: say('persona', 'A customer', 'A visitor'),
        needs: say('persona', 'To be done', 'To be heard'),
        expectations: say('personaDetails', 'A date', 'A call'),
        motivations: say('personaDetails', 'Family', 'Money'),
        picture: say('portraits', maximalPicture.sha256, null),
      },
    },
    { id: 'visitor' as CardId, kind: 'persona', place: at(400, -900), fields: { name: 'A second one' } },
    {
      id: 'loose' as CardId,
      kind: 'note',
      place: at(say('places', 40, 41), -700),
      fields: { text: say('freeCards', 'Parked', 'Kept'), type: 'idea' },
    },
  ])
  mergeCards(target, { id: 'merge' as ClusterId, into: 'first' as CardId, parts: ['part' as CardId] })
  const name = say('groups', 'Time', 'Money')
  const others = say('groups', ['second'], [])
  groupCards(target, { id: 'group' as ClusterId, name, cardIds: ['first', ...others] as CardId[] })
  const assetId = 'asset:one'
  putDrawings(target, [
    { id: 'page:page', typeName: 'page', name: 'Page', index: 'a1', meta: {} },
    {
      ...shape,
      id: 'shape:line',
      type: 'geo',
      x: 0,
      index: 'a2',
      props: { ...look, geo: 'rectangle', w: say('drawings', 100, 140), h: 40 },
    },
    {
      ...shape,
      id: 'shape:picture',
      type: 'image',
      x: 300,
      index: 'a3',
      props: { w: 80, h: 60, assetId: say('pictures', assetId, null), crop: null },
    },
    pictureRecord(assetId),
  ])
  if (readDrawings(target.doc).length !== 4) throw new Error('a drawing of the probe was left out')
}

function roundsOf(say: Say): RoundResult[] {
  const cards = [
    { cardId: 'first', title: 'Long waits', stage: 'Before' },
    { cardId: 'second', title: 'Second note', stage: 'Before' },
  ]
  const vote = (number: number, dots: readonly Record<string, number>[], swap: boolean) => {
    const given = swap ? dots.toReversed() : dots
    return roundResult({
      cards,
      ballots: given.map((one) => ({ dots: one })),
      round: { id: `round${number}`, number, question: number === 1 ? 'Which first?' : question },
    })
  }
  const question = say('votes', 'And now?', 'What now?')
  const earlier = say('earlierVotes', [{ first: 2 }, { second: 1 }], [{ first: 1 }, { second: 1 }])
  const latest = say('votes', [{ first: 3 }, { second: 1 }], [{ first: 3 }, { second: 2 }])
  // The same tally from other ballots.
  return [vote(1, earlier, false), vote(2, latest, say('ballots', false, true))]
}
