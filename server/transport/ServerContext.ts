// What the transports share: made once per server, passed down, never global.
import type { HttpBindings } from '@hono/node-server'
import type { Config } from '../config.ts'
import type { Clock } from '../rooms/Clock.ts'
import type { ExportQueue } from '../export/ExportQueue.ts'
import type { RoomRegistry } from '../rooms/RoomRegistry.ts'
import type { Storage } from '../storage/Storage.ts'
import type { Log } from '../ops/Log.ts'
import type { Metrics } from '../ops/Metrics.ts'
import type { StaticFiles } from './StaticFiles.ts'

export interface ServerContext {
  readonly config: Config
  readonly registry: RoomRegistry
  readonly storage: Storage
  readonly metrics: Metrics
  readonly log: Log
  readonly clock: Clock
  readonly exports: ExportQueue
  readonly staticFiles: StaticFiles
  /** Whether the server can save and serve; see ops/Health.ts. */
  readonly isReady: () => Promise<boolean>
}

export interface AppEnv {
  readonly Bindings: HttpBindings
}
