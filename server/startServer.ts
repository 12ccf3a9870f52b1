// Puts a server together: storage, rooms, HTTP, WebSockets. Everything is made here and passed down, so that several
// servers run in one process.
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { type Config, defaultConfig } from './config.ts'
import { ExportQueue } from './export/ExportQueue.ts'
import { Health } from './ops/Health.ts'
import { createLog, type Log } from './ops/Log.ts'
import { LoopLag } from './ops/LoopLag.ts'
import { Metrics } from './ops/Metrics.ts'
import { type Clock, systemClock } from './rooms/Clock.ts'
import { RoomRegistry } from './rooms/RoomRegistry.ts'
import { SqliteStorage } from './storage/SqliteStorage.ts'
import type { Storage } from './storage/Storage.ts'
import { createApp } from './transport/createApp.ts'
import { endBrokenRequest } from './transport/endBrokenRequest.ts'
import { RequestGate } from './transport/RequestGate.ts'
import type { ServerContext } from './transport/ServerContext.ts'
import { StaticFiles } from './transport/StaticFiles.ts'
import { SyncServer } from './transport/SyncServer.ts'

export interface RunningServer {
  /** Address for this machine, without a slash at the end. */
  readonly url: string
  readonly port: number
  readonly config: Config
  readonly registry: RoomRegistry
  readonly storage: Storage
  readonly log: Log
  /** No new connections, everything to disk, everybody closed with 1012. Resolves when done. */
  stop(): Promise<void>
}

/** Requests get this long to arrive; slow senders do not hold sockets. */
const HEADERS_TIMEOUT_MS = 10_000
const REQUEST_TIMEOUT_MS = 120_000
/** Both are looked at this often. */
const TIMEOUT_CHECK_MS = 2_000
/** An answer of which nothing was read for this long is given up. */
const UNREAD_TIMEOUT_MS = 120_000
const MAX_HEADER_BYTES = 8 * 1024
const MAX_HEADERS = 64
const distFolder = fileURLToPath(new URL('../client/dist', import.meta.url))

/** What tests may replace. */
export interface ServerParts {
  readonly storage?: Storage
  readonly log?: Log
  readonly clock?: Clock
  readonly lag?: LoopLag
  readonly exports?: ExportQueue
}

/** Rejects if the address cannot be listened on. Settings left out keep their defaults. */
export async function startServer(settings: Partial<Config> = {}, parts: ServerParts = {}): Promise<RunningServer> {
  const config: Config = { ...defaultConfig, ...settings }
  const log = parts.log ?? createLog(config.logLevel)
  const storage =
    parts.storage ?? new SqliteStorage(join(config.dataDir, 'workshops'), config.limits.maxFileBytesPerRoom)
  const clock = parts.clock ?? systemClock
  const lag = parts.lag ?? new LoopLag(clock)
  const health = new Health(storage, clock, lag)
  const metrics: Metrics = new Metrics({
    rooms: () => registry.loadedRooms().length,
    connections: () => sync.connectionCount,
    unsavedBytes: () => registry.loadedRooms().reduce((sum, { room }) => sum + room.journal.unsavedBytes, 0),
    unsavedMs: () => unsavedMs(registry, clock),
    bufferedBytes: () => sync.bufferedBytes,
  })
  const registry: RoomRegistry = new RoomRegistry({ storage, clock, limits: config.limits, metrics, log })
  const exports = parts.exports ?? new ExportQueue()
  const context: ServerContext = {
    config,
    registry,
    storage,
    metrics,
    log,
    clock,
    exports,
    staticFiles: new StaticFiles(distFolder),
    isReady: () => health.isReady(unsavedMs(registry, clock) > 0),
  }
  const app = createApp(context)
  const answer = getRequestListener((request, env) => app.fetch(request, env))
  const http = createServer(
    {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: TIMEOUT_CHECK_MS,
    },
    new RequestGate(config, metrics).guard((request, response) => void answer(request, response)),
  )
  http.maxHeadersCount = MAX_HEADERS
  http.timeout = UNREAD_TIMEOUT_MS
  http.maxConnections = config.limits.maxSockets
  http.on('drop', () => metrics.refused('maxSockets'))
  http.on('clientError', endBrokenRequest)
  const sync: SyncServer = new SyncServer(context, http, lag)
  const port = await listen(http, config).catch(async (error: unknown) => {
    // What was started so far would keep the process alive.
    health.stop()
    lag.stop()
    await registry.stop()
    sync.stop()
    await storage.stop()
    metrics.stop()
    throw error
  })

  let stopped: Promise<void> | null = null
  const stop = async (): Promise<void> => {
    health.stop()
    lag.stop()
    sync.refuseNew()
    exports.stop()
    const closed = new Promise<void>((resolve) => http.close(() => resolve()))
    await registry.stop()
    sync.stop()
    http.closeAllConnections()
    await closed
    await storage.stop()
    metrics.stop()
  }
  return { url: localUrl(config.host, port), port, config, registry, storage, log, stop: () => (stopped ??= stop()) }
}

function listen(http: Server, { host, port }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, host, () => {
      http.off('error', reject)
      const address = http.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

function localUrl(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}

/** How long the longest waiting room has not been able to save, ms; 0 if all can. */
function unsavedMs(registry: RoomRegistry, clock: Clock): number {
  const since = registry
    .loadedRooms()
    .flatMap(({ room }) => (room.journal.unsavedSinceMs === null ? [] : [room.journal.unsavedSinceMs]))
  return since.length === 0 ? 0 : Math.max(1, clock.nowMs() - Math.min(...since))
}
