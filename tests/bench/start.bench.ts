// How long `npm start` takes on a machine where it ran before: from the command to a page that is served. The aim: under
// 3 s. Prints numbers; asserts nothing, because a shared machine's clock proves nothing.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { rootDir } from '../../server/launch/paths.mjs'
import { machineLoad, print } from './room/report.ts'

const RUNS = 7
const AIM_MS = 3_000
const readyLine = /^Journeyboard is ready at (http:\/\/\S+)/

/** ms until the page is there. The server is ended before this resolves. */
async function start(dataDir: string): Promise<number> {
  const startedMs = performance.now()
  const child = spawn('npm', ['start', '--silent'], {
    cwd: rootDir,
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  let servedMs = Number.NaN
  for await (const line of createInterface({ input: child.stdout })) {
    const address = readyLine.exec(line)?.[1]
    if (address === undefined) continue
    const page = await fetch(`${address}/`)
    if (page.ok && (await page.text()).includes('<title>')) servedMs = performance.now() - startedMs
    child.kill('SIGTERM')
  }
  await ended
  return servedMs
}

const dataDir = await mkdtemp(join(tmpdir(), 'journeyboard-bench-'))
// The first builds what is missing.
await start(dataDir)
const times: number[] = []
for (let run = 0; run < RUNS; run++) times.push(await start(dataDir))
times.sort((a, b) => a - b)
const seconds = (ms: number | undefined): string => `${((ms ?? Number.NaN) / 1_000).toFixed(2)} s`
print(
  `npm start until the page is served, ${RUNS} times: fastest ${seconds(times[0])}, ` +
    `median ${seconds(times[RUNS >> 1])}, slowest ${seconds(times.at(-1))} (aim ${seconds(AIM_MS)}); ${machineLoad()}`,
)
await rm(dataDir, { recursive: true, force: true })
