import { describe, expect, it } from 'vitest'
import { firstSheet, guessMapping, importableKinds } from '../../../../shared/import/table/ColumnMapping.ts'
import type { Table } from '../../../../shared/import/table/Table.ts'
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

it('rows become only what has a place in a lane', () => {
  for (const kind of importableKinds) expect(cardDefinition(kind).lanes.length).toBeGreaterThan(0)
  expect(guessMapping(table('persona_id', 'name')).kind).not.toBe('persona')
})
