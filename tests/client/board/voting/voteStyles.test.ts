import { expect, test } from 'vitest'
import { quietRules, votedRules } from '../../../../client/board/voting/VoteStyles.tsx'

test('quiet is every card but the candidates', () => {
  expect(quietRules(['a', 'b'])).toContain(
    '.tl-shape[data-shape-type="card"]:not(:is([data-shape-id="shape:a"],[data-shape-id="shape:b"])) .board-card {',
  )
})

test('cards with own dots are outlined, in one rule; without any there is none', () => {
  expect(votedRules([])).toBe('')
  expect(votedRules(['b', 'a'])).toBe(votedRules(['a', 'b']))
  expect(votedRules(['a'])).toMatch(
    /^:is\(\[data-shape-id="shape:a"\]\) \.board-card \{ outline: 2px solid var\(--primary\)/,
  )
})
