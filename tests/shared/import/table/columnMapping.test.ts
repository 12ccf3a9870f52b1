import { describe, expect, it } from 'vitest'
import { firstSheet, guessMapping, hasHeader, importableKinds } from '../../../../shared/import/table/ColumnMapping.ts'
import { type Table, withoutHeader } from '../../../../shared/import/table/Table.ts'
import { cardDefinition } from '../../../../shared/journey/cards/cardKinds.ts'

const table = (...header: string[]): Table => ({ name: '', header, rows: [{ number: 2, cells: ['x'] }] })

describe('which sheet is shown first', () => {
  it('of a workbook of ours the first with cards, not the summary', () => {
    expect(firstSheet([table('Workshop', 'Leaving'), table('stage_id', 'name'), table('touchpoint_id', 'title')])).toBe(
      2,
    )
  })

  it('of any other the first', () => {
    expect(firstSheet([table('Text'), table('Other')])).toBe(0)
    expect(firstSheet([])).toBe(0)
  })
})

it('a column that is called as a kind of card says what the rows are', () => {
  expect(guessMapping(table('Stage', 'Touchpoint')).kind).toBe('touchpoint')
  expect(guessMapping(table('Stage', 'Action', 'KPI')).kind).toBe('action')
  expect(guessMapping(table('Title', 'Customer action', 'Channel')).kind).toBe('touchpoint')
  // As a Markdown list is read: nothing in it is of touchpoints only.
  expect(guessMapping(table('Stage', 'Text', 'Evidence')).kind).toBe('note')
})

it('a plain list has no name: its first line is a card too', () => {
  const list = (...lines: string[]): Table => {
    const [first = '', ...rest] = lines
    return {
      name: '',
      header: [first],
      headerNumber: 1,
      rows: rest.map((line, at) => ({ number: at + 2, cells: [line] })),
    }
  }
  const pains = list('Too much paper', 'Nobody calls back', 'Three forms')
  expect(hasHeader(pains)).toBe(false)
  expect(withoutHeader(pains)).toMatchObject({ header: [''], rows: [{ number: 1, cells: ['Too much paper'] }, {}, {}] })
  expect(guessMapping(withoutHeader(pains))).toMatchObject({
    kind: 'note',
    columns: [{ role: 'field', field: 'text' }],
  })
  expect(hasHeader(list('Text', 'Late', 'Slow'))).toBe(true)
  expect(hasHeader(list('Frage', 'Warum dauert es so lange?', 'Wer ruft zurück?'))).toBe(true)
  // Of several columns the first row is taken for their names, in any language.
  expect(hasHeader(table('Maßnahme', 'Verantwortlich'))).toBe(true)
})

it('rows become only what has a place in a lane', () => {
  for (const kind of importableKinds) expect(cardDefinition(kind).lanes.length).toBeGreaterThan(0)
  expect(guessMapping(table('persona_id', 'name')).kind).not.toBe('persona')
})
