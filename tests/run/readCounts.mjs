// Reads how many tests passed and failed out of what vitest and Playwright wrote. Pure: text in, numbers out.

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Counts of vitest's JSON report. Throws when the text is not one.
 *
 * @param {string} text
 * @returns {Counts}
 */
export function readVitestCounts(text) {
  const report = JSON.parse(text)
  return {
    passed: number(report.numPassedTests),
    failed: number(report.numFailedTests),
    skipped: number(report.numPendingTests) + number(report.numTodoTests),
  }
}

/**
 * Counts of Playwright's JSON report. A test that passed only when tried again counts as passed; Playwright's own
 * summary names it as flaky.
 *
 * @param {string} text
 * @returns {Counts}
 */
export function readPlaywrightCounts(text) {
  const { stats } = JSON.parse(text)
  return {
    passed: number(stats.expected) + number(stats.flaky),
    failed: number(stats.unexpected),
    skipped: number(stats.skipped),
  }
}

/**
 * What a suite counts for in the end. A suite that ended badly without naming a failed test, that wrote no report
 * or that ran nothing is one failure: silence is never a pass.
 *
 * @param {Counts | undefined} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
export function judgeSuite(counts, exitCode) {
  if (!counts) return { passed: 0, failed: 1, skipped: 0 }
  const ranNothing = counts.passed + counts.failed === 0
  const failedUnnamed = exitCode !== 0 && counts.failed === 0
  return ranNothing || failedUnnamed ? { ...counts, failed: counts.failed + 1 } : counts
}

/** @param {readonly Counts[]} all */
export function sumCounts(all) {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  for (const counts of all) {
    sum.passed += counts.passed
    sum.failed += counts.failed
    sum.skipped += counts.skipped
  }
  return sum
}

/**
 * The closing line that the contract fixes.
 *
 * @param {Counts} counts
 */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** @param {unknown} value */
function number(value) {
  if (typeof value !== 'number') throw new Error('the report lacks a number')
  return value
}
