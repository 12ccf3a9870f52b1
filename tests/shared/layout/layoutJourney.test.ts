import { describe, expect, test } from 'vitest'
import { fontMetrics } from '../../../client/board/fontMetrics.ts'
import { cellKey } from '../../../shared/journey/Board.ts'
import { readBoard } from '../../../shared/journey/BoardModel.ts'
import type { CardKind } from '../../../shared/journey/cards/cardKinds.ts'
import { createCards } from '../../../shared/journey/edit/editCards.ts'
import { setField } from '../../../shared/journey/edit/editFields.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import { layoutBoard } from '../../../shared/layout/layoutBoard.ts'
import { LayoutCache } from '../../../shared/layout/LayoutCache.ts'
import type { JourneyLayout } from '../../../shared/layout/JourneyLayout.ts'
import { type DrawnJourney, drawJourney } from '../../support/journeyBuilder.ts'

function lay(journey: DrawnJourney): JourneyLayout {
  const layout = layoutBoard(journey.board(), new LayoutCache(fontMetrics)).journeys.get(journey.id)
  if (!layout) throw new Error('no layout')
  return layout
}

const box = (layout: JourneyLayout, id: CardId): number[] => {
  const card = layout.cards.get(id)
  return card ? [card.x, card.y, card.w, card.h] : []
}

/** The map of the design's picture, card by card. */
const mock = `
                   | Preparing (6–12 months before) | Separating | Settling | Thriving
  customer-actions | Attends the class, gathers records | Has the exam, files the claim, enrols | Checks the claim | Reports changes
  touchpoints      | Transition class; Benefits site with 11+ categories; Eligibility check | Final medical exam; Claim before separation; Enrolment in health care; Choice of education benefit; Change of address and bank details | Claim status | Change of job
  thoughts         | What do I need to know? | What must I do right now? | Did I do everything? | What else?
  emotion          | anna -0.5 | anna -1.5 | anna -1 | anna 0.5
  pains            | Too much information; Nothing personal; The two systems do not talk | Deadline pressure | Status cannot be seen | Changes of benefits not announced; Nobody reaches out; Every need means learning the system again
  process          | Separate intake in four agencies; No hand-over | Claim queue | Decision queue | Notices by mail
  kpi              | Share of classes attended | Claims filed | Days | Share of new
`

describe('the map of the design', () => {
  const journey = drawJourney(mock)
  const layout = lay(journey)

  test('is as large as in the picture', () => {
    expect([layout.x, layout.y, layout.w, layout.h]).toEqual([0, 0, 1568, 882])
    expect(layout.header).toEqual({ x: 0, y: 0, w: 1568, h: 66 })
  })

  test('stages are 360 wide under a header of 44', () => {
    expect(layout.stages.map((stage) => stage.header.x)).toEqual([128, 488, 848, 1208])
    expect(layout.stages[1]?.header).toEqual({ x: 488, y: 66, w: 360, h: 44 })
    expect(layout.stages[1]?.body).toEqual({ x: 488, y: 110, w: 360, h: 772 })
  })

  test('lanes are as high as their tallest cell asks for', () => {
    expect(layout.lanes.map((lane) => [lane.kind, lane.label.y, lane.label.h])).toEqual([
      ['customer-actions', 110, 52],
      ['touchpoints', 162, 234],
      ['thoughts', 396, 40],
      ['emotion', 436, 144],
      ['pains', 580, 162],
      ['process', 742, 72],
      ['kpi', 814, 68],
    ])
    expect(layout.emotion).toEqual([{ laneId: journey.lane('emotion'), rect: { x: 128, y: 436, w: 1440, h: 144 } }])
  })

  test('cards lie where they lie in the picture', () => {
    expect(box(layout, journey.card('Transition class'))).toEqual([140, 172, 164, 66])
    expect(box(layout, journey.card('Benefits site with 11+ categories'))).toEqual([312, 172, 164, 66])
    expect(box(layout, journey.card('Eligibility check'))).toEqual([140, 246, 164, 66])
    expect(box(layout, journey.card('Change of address and bank details'))).toEqual([500, 320, 164, 66])
    expect(box(layout, journey.card('Attends the class, gathers records'))).toEqual([140, 120, 336, 32])
    expect(box(layout, journey.card('What do I need to know?'))).toEqual([140, 406, 336, 20])
    expect(box(layout, journey.card('Too much information'))).toEqual([140, 590, 164, 50])
    expect(box(layout, journey.card('Nobody reaches out'))).toEqual([1392, 590, 164, 67])
    expect(box(layout, journey.card('Every need means learning the system again'))).toEqual([1220, 665, 164, 67])
    expect(box(layout, journey.card('No hand-over'))).toEqual([312, 756, 164, 48])
    expect(box(layout, journey.card('Share of classes attended'))).toEqual([140, 824, 164, 48])
  })

  test('lines break as in the picture', () => {
    const lines = (words: string) => layout.cards.get(journey.card(words))?.lines
    expect(lines('Benefits site with 11+ categories')).toEqual(['Benefits site with 11+', 'categories'])
    expect(lines('Every need means learning the system again')).toEqual([
      'Every need means',
      'learning the system',
      'again',
    ])
    expect(lines('Separate intake in four agencies')).toEqual(['Separate intake in four', 'agencies'])
    expect(lines('Changes of benefits not announced')).toEqual(['Changes of', 'benefits not', 'announced'])
  })

  test('the next place of a cell is free, or over the rule right below its cards when the cell is full', () => {
    const slot = (stage: string, lane: string) =>
      layout.cells.get(cellKey(journey.stage(stage), journey.lane(lane)))?.nextSlot
    const inside = { isOnRule: false }
    const onRule = { isOnRule: true }
    expect(slot('Preparing', 'touchpoints')).toEqual({ x: 312, y: 246, w: 164, h: 32, ...inside })
    expect(slot('Separating', 'touchpoints')).toEqual({ x: 672, y: 320, w: 164, h: 32, ...inside })
    expect(slot('Preparing', 'process')).toEqual({ x: 140, y: 804, w: 164, h: 24, ...onRule })
    expect(slot('Separating', 'customer-actions')).toEqual({ x: 500, y: 152, w: 164, h: 24, ...onRule })
    expect(slot('Preparing', 'emotion')).toBeNull()
  })
})

describe('rows and columns', () => {
  test('a wide card takes two columns, in one column it takes that', () => {
    const journey = drawJourney(`
                       | One     | Two      | Three
      customer-actions | a; b    | c; d     | e; f; g
    `)
    setField(journey.target, 'stages', journey.stage('One'), 'columns', 1)
    setField(journey.target, 'stages', journey.stage('Three'), 'columns', 5)
    const layout = lay(journey)
    expect(layout.stages.map((stage) => stage.header.w)).toEqual([188, 360, 876])
    expect(box(layout, journey.card('a'))).toEqual([140, 120, 164, 32])
    expect(box(layout, journey.card('b'))).toEqual([140, 160, 164, 32])
    expect(box(layout, journey.card('d'))).toEqual([328, 160, 336, 32])
    expect(box(layout, journey.card('f'))).toEqual([1032, 120, 336, 32])
    expect(box(layout, journey.card('g'))).toEqual([688, 160, 336, 32])
  })

  test('cards of a row are as tall as the tallest', () => {
    const journey = drawJourney(`
            | One
      pains | Short; One two three four five six seven eight nine ten eleven; Next
    `)
    const layout = lay(journey)
    expect(box(layout, journey.card('Short'))[3]).toBe(
      box(layout, journey.card('One two three four five six seven eight nine ten eleven'))[3],
    )
    expect(box(layout, journey.card('Short'))[3]).toBeGreaterThan(50)
    expect(box(layout, journey.card('Next'))[3]).toBe(50)
  })

  test.each<[CardKind, Record<string, unknown>, number, number]>([
    ['touchpoint', { title: 'Claim' }, 164, 66],
    ['touchpoint', { title: 'word '.repeat(40) }, 164, 83],
    ['note', { text: '' }, 164, 50],
    ['note', { text: 'word '.repeat(90) }, 164, 101],
    ['customer-action', { text: 'Files the claim' }, 336, 32],
    ['customer-action', { text: 'word '.repeat(50) }, 336, 49],
    ['thought', { text: 'What now?' }, 336, 20],
    ['thought', { text: 'word '.repeat(50) }, 336, 40],
    ['process-step', { title: 'Queue' }, 164, 48],
    ['process-step', { title: 'word '.repeat(50) }, 164, 65],
    ['kpi', { name: 'Days' }, 164, 48],
    ['kpi', { name: 'Days from filing to decision' }, 164, 48],
    ['kpi', { name: 'Days from filing to decision', target: 80 }, 164, 64],
    ['opportunity', { text: 'One place' }, 164, 66],
    ['action', { text: 'word '.repeat(40) }, 164, 83],
    ['persona', { name: 'Service member', needs: 'to miss nothing' }, 336, 66],
  ])('%s %o is %i × %i', (kind, fields, w, h) => {
    const journey = drawJourney('| One\n pains |')
    const id = 'card1' as CardId
    createCards(journey.target, [{ id, kind, place: { x: -500, y: 20 }, fields }])
    const card = layoutBoard(journey.board(), new LayoutCache(fontMetrics)).free.get(id)
    expect(card).toMatchObject({ x: -500, y: 20, w, h, homeless: false })
  })

  test('a map without stages or lanes still has its sheet', () => {
    const journey = drawJourney('|')
    expect(lay(journey)).toMatchObject({ w: 488, h: 110, lanes: [] })
  })
})

describe('small print', () => {
  const journey = drawJourney('| One\n kpi | Classes attended\n opportunities | One list\n touchpoints | Class')
  const { target } = journey
  const foot = (words: string): string | undefined => lay(journey).cards.get(journey.card(words))?.foot

  test('channel', () => {
    setField(target, 'cards', journey.card('Class'), 'channel', 'in person')
    expect(foot('Class')).toBe('in person')
    setField(target, 'cards', journey.card('Class'), 'channel', 'by phone, by letter, in the office and on the web')
    expect(foot('Class')).toMatch(/^by phone, by letter.*…$/)
  })

  test('newest reading, unit and target of a KPI; the baseline before the first reading', () => {
    const kpi = journey.card('Classes attended')
    setField(target, 'cards', kpi, 'unit', '%')
    setField(target, 'cards', kpi, 'target', 80)
    expect(foot('Classes attended')).toBe('target 80 %')
    setField(target, 'cards', kpi, 'baseline', 50)
    expect(foot('Classes attended')).toBe('50 %, target 80 %')
    setField(target, 'cards', kpi, 'readings', [
      { date: '2026-10-01', value: 55 },
      { date: '2026-11-01', value: 62 },
    ])
    expect(foot('Classes attended')).toBe('62 %, target 80 %')
  })

  test('the name of an opportunity’s KPI follows the KPI', () => {
    setField(target, 'cards', journey.card('One list'), 'kpi', journey.card('Classes attended'))
    expect(foot('One list')).toBe('Classes attended')
  })

  test('owner and day of an action', () => {
    const place = journey.place('One', 'opportunities')
    createCards(target, [
      { id: 'act' as CardId, kind: 'action', place, fields: { text: 'Do it', owner: 'Ruth', due: '2027-01-15' } },
    ])
    expect(foot('Do it')).toBe('Ruth, 15 January')
  })
})

describe('cards without a cell', () => {
  test('wait below their map in a fixed order', () => {
    const journey = drawJourney('| One | Two\n pains | a; b; c | d', { place: { x: 100, y: 50 } })
    journey.doc.getMap('stages').delete(journey.stage('One'))
    const layout = lay(journey)
    expect(box(layout, journey.card('a'))).toEqual([100, layout.y + layout.h + 40, 164, 50])
    expect(box(layout, journey.card('b'))).toEqual([272, layout.y + layout.h + 40, 164, 50])
    expect(box(layout, journey.card('c'))).toEqual([100, layout.y + layout.h + 98, 164, 50])
    expect(layout.cards.get(journey.card('a'))?.homeless).toBe(true)
    expect(layout.cards.get(journey.card('d'))?.homeless).toBe(false)
  })

  test('whose journey is gone lie below everything', () => {
    const journey = drawJourney('| One\n pains | a')
    const other = drawJourney('| One\n pains | b', { doc: journey.doc, title: 'Other', place: { x: 600, y: 900 } })
    const b = other.card('b')
    journey.doc.getMap('journeys').delete(other.id)
    const layout = layoutBoard(readBoard(journey.doc), new LayoutCache(fontMetrics))
    const map = layout.journeys.get(journey.id)
    expect(layout.free.get(b)).toMatchObject({ x: 0, y: (map?.h ?? 0) + 40, homeless: true })
  })
})

test('an empty lane is high enough for its label', () => {
  const journey = drawJourney('| One\n process |\n pains (What makes people give up half-way through) |\n kpi |')
  expect(lay(journey).lanes.map((lane) => lane.label.h)).toEqual([64, 84, 52])
})
