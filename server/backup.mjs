// `npm run backup -- <file>`: all workshops of DATA_DIR as one zip, whether the server runs or not. Brings the right
// Node and the packages like `npm start`; the work is server/ops/backupCommand.ts.
import { ensureModules } from './launch/ensureModules.mjs'
import { ensureNode } from './launch/ensureNode.mjs'
import { exitWith } from './launch/LaunchError.mjs'
import { inRoot } from './launch/paths.mjs'
import { runProgram } from './launch/runProgram.mjs'
import { serverCommand } from './launch/serverCommand.mjs'

await exitWith(async () => {
  const node = await ensureNode()
  await ensureModules({ node, withDev: false })
  const { args, env } = serverCommand([], inRoot('server', 'ops', 'backupCommand.ts'))
  return (await runProgram(node, [...args, ...process.argv.slice(2)], { env })).code
})
