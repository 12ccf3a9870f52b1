// Pasted text as cards.
import { describe, expect, it } from 'vitest'
import { readRows } from '../../../../client/board/clipboard/readRows.ts'

describe('pasted rows', () => {
  it('become cards of the kind that belongs in the lane, one a line', () => {
    expect(
      readRows('NPS\t30\r\nCSAT\t4\n\n  \nChurn', 'kpi').map(({ kind, fields }) => [kind, fields['name']]),
    ).toEqual([
      ['kpi', 'NPS'],
      ['kpi', 'CSAT'],
      ['kpi', 'Churn'],
    ])
  })
  it('become notes of the type the lane asks for', () => {
    expect(readRows('Long waits', 'pains')).toEqual([{ kind: 'note', fields: { type: 'pain', text: 'Long waits' } }])
    expect(readRows('Long waits', null)).toEqual([{ kind: 'note', fields: { type: 'idea', text: 'Long waits' } }])
  })
  it('are nothing without words', () => {
    expect(readRows(' \n\t\n', 'pains')).toEqual([])
  })
})
