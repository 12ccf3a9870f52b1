// What `npm test` runs, in this order: the quick checks first, so that a typing error shows before the long suites.
import { join } from 'node:path'
import { inRoot } from '../../server/launch/paths.mjs'
import { toolFile } from '../../server/launch/runTool.mjs'
import { readPlaywrightCounts, readVitestCounts } from './readCounts.mjs'
import { readPlaywrightTroubles, readVitestTroubles } from './readTroubles.mjs'

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {readonly string[]} args for Node, or for npm when `npm` is set
 * @property {boolean} [npm]
 * @property {Report} [report] where it writes what came of its tests; a check without one is one test
 */

/**
 * @typedef {object} Report
 * @property {string} file
 * @property {(text: string) => import('./readCounts.mjs').Counts} read
 * @property {(text: string) => string[]} readTroubles
 */

/** Folder of the reports and of what failed browser tests leave behind. */
export const resultsDir = inRoot('tests', '.results')

/**
 * @param {{ ci: boolean }} options
 * @returns {Suite[]}
 */
export function listSuites({ ci }) {
  const vitestReport = join(resultsDir, 'vitest.json')
  const playwrightReport = join(resultsDir, 'playwright.json')
  return [
    { name: 'types', args: [toolFile('typescript', 'tsc'), '-b'] },
    { name: 'lint', args: [toolFile('oxlint'), '-c', '.config/oxlintrc.json', '--type-aware', '--deny-warnings'] },
    { name: 'format', args: [toolFile('oxfmt'), '-c', '.config/oxfmtrc.json', '--check', '.'] },
    { name: 'dead code', args: [toolFile('knip'), '--config', '.config/knip.jsonc'] },
    // A lock file that does not fit package.json breaks every fresh clone.
    ...(ci ? [{ name: 'lock file', npm: true, args: ['ci', '--dry-run', '--ignore-scripts'] }] : []),
    {
      name: 'unit and server tests',
      args: [
        toolFile('vitest'),
        'run',
        '-c',
        'tests/vitest.config.ts',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${vitestReport}`,
      ],
      report: { file: vitestReport, read: readVitestCounts, readTroubles: readVitestTroubles },
    },
    {
      name: 'browser tests',
      args: [toolFile('@playwright/test', 'playwright'), 'test', '-c', 'tests/playwright.config.ts'],
      report: { file: playwrightReport, read: readPlaywrightCounts, readTroubles: readPlaywrightTroubles },
    },
  ]
}
