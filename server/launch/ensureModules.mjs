// Installs the packages of package-lock.json when node_modules does not hold them.
// No stamp of our own: npm writes what it installed into node_modules/.package-lock.json as its last act, so an
// interrupted install, a changed lock file and a folder copied from another system are all seen there.
import { readFileSync } from 'node:fs'
import { inRoot } from './paths.mjs'
import { runNpm } from './runNpm.mjs'

/**
 * @typedef {{ version?: string, dev?: boolean, optional?: boolean, devOptional?: boolean, peer?: boolean,
 *   os?: string[], cpu?: string[] }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages
 */

/**
 * @param {{ node: string, withDev: boolean }} options `withDev`: the tools of development and tests must be there too;
 *   a server installed with `npm ci --omit=dev` starts without them
 */
export async function ensureModules({ node, withDev }) {
  const locked = readPackages(inRoot('package-lock.json'))
  const installed = readPackages(inRoot('node_modules', '.package-lock.json'))
  if (locked && installed && holdsAll(locked, installed, withDev)) return
  console.log('Installing packages (after a first download or an update only).')
  await runNpm(['ci', '--include', 'dev', '--ignore-scripts'], {
    node,
    failure: 'The packages could not be installed. Check that the npm registry can be reached, then start again.',
  })
}

/**
 * Whether what is installed is what is locked, for this system.
 *
 * @param {LockedPackages} locked
 * @param {LockedPackages} installed
 * @param {boolean} withDev
 * @param {{ platform: string, arch: string }} [machine]
 */
export function holdsAll(locked, installed, withDev, machine = process) {
  for (const entry of Object.values(installed)) {
    if (entry.os && !entry.os.includes(machine.platform)) return false
    if (entry.cpu && !entry.cpu.includes(machine.arch)) return false
  }
  return Object.entries(locked).every(([path, entry]) => {
    const found = installed[path]
    // '' is the project itself. Optional packages are bindings for other systems, except those that are installed.
    if (path === '' || (!withDev && entry.dev)) return true
    if (!found) return Boolean(entry.optional || entry.devOptional)
    return found.version === entry.version
  })
}

/**
 * @param {string} file
 * @returns {LockedPackages | undefined}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}
