// Starts the product as a process of its own, as `npm start` does after its preparations: for end-to-end tests that
// need the real server, kill it hard and start it again on the same data. The client must be built (`npm test` does).
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { rootDir } from '../../server/launch/paths.mjs'
import { serverCommand } from '../../server/launch/serverCommand.mjs'

/** A loaded machine with two cores starts the server in about 2 s. */
const READY_LIMIT_MS = 60_000
const readyLine = /^Journeyboard is ready at (http:\/\/\S+)/

export interface StartOptions {
  /** Settings of the server, beside those that keep tests apart from each other. */
  readonly settings?: Readonly<Record<string, string>>
}

export interface Product {
  /** Address for browsers on this machine, without a slash at the end. The same after a restart. */
  readonly origin: string
  readonly dataDir: string
  /** Of the process that runs now. */
  readonly pid: number
  /** Everything the server printed so far, for messages of failed tests. */
  readonly output: string
  /** Ends the server at once, as a power cut would: nothing it holds in memory is written. */
  killHard(): Promise<void>
  /** Starts it again on the same port and data; ends it with SIGTERM before when it still runs. */
  restart(): Promise<void>
  /** Ends it with SIGTERM and removes its data. Resolves with the exit code. */
  stop(): Promise<number | null>
}

interface Running {
  readonly child: ChildProcess
  readonly port: number
  /** Resolves when the process is gone. */
  readonly ended: Promise<number | null>
}

/** Starts a server with data of its own on a free port; resolves when it says that it serves. */
export async function startProduct({ settings = {} }: StartOptions = {}): Promise<Product> {
  const dataDir = await mkdtemp(join(tmpdir(), 'journeyboard-test-'))
  const printed: string[] = []
  let running = await run(dataDir, settings, 0, printed)
  const { port } = running

  const terminate = async (): Promise<number | null> => {
    running.child.kill('SIGTERM')
    return running.ended
  }
  return {
    origin: `http://127.0.0.1:${port}`,
    dataDir,
    get pid() {
      return running.child.pid ?? 0
    },
    get output() {
      return printed.join('\n')
    },
    async killHard() {
      running.child.kill('SIGKILL')
      await running.ended
    },
    async restart() {
      await terminate()
      running = await run(dataDir, settings, port, printed)
    },
    async stop() {
      const exitCode = await terminate()
      await rm(dataDir, { recursive: true, force: true })
      return exitCode
    },
  }
}

async function run(
  dataDir: string,
  settings: Readonly<Record<string, string>>,
  port: number,
  printed: string[],
): Promise<Running> {
  const { args, env } = serverCommand()
  const child = spawn(process.execPath, args, {
    cwd: rootDir,
    env: { ...env, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', resolve)
  })
  // A test runner that is stopped takes its servers with it.
  const killWithUs = (): void => void child.kill('SIGKILL')
  process.once('exit', killWithUs)
  void ended.then(() => process.off('exit', killWithUs))

  createInterface({ input: child.stderr }).on('line', (line) => printed.push(line))
  const address = await waitForAddress(child, ended, printed)
  return { child, port: Number(new URL(address).port), ended }
}

/** The address out of the ready line; a failure, with everything printed, when the process ends or is too slow. */
function waitForAddress(child: ChildProcess, ended: Promise<number | null>, printed: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (what: string): void => {
      clearTimeout(timer)
      child.kill('SIGKILL')
      reject(new Error(`The server ${what}. It printed:\n${printed.join('\n')}`))
    }
    const timer = setTimeout(() => fail(`was not ready after ${READY_LIMIT_MS / 1_000} s`), READY_LIMIT_MS)
    void ended.then((code) => fail(`ended with code ${code} before it was ready`))
    if (!child.stdout) return
    createInterface({ input: child.stdout }).on('line', (line) => {
      printed.push(line)
      const address = readyLine.exec(line)?.[1]
      if (!address) return
      clearTimeout(timer)
      resolve(address)
    })
  })
}
