// A command-line tool out of node_modules, run by the project's Node: no shell, no PATH, the same on every system.
import { readFileSync } from 'node:fs'
import { inRoot, rootDir } from './paths.mjs'
import { runProgram } from './runProgram.mjs'

/**
 * The arguments that make Node run a package's program.
 *
 * @param {string} packageName
 * @param {string} [program] name in the package's `bin`, when it differs from the package's
 */
export function toolFile(packageName, program = packageName) {
  const { bin } = JSON.parse(readFileSync(inRoot('node_modules', packageName, 'package.json'), 'utf8'))
  const file = typeof bin === 'string' ? bin : bin?.[program]
  if (typeof file !== 'string') throw new Error(`${packageName} has no program ${program}`)
  return inRoot('node_modules', packageName, file)
}

/**
 * @param {string} node
 * @param {string} packageName
 * @param {readonly string[]} args
 */
export function runTool(node, packageName, args) {
  return runProgram(node, [toolFile(packageName), ...args], { cwd: rootDir })
}
