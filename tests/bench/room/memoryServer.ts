// Our server with a storage in memory: what it would do if saving took no time. Only for comparison.
import { readConfig } from '../../../server/config.ts'
import { startServer } from '../../../server/startServer.ts'
import { MemoryStorage } from '../../../server/storage/MemoryStorage.ts'

const result = readConfig(process.env)
if (!result.ok) throw new Error(result.problems.join('\n'))
const server = await startServer(result.config, { storage: new MemoryStorage() })
process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)))
process.stdout.write(`ready at ${server.url}\n`)
