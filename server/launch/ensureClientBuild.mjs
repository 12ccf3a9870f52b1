// Builds the client into client/dist when its sources have changed since the last build.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { LaunchError } from './LaunchError.mjs'
import { inRoot, rootDir } from './paths.mjs'
import { runTool } from './runTool.mjs'

/** Whatever changes the built client: its code, the shared code, and the versions of what it bundles. */
const sources = ['client', 'shared', 'package-lock.json']
const stampFile = inRoot('.cache', 'client-build.sha256')
const builtPage = inRoot('client', 'dist', 'index.html')

/** @param {{ node: string }} options */
export async function ensureClientBuild({ node }) {
  const stamp = hashSources()
  if (existsSync(builtPage) && readStamp() === stamp) return
  console.log('Building the client (after a first download or an update only).')
  const ending = await runTool(node, 'vite', ['build', '-c', 'client/vite.config.ts', '--logLevel', 'warn'])
  if (ending.stoppedBy) throw new LaunchError('', 130)
  if (ending.code !== 0) throw new LaunchError('The client could not be built; the lines above say why.')
  mkdirSync(dirname(stampFile), { recursive: true })
  // Last, so that a build cut short leaves no stamp and is made again.
  writeFileSync(stampFile, stamp)
}

function readStamp() {
  return existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined
}

function hashSources() {
  const hash = createHash('sha256')
  for (const source of sources)
    for (const file of filesUnder(inRoot(source))) hash.update(relative(rootDir, file)).update(readFileSync(file))
  return hash.digest('hex')
}

/**
 * @param {string} path a file or a folder
 * @returns {string[]} in the same order on every machine
 */
function filesUnder(path) {
  if (path === inRoot('client', 'dist')) return []
  /** @type {import('node:fs').Dirent[]} */
  let entries
  try {
    entries = readdirSync(path, { withFileTypes: true })
  } catch {
    // Not a folder.
    return [path]
  }
  return entries
    .map((entry) => entry.name)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}
