// A phase for voting says "Give your dots …": that holds only while dots can be given.
import { expect, test } from 'vitest'
import { voteInstruction } from '../../../../client/workshop/voting/voteInstruction.ts'

test.each([
  ['waits', true, /^Pick the cards/],
  ['waits', false, /^The vote starts soon/],
  ['ended', true, /^Look at the result/],
  ['ended', false, /^Look at the result/],
] as const)('%s, leads: %s', (vote, leads, sentence) => {
  expect(voteInstruction(vote, leads)).toMatch(sentence)
})

test.each(['open', null] as const)('%s: the phase’s own sentence', (vote) => {
  expect(voteInstruction(vote, false)).toBeNull()
})
