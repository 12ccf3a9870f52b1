import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { applyPlan } from '../../../../shared/import/table/applyPlan.ts'
import { guessMapping, mapAs, withColumn } from '../../../../shared/import/table/ColumnMapping.ts'
import { type CardPlan, planCards } from '../../../../shared/import/table/planCards.ts'
import { MAX_NEW_STAGES } from '../../../../shared/import/table/planPlaces.ts'
import { applyReadings, planReadings, readingColumns } from '../../../../shared/import/table/planReadings.ts'
import { readCsv } from '../../../../shared/import/table/readCsv.ts'
import type { Table } from '../../../../shared/import/table/Table.ts'
import { setField } from '../../../../shared/journey/edit/editFields.ts'
import { MAX_STORED_READINGS } from '../../../../shared/journey/fields.ts'
import { stagesOf } from '../../../../shared/journey/readBoardParts.ts'
import { type DrawnJourney, drawJourney } from '../../../support/journeyBuilder.ts'

function table(text: string): Table {
  const read = readCsv(text)
  const [first] = read.ok ? read.tables : []
  if (!first) throw new Error('no table')
  return first
}

const drawn = () =>
  drawJourney(`
                | Preparing  | Separating
    touchpoints | Website    |
    pains       | There      |
    kpi         | Claims filed; Waiting days |
  `)

function plan(journey: DrawnJourney, text: string, options: { unknownStages?: 'make' | 'leaveOut' } = {}): CardPlan {
  const board = journey.board()
  const mapping = guessMapping(table(text))
  const [stage] = [...board.stages.values()]
  const lane = [...board.lanes.values()].find(({ kind }) =>
    mapping.kind === 'touchpoint' ? kind === 'touchpoints' : kind === 'pains',
  )
  const own = board.journeys.get(journey.id)
  if (!stage || !lane || !own) throw new Error('the drawing has changed')
  return planCards(table(text), mapping, {
    board,
    journey: own,
    stage,
    lane,
    unknownStages: options.unknownStages ?? 'make',
    departments: ['Benefits', 'Labor'],
  })
}

describe('what columns mean', () => {
  it('is guessed from names that the cards know', () => {
    expect(guessMapping(table('Stage,Touchpoint,Channel,Department,Satisfaction\na,b,web,x,3'))).toEqual({
      kind: 'touchpoint',
      preset: '',
      columns: [
        { role: 'stage' },
        { role: 'field', field: 'title' },
        { role: 'field', field: 'channel' },
        { role: 'field', field: 'department' },
        { role: 'field', field: 'satisfaction' },
      ],
    })
  })

  it('takes the column with the most words where no name helps', () => {
    const { kind, columns } = guessMapping(table('A,B,C\n1,2026-11-21,Long wait at the desk'))
    expect([kind, columns[2]]).toEqual(['note', { role: 'field', field: 'text' }])
  })

  it('knows the exports of Scrumlr and Parabol', () => {
    const scrumlr = 'note_id,author_id,author,text,column_id,column,rank,stack,voting_0\n1,2,Ann,Slow,3,Bad,0,null,4'
    expect(guessMapping(table(scrumlr))).toMatchObject({ preset: 'Scrumlr', kind: 'note' })
    const parabol =
      'reflectionGroup,author,votes,prompt,type,createdAt,discussionThread,content\nG,Ann,2,Bad,Reflection,x,,Slow'
    const mapping = guessMapping(table(parabol))
    expect([mapping.preset, mapping.columns.at(-1), mapping.columns[3]]).toEqual([
      'Parabol',
      { role: 'field', field: 'text' },
      { role: 'stage' },
    ])
  })

  it('gives a field to one column only', () => {
    const rows = table('Text,Other,Third\na,b,c')
    const changed = withColumn(mapAs('note', rows), 2, { role: 'field', field: 'text' })
    expect(changed.columns).toEqual([{ role: 'ignore' }, { role: 'ignore' }, { role: 'field', field: 'text' }])
  })
})

describe('the plan', () => {
  it('puts rows into the stages and lanes they name, the others where people say', () => {
    const journey = drawn()
    const made = plan(journey, 'Stage,Lane,Text,Severity\nSeparating,Pains,Long wait,4\n,,No place,')
    expect(made.problems).toEqual([])
    applyPlan(journey.target, journey.board(), journey.board().journeys.get(journey.id) ?? never(), made)
    expect(journey.cell('Separating', 'pains')).toEqual(['Long wait'])
    expect(journey.cell('Preparing', 'pains')).toEqual(['There', 'No place'])
  })

  it('names row and column of every value it cannot take, and keeps the rest of the row', () => {
    const made = plan(drawn(), 'Text,Severity\nLong wait,soon\nShort wait,9\n,3')
    expect(made.problems).toEqual([
      { row: 2, column: 'B', sentence: '‘soon’ is not a whole number from 1 to 5.', isRowLeftOut: false },
      { row: 3, column: 'B', sentence: '‘9’ is not a whole number from 1 to 5.', isRowLeftOut: false },
      { row: 4, column: 'A', sentence: 'There are no words for ‘Note’.', isRowLeftOut: true },
    ])
    expect([made.cards.length, made.leftOut]).toEqual([2, 1])
  })

  it('makes stages that are not there, or leaves their rows out', () => {
    const text = 'Stage,Text\nMoving,a\nmoving,b\nArriving,c'
    const journey = drawn()
    const made = plan(journey, text)
    expect(made.newStages).toEqual(['Moving', 'Arriving'])
    applyPlan(journey.target, journey.board(), journey.board().journeys.get(journey.id) ?? never(), made)
    expect(journey.cell('Moving', 'pains')).toEqual(['a', 'b'])
    const without = plan(drawn(), text, { unknownStages: 'leaveOut' })
    expect([without.cards.length, without.leftOut, without.problems[0]?.sentence]).toEqual([
      0,
      3,
      'The map has no stage ‘Moving’.',
    ])
  })

  it('makes of each row what its lane is for, and lanes that are not there', () => {
    const journey = drawn()
    const made = plan(
      journey,
      [
        'Stage,Lane,Card,Channel,Owner',
        'Preparing,Touchpoints,Class,in person,',
        'Preparing,Pains,Too much paper,by post,',
        'Separating,Process,Claim queue,,',
        'Separating,Opportunities,One form,,',
        'Separating,Emotion,Fear,,',
        'Separating,Weather,Rain,,',
      ].join('\n'),
    )
    expect(made.cards.map(({ kind }) => kind)).toEqual(['touchpoint', 'note', 'process-step', 'opportunity'])
    expect([made.newLanes, made.leftOut]).toEqual([['process', 'opportunities'], 2])
    expect(made.problems.map(({ sentence }) => sentence)).toEqual([
      'The lane ‘Emotion’ takes no cards.',
      'The map has no lane ‘Weather’.',
    ])
    applyPlan(journey.target, journey.board(), journey.board().journeys.get(journey.id) ?? never(), made)
    expect(journey.cell('Preparing', 'touchpoints')).toEqual(['Website', 'Class'])
    expect(journey.cell('Separating', 'process')).toEqual(['Claim queue'])
    // A note has no channel: the words are kept with where it comes from.
    const note = [...journey.board().cards.values()].find((card) => card.kind === 'note' && card.fields.evidence !== '')
    expect(note?.kind === 'note' && [note.fields.text, note.fields.evidence]).toEqual([
      'Too much paper',
      'Channel: by post',
    ])
    const without = plan(drawn(), 'Lane,Card,Channel\nKPI,a,\nThoughts,b,', { unknownStages: 'leaveOut' })
    expect([without.newLanes, without.cards.length]).toEqual([[], 1])
  })

  it('names the stages of a new map that nobody has named, before it makes more', () => {
    const journey = drawJourney(`
                | First |
    pains       |       |
    `)
    const [first] = [...journey.board().stages.values()]
    setField(journey.target, 'stages', first?.id ?? '', 'name', '')
    const made = plan(journey, 'Stage,Text\nMoving,a\nArriving,b')
    applyPlan(journey.target, journey.board(), journey.board().journeys.get(journey.id) ?? never(), made)
    expect(stagesOf(journey.board(), journey.id).map(({ name }) => name)).toEqual(['Moving', 'Arriving'])
    // What holds cards of people stays without a name, and a row that names no stage goes there.
    setField(journey.target, 'stages', first?.id ?? '', 'name', '')
    const more = plan(journey, 'Stage,Text\nSettling,c\n,d')
    applyPlan(journey.target, journey.board(), journey.board().journeys.get(journey.id) ?? never(), more)
    expect(stagesOf(journey.board(), journey.id).map(({ name }) => name)).toEqual(['', 'Arriving', 'Settling'])
  })

  it('spells departments as the workshop does, and tells those it does not know', () => {
    const made = plan(drawn(), 'Text,Department\na,benefits\nb,Health\nc,HEALTH\nd,Labor\ne,')
    expect(made.cards.map(({ fields }) => fields['department'])).toEqual([
      'Benefits',
      'Health',
      'Health',
      'Labor',
      undefined,
    ])
    expect(made.newDepartments).toEqual(['Health'])
  })

  it('takes days as people in several countries write them, and none that may be two', () => {
    const days = ['31.12.2026', '1.2.2027', '2026/12/31', '12/31/2026', '31/12/2026', '3/4/2027', '31.2.2027', 'soon']
    const text = `Action,Due\n${days.map((day, at) => `a${at},${day}`).join('\n')}`
    const journey = drawJourney(`
                | Preparing |
    opportunities |         |
    `)
    const board = journey.board()
    const [[stage], [lane]] = [[...board.stages.values()], [...board.lanes.values()]]
    const own = board.journeys.get(journey.id)
    if (!stage || !lane || !own) throw new Error('the drawing has changed')
    const mapping = guessMapping(table(text))
    const made = planCards(table(text), mapping, {
      board,
      journey: own,
      stage,
      lane,
      unknownStages: 'make',
      departments: [],
    })
    expect(made.cards.map(({ fields }) => fields['due'])).toEqual([
      '2026-12-31',
      '2027-02-01',
      '2026-12-31',
      '2026-12-31',
      '2026-12-31',
      undefined,
      undefined,
      undefined,
    ])
    expect(made.problems[0]?.sentence).toBe('‘3/4/2027’ is not a date, like 2027-01-15.')
  })

  it('does not take a column of dates for stages without end', () => {
    const rows = Array.from({ length: MAX_NEW_STAGES + 3 }, (_, at) => `Day ${at},x`).join('\n')
    const made = plan(drawn(), `Stage,Text\n${rows}`)
    expect([made.newStages.length, made.leftOut]).toEqual([MAX_NEW_STAGES, 3])
  })

  it('is one step: applied and undone, the board is as it was', () => {
    const journey = drawn()
    const before = journey.show()
    const undo = new Y.UndoManager(
      ['stages', 'cards'].map((root) => journey.doc.getMap(root)),
      { trackedOrigins: new Set([journey.target.origin]), captureTimeout: 0 },
    )
    const made = plan(journey, 'Stage,Text\nMoving,a\nSeparating,b')
    expect(
      applyPlan(journey.target, journey.board(), journey.board().journeys.get(journey.id) ?? never(), made),
    ).toHaveLength(2)
    expect(journey.show()).not.toBe(before)
    undo.undo()
    expect(undo.canUndo()).toBe(false)
    expect(journey.show()).toBe(before)
  })
})

describe('values of KPIs', () => {
  const text =
    'KPI,Date,Value\nClaims filed,2026-12-01,"1,234"\nclaims filed,2026-12-02,62 %\nNobody knows,2026-12-01,3\nClaims filed,soon,3\nClaims filed,2026-12-03,much'

  it('join the KPIs that are there; a day that is there is replaced', () => {
    const journey = drawn()
    const rows = table(text)
    const columns = readingColumns(rows) ?? never()
    const made = planReadings(rows, columns, journey.board())
    expect(made.count).toBe(2)
    expect(made.problems.map(({ row, column }) => `${row}${column}`)).toEqual(['4A', '5B', '6C'])
    applyReadings(journey.target, made)
    const card = journey.board().cards.get(journey.card('Claims filed'))
    expect(card?.kind === 'kpi' && card.fields.readings).toEqual([
      { date: '2026-12-01', value: 1_234 },
      { date: '2026-12-02', value: 62 },
    ])
    expect(planReadings(rows, columns, journey.board()).count).toBe(0)
  })

  it('counts only what comes in: a KPI that would hold too many stays as it is', () => {
    const journey = drawn()
    const days = Array.from({ length: MAX_STORED_READINGS + 1 }, (_, at) => {
      return `Claims filed,${new Date(at * 86_400_000).toISOString().slice(0, 10)},${at}`
    })
    const rows = table(`KPI,Date,Value\nWaiting days,2026-12-01,1\n${days.join('\n')}`)
    const made = planReadings(rows, readingColumns(rows) ?? never(), journey.board())
    expect(made.count).toBe(1)
    expect(made.problems.map(({ sentence }) => sentence)).toEqual([
      '‘Claims filed’ would have more readings than a KPI can hold.',
    ])
  })

  it('are not seen in a table that has no such columns', () => {
    expect(readingColumns(table('KPI,Baseline\na,1'))).toBeNull()
  })
})

function never(): never {
  throw new Error('not there')
}
