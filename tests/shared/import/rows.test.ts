import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTable } from '../../../shared/import/parseTable.ts'
import { MAX_PASTED_CARDS, readRows, rowsToCards } from '../../../shared/import/rows.ts'
import { createCards } from '../../../shared/journey/edit/editCards.ts'
import { drawJourney } from '../../support/journeyBuilder.ts'

describe('parseTable', () => {
  it.each([
    [
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\r\nb\rc\n', [['a'], ['b'], ['c']]],
    ['"two\nlines"\t"a ""word"""', [['two\nlines', 'a "word"']]],
    ['"tab\there"\tnext', [['tab\there', 'next']]],
    ['"not closed\tb', [['"not closed', 'b']]],
    ['"quoted" word\tb', [['"quoted" word', 'b']]],
    ['5" screen', [['5" screen']]],
    ['\n \t \n  a  \n\n', [['a']]],
    ['""\tb', [['', 'b']]],
    ['', []],
  ])('%j', (text, rows) => {
    expect(parseTable(text)).toEqual(rows)
  })

  it('reads back any cells a spreadsheet writes', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', '漢'), maxLength: 6 })
      .map((text) => text.trim())
    const write = (words: string) => (/["\t\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words)
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 }), (rows) => {
        const text = rows.map((row) => row.map(write).join('\t')).join('\r\n')
        expect(parseTable(text)).toEqual(rows.filter((row) => row.some((words) => words !== '')))
      }),
    )
  })
})

const draw = () =>
  drawJourney(`
                | Preparing | Separating
  touchpoints   | Class     |
  pains         |           |
  process       |           |
  free          |           |
`)

const departments = ['Support', 'Sales', 'Marketing']

function paste(journey: ReturnType<typeof draw>, text: string, stage: string, lane: string) {
  const context = { board: journey.board(), stageId: journey.stage(stage), laneId: journey.lane(lane), departments }
  const { cards, leftOut } = rowsToCards(text, context)
  expect(createCards(journey.target, cards)).toHaveLength(cards.length)
  return { leftOut, kinds: cards.map((card) => card.kind), fields: cards.map((card) => card.fields) }
}

describe('rowsToCards', () => {
  it('makes a card of each line, of the kind of the lane, after those that are there', () => {
    const journey = draw()
    expect(paste(journey, 'Website\r\nFinal exam\r\n', 'Preparing', 'touchpoints').leftOut).toBe(0)
    expect(journey.cell('Preparing', 'touchpoints')).toEqual(['Class', 'Website', 'Final exam'])
  })

  it('makes one card of a row without a header: a department beside the words, the rest as its evidence', () => {
    const journey = draw()
    const text = 'Long wait\tSupport\nNo answer\tsales\tseen in 2024\nPaper forms\tLegal\t12'
    expect(paste(journey, text, 'Separating', 'pains')).toMatchObject({
      leftOut: 1,
      fields: [
        { type: 'pain', text: 'Long wait', department: 'Support' },
        { type: 'pain', text: 'No answer', department: 'Sales', evidence: 'seen in 2024' },
        { type: 'pain', text: 'Paper forms', evidence: 'Legal' },
      ],
    })
    expect(journey.cell('Separating', 'pains')).toEqual(['Long wait', 'No answer', 'Paper forms'])
  })

  it('counts what a kind without evidence cannot take', () => {
    expect(readRows('Intake\tHealth\nClaim\tSupport', { lane: 'touchpoints', departments })).toEqual({
      leftOut: 1,
      cards: [
        { kind: 'touchpoint', fields: { title: 'Intake' } },
        { kind: 'touchpoint', fields: { title: 'Claim', department: 'Support' } },
      ],
    })
  })

  it('reads stage and lane of a row without a header by their names', () => {
    const journey = draw()
    paste(journey, 'Separating\tTouchpoints\tCheckout page\nPreparing\tPain\tQueue', 'Preparing', 'free')
    expect(journey.cell('Separating', 'touchpoints')).toEqual(['Checkout page'])
    paste(journey, 'Separating\tLate\nPreparing\tLost', 'Preparing', 'pains')
    expect(journey.cell('Preparing', 'pains')).toEqual(['Queue', 'Lost'])
    expect(journey.cell('Separating', 'pains')).toEqual(['Late'])
  })

  it('makes no card of a header with a column it does not know', () => {
    const journey = draw()
    const text = [
      'Stage\tLane\tText\tChannel\tMood',
      'Separating\tTouchpoints\tCheckout page\tweb\tgood',
      'preparing\tPains\tLong wait\tphone\tbad',
    ].join('\n')
    // A touchpoint has no place for the mood; a pain keeps channel and mood as evidence.
    expect(paste(journey, text, 'Preparing', 'pains')).toMatchObject({
      leftOut: 1,
      kinds: ['touchpoint', 'note'],
      fields: [
        { title: 'Checkout page', channel: 'web' },
        { text: 'Long wait', evidence: 'Channel: phone\nMood: bad' },
      ],
    })
    expect(journey.cell('Separating', 'touchpoints')).toEqual(['Checkout page'])
    expect(journey.cell('Preparing', 'pains')).toEqual(['Long wait'])
  })

  it.each([
    ['Pain\tDepartment\nSlow\tSupport', 'pains', { text: 'Slow', department: 'Support' }],
    ['CARD\tseverity\nSlow\t4', 'pains', { text: 'Slow', severity: 4 }],
    ['Name\tTarget\nNPS\t40', 'kpi', { name: 'NPS', target: 40 }],
    ['What hurts\tStage\tSeverity\nSlow\t\t2', 'pains', { text: 'Slow', severity: 2 }],
    ['Gains\nFast', null, { text: 'Fast', type: 'gain' }],
    ['Touchpoint\tChannel\nDesk\tin person', 'free', { title: 'Desk', channel: 'in person' }],
    ['note_id\tstage\tposition\ttext\nx1\t\t3\tSlow', 'pains', { text: 'Slow' }],
  ] as const)('knows the header of %j', (text, lane, fields) => {
    const { cards, leftOut } = readRows(text, { lane, departments })
    expect(cards).toHaveLength(1)
    expect(cards[0]?.fields).toMatchObject(fields)
    expect(leftOut).toBe(0)
  })

  it('takes a first row of ordinary words for a card', () => {
    expect(readRows('Slow\tToo long\tUnclear\nLate\tAgain\tNo word', { lane: 'pains' }).cards).toHaveLength(2)
    expect(readRows('Note', { lane: 'pains' }).cards).toHaveLength(1)
  })

  it('puts columns that are called like lanes into them, and rows that are called like stages', () => {
    const journey = draw()
    const text = 'Stage\tTouchpoint\tPains\nSeparating\tDesk\tQueue\n\t\tNo form\nPreparing\tSite\t'
    expect(paste(journey, text, 'Preparing', 'free').leftOut).toBe(0)
    expect(journey.cell('Separating', 'touchpoints')).toEqual(['Desk'])
    expect(journey.cell('Separating', 'pains')).toEqual(['Queue', 'No form'])
    expect(journey.cell('Preparing', 'touchpoints')).toEqual(['Class', 'Site'])
  })

  it('makes no card of a bare number beside words, and says so', () => {
    const { cards, leftOut } = readRows('NPS\t30\r\nCSAT\t4 %\n\n  \nChurn', { lane: 'kpi' })
    expect(cards.map(({ fields }) => fields['name'])).toEqual(['NPS', 'CSAT', 'Churn'])
    expect(leftOut).toBe(2)
    expect(readRows('2026\n2027', { lane: 'pains' }).cards).toHaveLength(2)
  })

  it('fills fields by the names in the header, and puts cards into the stage a column names', () => {
    const journey = draw()
    const text = [
      'Process step\tWho\tMinutes of work\tFlag\tStage',
      'Claim queue\tBenefits\t1,440\tBottleneck\tseparating',
      'Intake\t\t4,5\t\t',
      'Hand-over\tHealth\tsoon\tslow\tNowhere',
    ].join('\n')
    expect(paste(journey, text, 'Preparing', 'process')).toEqual({
      leftOut: 3,
      kinds: ['process-step', 'process-step', 'process-step'],
      fields: [
        { title: 'Claim queue', actor: 'Benefits', minutes: 1440, flag: 'bottleneck' },
        { title: 'Intake', minutes: 4.5 },
        { title: 'Hand-over', actor: 'Health' },
      ],
    })
    expect(journey.cell('Separating', 'process')).toEqual(['Claim queue'])
    expect(journey.cell('Preparing', 'process')).toEqual(['Intake', 'Hand-over'])
  })

  it('takes the columns of its own tables', () => {
    const text = 'title\tmoment_of_truth\timportance_to_us\nExam\tyes\t3'
    const [card] = readRows(text, { lane: 'touchpoints' }).cards
    expect(card).toEqual({ kind: 'touchpoint', fields: { title: 'Exam', momentOfTruth: true, importanceToUs: 3 } })
  })

  it('puts columns that are called like stages into them, and rows that are called like lanes', () => {
    const journey = draw()
    const text = '\tPreparing\tSEPARATING\nTouchpoints\tWebsite\tExam\n\t\tClaim\nPains\tToo much\t'
    expect(paste(journey, text, 'Preparing', 'free').leftOut).toBe(0)
    expect(journey.cell('Preparing', 'touchpoints')).toEqual(['Class', 'Website'])
    expect(journey.cell('Separating', 'touchpoints')).toEqual(['Exam', 'Claim'])
    expect(journey.cell('Preparing', 'pains')).toEqual(['Too much'])
  })

  it('says how many cells found no place', () => {
    const lines = Array.from({ length: MAX_PASTED_CARDS + 3 }, (_, at) => `line ${at}`)
    const { cards, leftOut } = readRows(lines.join('\n'), { lane: 'pains' })
    expect([cards.length, leftOut]).toEqual([MAX_PASTED_CARDS, 3])
    expect(
      readRows('Preparing\tElsewhere\na\tb', { lane: 'pains', stages: [...draw().board().stages.values()] }).leftOut,
    ).toBe(1)
  })

  it('makes notes of ideas where there is no lane', () => {
    expect(readRows('One list', { lane: null }).cards).toEqual([
      { kind: 'note', fields: { type: 'idea', text: 'One list' } },
    ])
  })

  it('makes nothing of nothing, in a lane without cards, or in a cell that is gone', () => {
    expect(readRows(' \n\t', { lane: 'pains' }).cards).toEqual([])
    expect(readRows('a', { lane: 'emotion' }).cards).toEqual([])
    expect(
      rowsToCards('a', { board: draw().board(), stageId: 'gone' as never, laneId: 'gone' as never }).cards,
    ).toEqual([])
  })
})
