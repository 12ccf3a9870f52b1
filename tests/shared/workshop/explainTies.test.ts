import { expect, it } from 'vitest'
import { explainTies } from '../../../shared/workshop/explainTies.ts'
import { roundResult, type VotedCard } from '../../support/roundResult.ts'

const sentences = (cards: readonly VotedCard[], ballots: readonly Record<string, number>[]) =>
  explainTies(roundResult({ cards, ballots: ballots.map((dots) => ({ dots })) })).map(({ sentence }) => sentence)

it('two: says which part of the rule decided', () => {
  const two = (a: Partial<VotedCard>, b: Partial<VotedCard>) => [
    { cardId: 'a', ...a },
    { cardId: 'b', ...b },
  ]
  expect(sentences(two({ severity: 4 }, { severity: 3 }), [{ a: 2, b: 2 }])).toEqual([
    'Ranks 1 and 2 tie at 2 votes. Severity (4 over 3) decides.',
  ])
  expect(sentences(two({}, {}), [{ a: 1, b: 2 }, { a: 1 }])).toEqual([
    'Ranks 1 and 2 tie at 2 votes. Distinct voters (2 over 1) decide.',
  ])
  expect(sentences(two({}, { hasEvidence: true }), [{ a: 1, b: 1 }])).toEqual([
    'Ranks 1 and 2 tie at 1 vote. Evidence decides: the first has some.',
  ])
  expect(sentences(two({}, {}), [{ a: 1, b: 1 }])).toEqual([
    '2 share rank 1 with 1 vote. Nothing in the tie rule tells them apart: a run-off would decide.',
  ])
})

it('more: names who stands before whom, and how many share a place', () => {
  const cards = [
    { cardId: 'a', title: 'Waits', severity: 5 },
    { cardId: 'b', title: 'Forms', severity: 2 },
    { cardId: 'c', title: 'Logins', severity: 2 },
  ]
  expect(sentences(cards, [{ a: 2, b: 2, c: 2 }])).toEqual([
    'Ranks 1 and 2 tie at 2 votes. Severity (5 over 2) decides between “Waits” and “Forms”. 2 share rank 2. Nothing in the tie rule tells them apart: a run-off would decide.',
  ])
})

it('no ties, or no votes: nothing to explain', () => {
  const cards = [{ cardId: 'a' }, { cardId: 'b' }]
  expect(sentences(cards, [{ a: 2, b: 1 }])).toEqual([])
  expect(sentences(cards, [])).toEqual([])
})
