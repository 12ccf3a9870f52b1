// Runs a child program the way a launcher must: signals reach it, its exit code comes back.
// Plain JavaScript for Node 18 and later, like everything in this folder: it runs before the right Node is there.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/** @typedef {{ code: number, stoppedBy: NodeJS.Signals | null }} Ending */

/**
 * Starts a program with our own input and output and waits for its end.
 * `stoppedBy` is the signal this process received meanwhile: the caller must then stop too instead of going on.
 * Rejects only when the program cannot be started at all.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, shell?: boolean }} [options] `quiet` shows only standard error
 * @returns {Promise<Ending>}
 */
export function runProgram(command, args, options = {}) {
  const { cwd, env = process.env, quiet = false, shell = false } = options
  const child = spawn(command, args, { cwd, env, shell, stdio: ['inherit', quiet ? 'ignore' : 'inherit', 'inherit'] })

  /** @type {NodeJS.Signals | null} */
  let stoppedBy = null
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    // npm and the terminal may both tell us; the child hears it once.
    if (stoppedBy === signal) return
    stoppedBy = signal
    // Ctrl-C in a terminal goes to the whole group: the child has it already, and a second one means "at once".
    if (signal === 'SIGINT' && process.stdin.isTTY) return
    child.kill(signal)
  }
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  for (const signal of signals) process.on(signal, forward)

  return new Promise((resolve, reject) => {
    const finish = () => {
      for (const signal of signals) process.off(signal, forward)
    }
    child.once('error', (error) => {
      finish()
      reject(error)
    })
    child.once('exit', (code, signal) => {
      finish()
      // Shells report "ended by signal n" as 128 + n; so do we.
      resolve({ code: code ?? 128 + (signal ? constants.signals[signal] : 0), stoppedBy })
    })
  })
}
