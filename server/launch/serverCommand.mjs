import { inRoot } from './paths.mjs'

/**
 * How the server is run: arguments for Node and the environment.
 *
 * @param {readonly string[]} [nodeArgs] put before the rest, such as `--watch`
 * @param {string} [program] another program of the server
 */
export function serverCommand(nodeArgs = [], program = inRoot('server', 'main.ts')) {
  return {
    // node:sqlite works and still announces itself as experimental on every start; that is not for operators to read.
    args: [...nodeArgs, '--disable-warning=ExperimentalWarning', program],
    // Keeps compiled code between starts: the types are taken out of the TypeScript once, not at every start.
    env: { NODE_COMPILE_CACHE: inRoot('.cache', 'node'), ...process.env },
  }
}
