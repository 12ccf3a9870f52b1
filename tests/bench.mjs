// `npm run bench`: every benchmark, one after the other and each in a process of its own, so that none measures
// another's rubbish. `npm run bench -- canvas room` runs those whose names contain one of the words.
import { readdirSync } from 'node:fs'
import { ensureClientBuild } from '../server/launch/ensureClientBuild.mjs'
import { ensureModules } from '../server/launch/ensureModules.mjs'
import { ensureNode } from '../server/launch/ensureNode.mjs'
import { exitWith, LaunchError } from '../server/launch/LaunchError.mjs'
import { inRoot, rootDir } from '../server/launch/paths.mjs'
import { runProgram } from '../server/launch/runProgram.mjs'

await exitWith(async () => {
  const node = await ensureNode()
  await ensureModules({ node, withDev: true })
  await ensureClientBuild({ node })
  const { ensureBrowser } = await import('./run/ensureBrowser.mjs')
  process.env['JOURNEYBOARD_BROWSER'] = await ensureBrowser({ node })

  const words = process.argv.slice(2)
  const files = readdirSync(inRoot('tests', 'bench'), { encoding: 'utf8', recursive: true })
    .filter((file) => file.endsWith('.bench.ts'))
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
    .sort()
  if (files.length === 0) throw new LaunchError(`No benchmark is named like ${words.join(' or ') || '*.bench.ts'}.`)

  let exitCode = 0
  for (const file of files) {
    console.log(`\n── ${file.replace('.bench.ts', '')}`)
    const args = ['--disable-warning=ExperimentalWarning', '--expose-gc', inRoot('tests', 'bench', file)]
    const ending = await runProgram(node, args, { cwd: rootDir })
    if (ending.stoppedBy) return ending.code
    exitCode ||= ending.code
  }
  return exitCode
})
