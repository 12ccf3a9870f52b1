// `npm start` for real: the launcher, the server it runs, and the built client it serves (built here when it is stale).
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inRoot, rootDir } from '../../../server/launch/paths.mjs'

/** The first start of a clean clone builds the client. */
const START_LIMIT_MS = 240_000

let dataDir = ''
let launcher: ChildProcess | null = null

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'journeyboard-test-'))
})
afterEach(async () => {
  // Not SIGKILL: the launcher could not pass it on, and its server would stay.
  if (launcher?.exitCode === null && launcher.kill('SIGTERM')) await once(launcher, 'exit')
  await rm(dataDir, { recursive: true, force: true })
})

function start(settings: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [inRoot('server', 'start.mjs')], {
    cwd: rootDir,
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  launcher = child
  return child
}

test(
  'serves the client on the address it prints, and ends with 0 on SIGTERM',
  async () => {
    const child = start({})
    const lines = createInterface({ input: child.stdout })
    let address: string | undefined
    for await (const line of lines) {
      address = /^Journeyboard is ready at (http:\/\/\S+)$/.exec(line)?.[1]
      if (address) break
    }
    const page = await fetch(`${address}/`)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<title>')
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
    await expect(fetch(`${address}/health`)).rejects.toThrow('fetch failed')
  },
  START_LIMIT_MS,
)

test(
  'a port that is taken and a setting that is wrong are each one sentence',
  async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const port = String((other.address() as AddressInfo).port)
    const taken = await failure(start({ PORT: port }))
    other.close()
    expect(taken).toEqual({ exitCode: 1, said: expect.stringMatching(new RegExp(`^PORT is ${port}, .*\n$`)) })

    const wrong = await failure(start({ PORT: 'three' }))
    expect(wrong).toEqual({ exitCode: 1, said: expect.stringMatching(/^PORT is "three", .*\n$/) })
  },
  START_LIMIT_MS,
)

async function failure(child: ReturnType<typeof start>) {
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const [exitCode] = await once(child, 'close')
  return { exitCode, said }
}
