import { expect, test } from 'vitest'
import { fitSteps } from '../../../../client/workshop/agenda/fitSteps.ts'
import { readyAgenda } from '../../../../shared/workshop/agendas.ts'

const names = readyAgenda(60).map(({ name }) => name)
const long = readyAgenda(240).map(({ name }) => name)

test('all names where there is room', () => {
  expect(fitSteps(names, 1, 620)).toMatchObject({ from: 0, to: 5 })
  expect(fitSteps(names, 1, 620)?.named.size).toBe(6)
})

test('with less room the names around the current phase, side by side, and all numbers', () => {
  const fitting = fitSteps(names, 2, 400)
  const named = [...(fitting?.named ?? [])].toSorted((a, b) => a - b)
  expect(fitting).toMatchObject({ from: 0, to: 5 })
  expect(named).toContain(2)
  expect(named).toContain(3)
  expect(named.length).toBeLessThan(6)
  expect((named.at(-1) ?? 0) - (named[0] ?? 0)).toBe(named.length - 1)
})

test('of a long agenda the steps around the current one', () => {
  for (let current = 0; current < long.length; current++) {
    const fitting = fitSteps(long, current, 560)
    const [from, to] = [fitting?.from ?? -1, fitting?.to ?? -1]
    expect(from).toBeLessThanOrEqual(current)
    expect(to).toBeGreaterThanOrEqual(current)
    expect(fitting?.named.size).toBe(to - from + 1)
    expect(to - from).toBeGreaterThanOrEqual(2)
    expect(to - from).toBeLessThan(long.length - 1)
  }
})

test('never shows fewer names with more room, within one way of showing', () => {
  let before = 0
  for (let width = 330; width < 700; width += 10) {
    const count = fitSteps(names, 4, width)?.named.size ?? 0
    expect(count).toBeGreaterThanOrEqual(before)
    before = count
  }
})

test('no room for neighbours: none', () => {
  expect(fitSteps(names, 1, 150)).toBeNull()
  expect(fitSteps(long, 8, 150)).toBeNull()
})

test('a name that is wider than letters usually are is left out before it is cut off', () => {
  const wide = (name: string): number => name.length * 9
  expect(fitSteps(names, 0, 620)?.named.size).toBe(6)
  const named = [...(fitSteps(names, 0, 560, wide)?.named ?? [])]
  expect(named).toContain(0)
  const drawn = 6 * 16 + 5 * 26 + named.reduce((sum, at) => sum + 5 + wide(names[at] ?? ''), 0)
  expect(named.length).toBeLessThan(6)
  expect(drawn).toBeLessThanOrEqual(560)
})
