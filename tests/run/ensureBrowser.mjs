// Makes sure that the browser tests have a browser. Without one the run fails; it never skips them.
import { LaunchError } from '../../server/launch/LaunchError.mjs'
import { runProgram } from '../../server/launch/runProgram.mjs'
import { toolFile } from '../../server/launch/runTool.mjs'
import { BROWSER_VARIABLE, findBrowser } from '../support/findBrowser.mjs'

/**
 * Path of a Chromium, installed if need be: from the system's packages when we may (root, apt), else, outside CI,
 * Playwright's own build.
 *
 * @param {{ node: string }} options
 */
export async function ensureBrowser({ node }) {
  const found = await findBrowser()
  if (found) return found.path
  if (process.getuid?.() === 0) await installFromPackages()
  else if (!process.env['CI']) await installPlaywrights(node)
  const installed = await findBrowser()
  if (installed) return installed.path
  throw new LaunchError(
    `No browser for the end-to-end tests: install Chromium or Chrome, or name one in ${BROWSER_VARIABLE}, and run the tests again.`,
  )
}

/** @param {string} node */
async function installPlaywrights(node) {
  await runProgram(node, [toolFile('@playwright/test', 'playwright'), 'install', 'chromium'])
}

async function installFromPackages() {
  console.log('Installing Chromium for the end-to-end tests.')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    await runProgram('apt-get', ['update', '-qq'], { env, quiet: true })
    await runProgram('apt-get', ['install', '-y', '-qq', 'chromium'], { env, quiet: true })
  } catch {
    // A system without apt: the sentence about the missing browser follows.
  }
}
