// `npm run dev`: the server restarts when its files change, the client is served by Vite with hot reload and passes
// everything that is not a file of the client on to the server (see `server.proxy` in client/vite.config.ts).
import { ensureModules } from './launch/ensureModules.mjs'
import { ensureNode } from './launch/ensureNode.mjs'
import { exitWith } from './launch/LaunchError.mjs'
import { rootDir } from './launch/paths.mjs'
import { runProgram } from './launch/runProgram.mjs'
import { toolFile } from './launch/runTool.mjs'
import { serverCommand } from './launch/serverCommand.mjs'

await exitWith(async () => {
  const node = await ensureNode()
  await ensureModules({ node, withDev: true })
  const server = serverCommand(['--watch', '--watch-preserve-output'])
  const ending = await Promise.race([
    runProgram(node, server.args, { cwd: rootDir, env: server.env }),
    runProgram(node, [toolFile('vite'), '-c', 'client/vite.config.ts'], { cwd: rootDir }),
  ])
  // One of the two has ended; the other is of no use without it. SIGTERM to ourselves is forwarded to it.
  if (!ending.stoppedBy) process.kill(process.pid, 'SIGTERM')
  return ending.code
})
