// `npm run soak`: 40 robots in one room for as long as you like (`npm run soak -- 480` minutes; 10 without a number).
import { ensureModules } from '../server/launch/ensureModules.mjs'
import { ensureNode } from '../server/launch/ensureNode.mjs'
import { exitWith, LaunchError } from '../server/launch/LaunchError.mjs'
import { inRoot, rootDir } from '../server/launch/paths.mjs'
import { runProgram } from '../server/launch/runProgram.mjs'

await exitWith(async () => {
  const [minutes = '10'] = process.argv.slice(2)
  if (!(Number(minutes) > 0)) throw new LaunchError(`How many minutes? "${minutes}" is no number above 0.`)
  const node = await ensureNode()
  await ensureModules({ node, withDev: true })
  const args = ['--disable-warning=ExperimentalWarning', inRoot('tests', 'soak', 'soak.ts'), minutes]
  const ending = await runProgram(node, args, { cwd: rootDir })
  return ending.code
})
