// `npm run export -- <workshop> --format <name>`: a workshop's file as what people take home, without a server. Brings the
// right Node and the packages like `npm start`; the work is server/ops/exportCommand.ts.
import { ensureModules } from './launch/ensureModules.mjs'
import { ensureNode } from './launch/ensureNode.mjs'
import { exitWith } from './launch/LaunchError.mjs'
import { inRoot } from './launch/paths.mjs'
import { runProgram } from './launch/runProgram.mjs'
import { serverCommand } from './launch/serverCommand.mjs'

await exitWith(async () => {
  const node = await ensureNode()
  await ensureModules({ node, withDev: false })
  const { args, env } = serverCommand([], inRoot('server', 'ops', 'exportCommand.ts'))
  return (await runProgram(node, [...args, ...process.argv.slice(2)], { env })).code
})
