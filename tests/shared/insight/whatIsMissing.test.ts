// The order of building a map, seen from one person.
import { expect, test } from 'vitest'
import { whatIsMissing } from '../../../shared/insight/whatIsMissing.ts'
import { drawJourney } from '../../support/journeyBuilder.ts'

const missing = (drawing: string, person = 'anna') => whatIsMissing(drawJourney(drawing).board(), person)

test('first a stage, then touchpoints in every stage', () => {
  expect(missing('| \n touchpoints |')).toBe('stage')
  expect(missing('| One | Two\n touchpoints | |')).toBe('touchpoints')
  expect(missing('| One | Two\n touchpoints | Shop |\n pains | |')).toBe('touchpoints')
})

test('then the own feelings, whatever others have set, then pains', () => {
  const map = '| One\n touchpoints | Shop\n emotion | ben 1'
  expect(missing(map)).toBe('feelings')
  expect(missing(`${map}\n pains |`, 'ben')).toBe('pains')
  expect(missing(`${map}\n pains | Waits`, 'ben')).toBeNull()
})

test('what the map has no lane for is not missing', () => {
  expect(missing('| One\n gains |')).toBeNull()
})
