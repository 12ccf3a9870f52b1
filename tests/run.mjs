// `npm test`: installs what is missing, builds the client, runs every suite and adds up what they counted.
// The exit code is 0 only if everything passed; the last line is the sum.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { ensureClientBuild } from '../server/launch/ensureClientBuild.mjs'
import { ensureModules } from '../server/launch/ensureModules.mjs'
import { ensureNode } from '../server/launch/ensureNode.mjs'
import { exitWith, LaunchError } from '../server/launch/LaunchError.mjs'
import { rootDir } from '../server/launch/paths.mjs'
import { runNpm } from '../server/launch/runNpm.mjs'
import { runProgram } from '../server/launch/runProgram.mjs'
import { closingLine, judgeSuite, sumCounts } from './run/readCounts.mjs'

/** @typedef {import('./run/readCounts.mjs').Counts} Counts */

await exitWith(async () => {
  const node = await ensureNode()
  await ensureModules({ node, withDev: true })
  // These two need the packages, so they cannot be imported before.
  const { listSuites, resultsDir } = await import('./run/suites.mjs')
  const { ensureBrowser } = await import('./run/ensureBrowser.mjs')
  process.env['JOURNEYBOARD_BROWSER'] = await ensureBrowser({ node })

  rmSync(resultsDir, { recursive: true, force: true })
  mkdirSync(resultsDir, { recursive: true })
  /** @type {[name: string, seconds: number, Counts][]} */
  const results = [await runCheck('client build', () => ensureClientBuild({ node }))]
  const suites = listSuites({ ci: Boolean(process.env['CI']) })
  for (const suite of suites) results.push(await runCheck(suite.name, () => runSuite(node, suite), suite))
  for (const trouble of suites.flatMap(troublesOf)) console.log(`\n${trouble}`)
  return summarise(results)
})

/**
 * Runs one suite under a heading and says what it counts for.
 *
 * @param {string} name
 * @param {() => Promise<number | void>} run exit code; a LaunchError with a sentence is a failure
 * @param {import('./run/suites.mjs').Suite} [suite]
 * @returns {Promise<[name: string, seconds: number, Counts]>}
 */
async function runCheck(name, run, suite) {
  console.log(`\n── ${name}`)
  const startedAtMs = performance.now()
  let exitCode = 0
  try {
    exitCode = (await run()) ?? 0
  } catch (error) {
    // Without a sentence it is Ctrl-C: the whole run stops.
    if (!(error instanceof LaunchError) || !error.message) throw error
    console.error(error.message)
    exitCode = error.exitCode
  }
  return [name, (performance.now() - startedAtMs) / 1000, judgeSuite(countsOf(suite, exitCode), exitCode)]
}

/**
 * @param {string} node
 * @param {import('./run/suites.mjs').Suite} suite
 */
async function runSuite(node, suite) {
  if (suite.npm) {
    await runNpm(suite.args, { node, failure: 'npm ci would fail: package-lock.json does not fit package.json.' })
    return 0
  }
  const ending = await runProgram(node, suite.args, { cwd: rootDir })
  if (ending.stoppedBy) throw new LaunchError('', ending.code || 130)
  return ending.code
}

/**
 * @param {import('./run/suites.mjs').Suite | undefined} suite
 * @param {number} exitCode
 * @returns {Counts | undefined}
 */
function countsOf(suite, exitCode) {
  if (!suite?.report) return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 }
  try {
    return suite.report.read(readFileSync(suite.report.file, 'utf8'))
  } catch {
    // The suite crashed before it wrote its report.
    return undefined
  }
}

/**
 * @param {import('./run/suites.mjs').Suite} suite
 * @returns {string[]}
 */
function troublesOf({ report }) {
  try {
    return report?.readTroubles(readFileSync(report.file, 'utf8')) ?? []
  } catch {
    // Without a report the suite counts as failed.
    return []
  }
}

/** @param {readonly [name: string, seconds: number, Counts][]} results */
function summarise(results) {
  console.log('')
  for (const [name, seconds, counts] of results) {
    console.log(`${counts.failed > 0 ? '✗' : '✓'} ${name}: ${closingLine(counts)} (${seconds.toFixed(1)} s)`)
  }
  const sum = sumCounts(results.map(([, , counts]) => counts))
  console.log(`\n${closingLine(sum)}`)
  return sum.failed > 0 ? 1 : 0
}
