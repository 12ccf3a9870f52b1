import { expect, test } from 'vitest'
import { readPlaywrightTroubles, readVitestTroubles } from './readTroubles.mjs'

const file = (status: string, assertionResults: object[], message = '') => ({
  name: 'a.test.ts',
  status,
  message,
  assertionResults,
})
const vitest = (...testResults: object[]): string[] => readVitestTroubles(JSON.stringify({ testResults }))

test('vitest: failed and skipped tests are named with what they say, passed ones are not', () => {
  const failed = {
    status: 'failed',
    fullName: 'adds up',
    failureMessages: ['\u001B[31mexpected 2\u001B[39m\n\n  got 3'],
  }
  const skipped = { status: 'skipped', fullName: 'on Mondays', failureMessages: [] }
  const passed = { status: 'passed', fullName: 'subtracts', failureMessages: [] }
  expect(vitest(file('failed', [failed, skipped, passed]))).toEqual([
    'failed: a.test.ts › adds up\n    expected 2\n      got 3',
    'skipped: a.test.ts › on Mondays',
  ])
})

test('vitest: a file that fails without a failed test is named itself', () => {
  const skipped = { status: 'skipped', fullName: 'never ran', failureMessages: [] }
  expect(vitest(file('failed', [skipped], 'beforeAll went wrong'))).toEqual([
    'skipped: a.test.ts › never ran',
    'failed: a.test.ts › the file\n    beforeAll went wrong',
  ])
})

test('Playwright: what failed, and what passed only when tried again, out of nested groups', () => {
  const spec = (status: string, message?: string) => ({
    title: 'people vote',
    file: 'voting.spec.ts',
    tests: [{ status, results: [{ error: message && { message } }, {}] }],
  })
  const specs = [spec('expected'), spec('flaky', 'too late')]
  const suites = [{ specs, suites: [{ specs: [spec('unexpected', 'one\n'.repeat(30))] }] }]
  const [flaky, failed, ...others] = readPlaywrightTroubles(JSON.stringify({ suites, errors: [] }))
  expect(flaky).toBe('flaky: voting.spec.ts › people vote\n    too late')
  expect(failed?.split('\n')).toHaveLength(13)
  expect(others).toEqual([])
  expect(readPlaywrightTroubles(JSON.stringify({ suites: [], errors: [{ message: 'no browser' }] }))).toEqual([
    'failed:  › the run\n    no browser',
  ])
})

test('a report of another shape is not read as free of trouble', () => {
  expect(() => readVitestTroubles('{}')).toThrow()
  expect(() => readPlaywrightTroubles('{}')).toThrow()
})
