import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { inRoot } from '../../../server/launch/paths.mjs'
import { runProgram } from '../../../server/launch/runProgram.mjs'

/** A launcher that runs a child, which says when it is ready and ends with 7 on SIGTERM. */
const child = `process.on('SIGTERM', () => process.exit(7)); console.log('ready'); setInterval(() => {}, 1000)`
const launcher = `
  import { runProgram } from ${JSON.stringify(inRoot('server/launch/runProgram.mjs'))}
  const ending = await runProgram(process.execPath, ['-e', ${JSON.stringify(child)}])
  console.log(JSON.stringify(ending))
`

test('a signal reaches the child, and its exit code comes back', async () => {
  const running = spawn(process.execPath, ['--input-type=module', '-e', launcher], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: running.stdout })
  const printed: string[] = []
  lines.on('line', (line) => {
    printed.push(line)
    if (line === 'ready') running.kill('SIGTERM')
  })
  const [exitCode] = await once(running, 'close')
  expect(printed).toEqual(['ready', JSON.stringify({ code: 7, stoppedBy: 'SIGTERM' })])
  expect(exitCode).toBe(0)
})

test('a child that a signal ended reports 128 and the number of the signal', async () => {
  const ending = await runProgram(process.execPath, ['-e', `process.kill(process.pid, 'SIGKILL')`])
  expect(ending).toEqual({ code: 137, stoppedBy: null })
})

test('a program that is not there is an error, not an exit code', async () => {
  // By its whole path: a folder of PATH that may not be read would be another error.
  await expect(runProgram(inRoot('no-such-program'), [])).rejects.toThrow('ENOENT')
})
