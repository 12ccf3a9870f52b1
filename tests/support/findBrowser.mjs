// Finds a Chromium for the browser tests. Plain JavaScript: `tests/run.mjs` needs it before the right Node is there.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { LaunchError } from '../../server/launch/LaunchError.mjs'

/**
 * @typedef {object} Browser
 * @property {string} path
 * @property {'named' | 'system' | 'playwright'} source `playwright` is the build that Playwright downloads for itself
 */

/** Environment variable that names a browser and goes before everything else. */
export const BROWSER_VARIABLE = 'JOURNEYBOARD_BROWSER'

/** Programs on PATH. `chromium-browser` comes last: on some systems it only tells people to install something else. */
const programs = [
  'chromium',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'chromium-browser',
]

const applications = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((variable) => {
    const folder = process.env[variable]
    if (!folder) return []
    return [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]
  }),
}

/**
 * The first browser that answers, in this order: the one the environment names, the system's, Playwright's own.
 * Throws when the environment names one that is not there: a wrong setting must not be papered over.
 *
 * @returns {Promise<Browser | undefined>}
 */
export async function findBrowser() {
  const named = process.env[BROWSER_VARIABLE]
  if (named) {
    if (!existsSync(named)) throw new LaunchError(`${BROWSER_VARIABLE} names ${named}, which does not exist.`)
    return { path: named, source: 'named' }
  }
  const system = systemBrowsers().find(answers)
  if (system) return { path: system, source: 'system' }
  const { chromium } = await import('@playwright/test')
  const own = chromium.executablePath()
  return own && existsSync(own) ? { path: own, source: 'playwright' } : undefined
}

function systemBrowsers() {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  const onPath =
    process.platform === 'win32' ? [] : programs.flatMap((name) => folders.map((folder) => join(folder, name)))
  const installed = process.platform === 'darwin' || process.platform === 'win32' ? applications[process.platform] : []
  return [...onPath, ...installed].filter((path) => existsSync(path))
}

/** @param {string} path */
function answers(path) {
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') return true
  try {
    return /\d+\.\d+/.test(
      execFileSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000, stdio: ['ignore', 'pipe', 'ignore'] }),
    )
  } catch {
    return false
  }
}
