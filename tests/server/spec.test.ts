// The rules of the server and the tests that show them: none without the other, and each number once.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inRoot } from '../../server/launch/paths.mjs'

const RULE = /\*\*([A-Z]{2})(\d+)(?:–[A-Z]{2}(\d+))?\*\*/g
const CITATION = /\[([A-Z]{2}\d+(?:[, ]+[A-Z]{2}\d+)*)\]/g

function rules(): string[] {
  const text = readFileSync(inRoot('server', 'SPEC.md'), 'utf8')
  return [...text.matchAll(RULE)].flatMap(([, subject = '', first = '', last = first]) =>
    Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => `${subject}${Number(first) + at}`),
  )
}

function cited(): ReadonlySet<string> {
  const files = readdirSync(inRoot('tests'), { encoding: 'utf8', recursive: true })
  // Contracts are written once and run by the tests of each implementation.
  const tests = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  const numbers = tests.flatMap((file) =>
    [...readFileSync(inRoot('tests', file), 'utf8').matchAll(CITATION)].flatMap(([, list = '']) => list.split(/[, ]+/)),
  )
  return new Set(numbers)
}

test('every rule of SPEC.md has its number to itself', () => {
  const all = rules()
  expect(all.filter((rule, at) => all.indexOf(rule) !== at)).toEqual([])
  expect(all.length).toBeGreaterThan(80)
})

test('every rule is cited by a test, and every citation is a rule', () => {
  const [all, named] = [new Set(rules()), cited()]
  expect({
    untested: [...all].filter((rule) => !named.has(rule)),
    unknown: [...named].filter((rule) => !all.has(rule)),
  }).toEqual({
    untested: [],
    unknown: [],
  })
})
