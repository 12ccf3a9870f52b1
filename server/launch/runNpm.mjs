// npm as a child program, with the Node that runs the project.
import { constants } from 'node:os'
import { LaunchError } from './LaunchError.mjs'
import { rootDir } from './paths.mjs'
import { runProgram } from './runProgram.mjs'

/**
 * Runs npm in the project's folder. Throws a LaunchError with the sentence `failure` when it does not succeed,
 * and one without a sentence when a signal ended it.
 *
 * @param {readonly string[]} args
 * @param {{ node?: string, failure: string }} options
 */
export async function runNpm(args, { node = process.execPath, failure }) {
  // `npm start` tells where its own program lies; that one needs no shell and no PATH.
  const script = process.env['npm_execpath']
  const isNpm = script !== undefined && /npm-cli\.c?js$/.test(script)
  const quietArgs = [...args, '--no-audit', '--no-fund', '--loglevel', 'error']
  const ending = await (
    isNpm
      ? runProgram(node, [script, ...quietArgs], { cwd: rootDir, quiet: true })
      : runProgram('npm', quietArgs, { cwd: rootDir, quiet: true, shell: process.platform === 'win32' })
  ).catch(() => {
    throw new LaunchError('npm was not found. Install Node.js together with npm and start again.')
  })
  if (ending.stoppedBy) throw new LaunchError('', 128 + constants.signals[ending.stoppedBy])
  if (ending.code !== 0) throw new LaunchError(failure)
}
