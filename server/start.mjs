// `npm start`: makes a clean clone servable, then runs the server. Does nothing that is done already, so a second
// start is the server's own start. Plain JavaScript: it runs on any Node from 18 on and brings the right one.
// package.json starts this with `exec` because npm signals its shell only, and a shell that waits for us dies without
// passing the signal on: the server would outlive `npm start`. (Where the shell has no `exec`, `||` takes over.)
import { ensureClientBuild } from './launch/ensureClientBuild.mjs'
import { ensureModules } from './launch/ensureModules.mjs'
import { ensureNode } from './launch/ensureNode.mjs'
import { exitWith } from './launch/LaunchError.mjs'
import { serverCommand } from './launch/serverCommand.mjs'
import { runProgram } from './launch/runProgram.mjs'

await exitWith(async () => {
  const node = await ensureNode()
  await ensureModules({ node, withDev: false })
  await ensureClientBuild({ node })
  const { args, env } = serverCommand()
  return (await runProgram(node, args, { env })).code
})
