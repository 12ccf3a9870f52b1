// Finds a Node that can run this project. The server is TypeScript that Node runs directly, so an older Node
// is replaced by one from the npm registry, kept in the ignored folder `.node/`; nothing outside it changes.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname } from 'node:path'
import { LaunchError } from './LaunchError.mjs'
import { inRoot } from './paths.mjs'
import { runNpm } from './runNpm.mjs'

/** First minor version of a line that runs TypeScript without a flag; all later lines do. */
const OLDEST_MINOR = /** @type {const} */ ({ 22: 18, 23: 6 })
/** The line that is fetched when the machine's own Node is older. */
const FETCHED_MAJOR = 24

/**
 * Path of a Node that is new enough, fetched if need be (about 5 s, once).
 * Also puts it first on PATH, so that every program started from here uses the same one.
 */
export async function ensureNode() {
  if (isNewEnough(process.version)) return process.execPath
  const node = fetchedNode()
  if (versionOf(node) === undefined) await fetchNode()
  const version = versionOf(node)
  if (!version || !isNewEnough(version)) {
    throw new LaunchError(
      `This machine has Node ${process.version}, and the one fetched in its place does not run here. Install Node ${FETCHED_MAJOR} and start again.`,
    )
  }
  process.env['PATH'] = dirname(node) + delimiter + (process.env['PATH'] ?? '')
  return node
}

/** @param {string} version as in `process.version`: v24.1.0 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  if (major === 22 || major === 23) return minor >= OLDEST_MINOR[major]
  return major > 23
}

/** npm carries every Node release as one package per system, without an install script. */
function packageName() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  return `node-${system}-${process.arch}`
}

function fetchedNode() {
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  return inRoot('.node', 'node_modules', packageName(), 'bin', file)
}

async function fetchNode() {
  const name = `${packageName()}@${FETCHED_MAJOR}`
  console.log(`Node ${process.version} is too old; fetching Node ${FETCHED_MAJOR} into .node/ (once).`)
  await runNpm(['install', '--prefix', inRoot('.node'), '--no-save', '--ignore-scripts', name], {
    failure: `Node ${FETCHED_MAJOR} could not be fetched. Check that the npm registry can be reached, or install Node ${FETCHED_MAJOR}.`,
  })
}

/** @param {string} node */
function versionOf(node) {
  if (!existsSync(node)) return undefined
  try {
    return execFileSync(node, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    // There, and not for this system (another libc, a half-written file): the caller fetches it again and then says so.
    return undefined
  }
}
