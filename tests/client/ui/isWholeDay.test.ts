import { expect, test } from 'vitest'
import { isWholeDay } from '../../../client/ui/isWholeDay.ts'

test('a day counts when its year is typed to its end', () => {
  const typed = ['', '0002-03-01', '0020-03-01', '0202-03-01', '2027-03-01']
  expect(typed.filter(isWholeDay)).toEqual(['2027-03-01'])
})
