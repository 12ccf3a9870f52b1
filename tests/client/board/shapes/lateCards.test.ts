import { expect, it } from 'vitest'
import { lateCardRules } from '../../../../client/board/shapes/detail/LateCards.tsx'

it('one rule for all late cards, the same text for the same cards', () => {
  const rules = lateCardRules(new Set(['b', 'a']))
  expect(rules).toContain(':is([data-shape-id="shape:a"],[data-shape-id="shape:b"]) .board-card {')
  expect(rules).toBe(lateCardRules(new Set(['a', 'b'])))
  expect(lateCardRules(new Set())).toBe('')
})
