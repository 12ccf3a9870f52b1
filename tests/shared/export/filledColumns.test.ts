import { expect, it } from 'vitest'
import { filledColumns } from '../../../shared/export/filledColumns.ts'

it('a column nobody wrote in goes with its cells; the first one stays', () => {
  const rows = [
    ['', 'a', ' ', '1'],
    ['', 'b', '', ''],
  ]
  expect(filledColumns(['Rank', 'Card', 'Impact', 'Votes'], rows)).toEqual({
    columns: ['Rank', 'Card', 'Votes'],
    rows: [
      ['', 'a', '1'],
      ['', 'b', ''],
    ],
  })
  expect(filledColumns(['Rank', 'Card'], [])).toEqual({ columns: ['Rank'], rows: [] })
})
