// Which tests failed, were skipped or passed only when tried again, out of what vitest and Playwright wrote. Said once
// more at the very end of a run: of a long output often only the end is kept. Pure: text in, sentences out.

/** Lines kept of what a failed test says; the rest stands where it ran. */
const MESSAGE_LINES = 12

/**
 * Of vitest's JSON report. Throws when the text is not one.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function readVitestTroubles(text) {
  const troubles = []
  for (const file of JSON.parse(text).testResults) {
    const tests = file.assertionResults.filter((/** @type {{ status: string }} */ { status }) => status !== 'passed')
    for (const test of tests) troubles.push(trouble(test.status, file.name, test.fullName, test.failureMessages?.[0]))
    // A file that cannot be loaded, or whose preparation fails, has no failed test.
    const isNamed = tests.some((/** @type {{ status: string }} */ { status }) => status === 'failed')
    if (file.status !== 'passed' && !isNamed) troubles.push(trouble(file.status, file.name, 'the file', file.message))
  }
  return troubles
}

/**
 * Of Playwright's JSON report. Throws when the text is not one.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function readPlaywrightTroubles(text) {
  const { suites, errors } = JSON.parse(text)
  return [
    ...suites.flatMap(troublesOfSuite),
    ...errors.map((/** @type {{ message?: string }} */ { message }) => trouble('failed', '', 'the run', message)),
  ]
}

/**
 * @typedef {object} PlaywrightSuite
 * @property {PlaywrightSuite[]} [suites]
 * @property {{ title: string, file: string, tests: { status: string, results: { error?: { message?: string } }[] }[] }[]} specs
 */

/**
 * @param {PlaywrightSuite} suite
 * @returns {string[]}
 */
function troublesOfSuite({ suites = [], specs }) {
  const own = specs.flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status !== 'expected')
      .map(({ status, results }) => {
        const failed = results.find(({ error }) => error)
        return trouble(status === 'unexpected' ? 'failed' : status, file, title, failed?.error?.message)
      }),
  )
  return [...own, ...suites.flatMap(troublesOfSuite)]
}

/**
 * @param {string} what `failed`, `skipped`, `flaky` …
 * @param {string} file
 * @param {string} title
 * @param {string} [message]
 */
function trouble(what, file, title, message = '') {
  const lines = withoutColours(message).split('\n').slice(0, MESSAGE_LINES)
  return [`${what}: ${file} › ${title}`, ...lines.filter((line) => line.trim()).map((line) => `    ${line}`)].join('\n')
}

/** @param {string} text */
function withoutColours(text) {
  // oxlint-disable-next-line no-control-regex -- that is what colours are made of
  return text.replaceAll(/\u001B\[[0-9;]*m/g, '')
}
