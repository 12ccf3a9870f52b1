import { expect, test } from 'vitest'
import { assignMarks } from '../../../client/ui/departmentMarks.ts'

const letters = (departments: string[]) => [...assignMarks(departments).values()].map(({ letter }) => letter).join('')
const slots = (departments: string[]) => [...assignMarks(departments).values()].map(({ slot }) => slot)

test('the place in the list picks shape and colour, the name its first free letter', () => {
  expect(slots(['Defense', 'Benefits', 'Health'])).toEqual([1, 2, 3])
  expect(letters(['Support', 'Sales', 'Service'])).toBe('SAE')
})

test('shapes repeat after the eighth department, letters still differ', () => {
  const nine = ['Defense', 'Benefits', 'Health', 'Labor', 'Veterans', 'Support', 'Product', 'Operations', 'Data']
  expect(slots(nine).at(-1)).toBe(1)
  expect(new Set(letters(nine)).size).toBe(9)
})

test('letters of other scripts, small letters and signs', () => {
  expect(letters(['öffentliche Hand', '(IT)', '営業', '24/7'])).toBe('ÖI営2')
  expect(letters(['…'])).toBe('?')
})

test('when every letter is taken the first one is used again', () => {
  expect(letters(['AB', 'BA', 'ab'])).toBe('ABA')
})

test('a name that occurs twice keeps one mark', () => {
  expect(assignMarks(['Sales', 'Sales', 'Support']).size).toBe(2)
})
