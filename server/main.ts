// The program: reads the settings, starts the server, says where it is, stops on signals.
import { readConfig } from './config.ts'
import { reasonOf } from './ops/Log.ts'
import { readyLines } from './ops/readyLines.ts'
import { type RunningServer, startServer } from './startServer.ts'

/** Longer than any orderly stop takes; then something hangs. */
const STOP_LIMIT_MS = 10_000

async function main(): Promise<void> {
  const result = readConfig(process.env)
  if (!result.ok) {
    process.stderr.write(`${result.problems.join('\n')}\n`)
    process.exitCode = 1
    return
  }
  let server: RunningServer
  try {
    server = await startServer(result.config)
  } catch (error) {
    process.stderr.write(`${startProblem(error, result.config.port)}\n`)
    process.exitCode = 1
    return
  }
  const stop = (): void => void stopServer(server, 0)
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.on('uncaughtException', (error) => fail(server, error))
  process.on('unhandledRejection', (error) => fail(server, error))
  // Last: who reads "ready" may send a signal at once.
  process.stdout.write(`${readyLines(server.url, server.config, server.port, process.stdout.isTTY).join('\n')}\n`)
}

/** Nothing is known about the state any more: what there is goes to disk and the process ends. */
function fail(server: RunningServer, error: unknown): void {
  server.log.error('unexpected error', {
    reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
  })
  void stopServer(server, 1)
}

async function stopServer(server: RunningServer, exitCode: number): Promise<void> {
  setTimeout(() => {
    server.log.error('did not stop in time, something may be unsaved')
    process.exit(1)
  }, STOP_LIMIT_MS).unref()
  try {
    await server.stop()
    process.exit(exitCode)
  } catch (error) {
    server.log.error('stopping failed', { reason: reasonOf(error) })
    process.exit(1)
  }
}

function startProblem(error: unknown, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'EADDRINUSE')
    return `PORT is ${port}, but another program uses it. Stop that one or set PORT to a free one.`
  if (code === 'EACCES') return `PORT is ${port}, but this user may not use it. Set PORT to 1024 or above.`
  return `The server could not start: ${reasonOf(error)}`
}

await main()
