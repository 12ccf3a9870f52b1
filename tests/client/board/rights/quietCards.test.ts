import { expect, it } from 'vitest'
import { quietCardRules } from '../../../../client/board/rights/QuietCards.tsx'

it('is no rule at all where nothing is quiet', () => {
  expect(quietCardRules({ is: 'everything' })).toBe('')
})
it('names the kinds and types that are quiet', () => {
  const rules = quietCardRules({ is: 'kinds', kinds: ['note'], noteTypes: ['pain'] })
  expect(rules).toContain('.board-card--touchpoint')
  expect(rules).toContain('.board-card--gain')
  expect(rules).not.toContain('.board-card--pain')
  expect(rules).not.toContain('.board-card--note,')
  expect(rules).toContain('color: var(--ink-3)')
})
it('spares the cards of a round', () => {
  expect(quietCardRules({ is: 'cards', cardIds: ['abc'] })).toContain(':not(:where([data-shape-id="shape:abc"]))')
})
