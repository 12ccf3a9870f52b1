import { expect, test } from 'vitest'
import { countCandidates } from '../../../../client/workshop/voting/countCandidates.ts'

test.each([
  [['note:pain', 'note:pain'], '2 pains'],
  [['opportunity', 'opportunity', 'opportunity'], '3 opportunities'],
  [['kpi'], '1 KPI'],
  [['kpi', 'kpi'], '2 KPIs'],
  [['note:pain', 'note:idea'], '2 cards'],
  [['note:pain', null], '2 cards'],
  [[null], '1 card'],
] as const)('%j: %s', (sorts, words) => {
  expect(countCandidates(sorts)).toBe(words)
})
