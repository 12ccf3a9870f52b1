import { expect, test } from 'vitest'
import { fitSteps } from '../../../../client/workshop/agenda/fitSteps.ts'

const names = ['Welcome', 'Build the map', 'Pains', 'Group', 'Vote', 'Act']

test('all names where there is room', () => {
  expect(fitSteps(names, 1, 620)?.size).toBe(6)
})

test('with less room those around the current phase, side by side', () => {
  const shown = [...(fitSteps(names, 2, 400) ?? [])].toSorted((a, b) => a - b)
  expect(shown).toContain(2)
  expect(shown).toContain(3)
  expect(shown.length).toBeLessThan(6)
  expect((shown.at(-1) ?? 0) - (shown[0] ?? 0)).toBe(shown.length - 1)
})

test('never shows fewer with more room', () => {
  let before = 0
  for (let width = 200; width < 700; width += 10) {
    const count = fitSteps(names, 4, width)?.size ?? 0
    expect(count).toBeGreaterThanOrEqual(before)
    before = count
  }
})

test('no room for the numbers: none', () => {
  expect(fitSteps(names, 1, 150)).toBeNull()
})
