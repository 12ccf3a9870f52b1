import { expect, test } from 'vitest'
import { closingLine, judgeSuite, readPlaywrightCounts, readVitestCounts, sumCounts } from './readCounts.mjs'

const vitestReport = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }

test('vitest: todo and skipped tests are skipped tests', () => {
  expect(readVitestCounts(JSON.stringify(vitestReport))).toEqual({ passed: 7, failed: 1, skipped: 3 })
})

test('Playwright: a test that passed at the second try has passed', () => {
  const report = { stats: { expected: 5, flaky: 1, unexpected: 2, skipped: 0 } }
  expect(readPlaywrightCounts(JSON.stringify(report))).toEqual({ passed: 6, failed: 2, skipped: 0 })
})

test('a report of another shape is not read as zero', () => {
  expect(() => readVitestCounts('{}')).toThrow()
  expect(() => readPlaywrightCounts('{}')).toThrow()
})

test('a suite without a report has failed', () => {
  expect(judgeSuite(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('a suite that ran nothing has failed, even if it skipped something', () => {
  expect(judgeSuite({ passed: 0, failed: 0, skipped: 3 }, 0)).toEqual({ passed: 0, failed: 1, skipped: 3 })
})

test('a suite that ends badly without a failed test has failed once', () => {
  expect(judgeSuite({ passed: 9, failed: 0, skipped: 0 }, 1)).toEqual({ passed: 9, failed: 1, skipped: 0 })
  expect(judgeSuite({ passed: 9, failed: 2, skipped: 0 }, 1)).toEqual({ passed: 9, failed: 2, skipped: 0 })
})

test('the closing line names skipped tests only when there are some', () => {
  const sum = sumCounts([
    { passed: 1, failed: 0, skipped: 0 },
    { passed: 10, failed: 2, skipped: 0 },
  ])
  expect(closingLine(sum)).toBe('11 passed, 2 failed')
  expect(closingLine({ ...sum, skipped: 4 })).toBe('11 passed, 2 failed, 4 skipped')
})
