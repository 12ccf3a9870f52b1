import { expect, test } from 'vitest'
import { votedRules } from '../../../../client/board/voting/VoteStyles.tsx'

test('cards with own dots are outlined, in one rule; without any there is none', () => {
  expect(votedRules([])).toBe('')
  expect(votedRules(['b', 'a'])).toBe(votedRules(['a', 'b']))
  expect(votedRules(['a'])).toMatch(
    /^:is\(\[data-shape-id="shape:a"\]\) \.board-card \{ outline: 2px solid var\(--primary\)/,
  )
})
