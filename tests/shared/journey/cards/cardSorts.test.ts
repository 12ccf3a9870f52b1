// One word for each sort of card and for many of them, wherever cards are counted or listed.
import { expect, test } from 'vitest'
import { cardKindNames } from '../../../../shared/journey/cards/cardKinds.ts'
import {
  cardSorts,
  sortLabel,
  sortOfCard,
  sortPlural,
  withinSentence,
} from '../../../../shared/journey/cards/cardSorts.ts'

test('many of each sort have a word of their own', () => {
  expect(cardSorts.map(sortPlural)).toEqual([
    'Touchpoints',
    'Pains',
    'Gains',
    'Ideas',
    'Questions',
    'Quotes',
    'Customer actions',
    'Thoughts',
    'Process steps',
    'KPIs',
    'Opportunities',
    'Actions',
    'Personas',
  ])
})

test('every kind is of some sort; a note is of its type, and a pain if it has none that is known', () => {
  expect(cardKindNames.map((kind) => sortLabel(sortOfCard(kind, { type: 'gain' })))).toContain('Gain')
  expect(sortOfCard('kpi', {})).toBe('kpi')
  expect(sortOfCard('note', { type: null })).toBe('note:pain')
  expect(sortOfCard('note', { type: 'of another version' })).toBe('note:pain')
})

test('within a sentence words are small, short forms stay', () => {
  expect(cardSorts.map((sort) => withinSentence(sortPlural(sort)))).toEqual(
    expect.arrayContaining(['KPIs', 'opportunities', 'customer actions']),
  )
})
