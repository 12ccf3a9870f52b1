import { expect, test } from 'vitest'
import { initials, personLabel } from '../../../client/ui/Avatar.tsx'

test.each([
  ['Maya Ortiz', 'MO'],
  ['  anna  maria de la cruz ', 'AC'],
  ['Jo', 'JO'],
  ['Ö', 'Ö'],
  ['👩‍🚀 Sally', '👩‍🚀S'],
  ['', ''],
])('initials of “%s”', (name, letters) => {
  expect(initials(name)).toBe(letters)
})

test('a person is named with the department, and never with nothing', () => {
  expect(personLabel({ name: 'Maya Ortiz', department: 'Benefits' })).toBe('Maya Ortiz, Benefits')
  expect(personLabel({ name: 'Maya Ortiz', department: '' })).toBe('Maya Ortiz')
  expect(personLabel({ name: '', department: '' })).toBe('Viewer')
})
