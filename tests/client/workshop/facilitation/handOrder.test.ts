import { expect, test } from 'vitest'
import { newHands, raisedHands } from '../../../../client/workshop/facilitation/handOrder.ts'

test('hands stand in the order they went up, without those who are gone', () => {
  const people = [{ id: 'anna' }, { id: 'ben' }, { id: 'cem' }]
  expect(raisedHands(['cem', 'gone', 'anna'], people)).toEqual([{ id: 'cem' }, { id: 'anna' }])
  expect(newHands(['cem'], ['cem', 'anna'])).toEqual(['anna'])
  expect(newHands(['cem', 'anna'], ['anna'])).toEqual([])
})
