import { expect, test } from 'vitest'
import { everybodyLoses } from '../../../client/ui/everybodyLoses.ts'

test.each([
  [
    [
      [2, 'journey'],
      [1, 'card'],
      [3, 'drawing'],
    ],
    '2 journeys, 1 card and 3 drawings go for everybody.',
  ],
  [
    [
      [1, 'journey'],
      [0, 'card'],
    ],
    '1 journey goes for everybody.',
  ],
  [[[3, 'stage'], 'the feelings of 2 people'], '3 stages and the feelings of 2 people go for everybody.'],
  [[[0, 'card']], ''],
] as const)('%j', (things, sentence) => {
  expect(everybodyLoses(things)).toBe(sentence)
})
