// A whole server on a free port with its own folder, and people who come in over HTTP and WebSocket as browsers do.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import type { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { type Config, defaultConfig } from '../../server/config.ts'
import type { Limits } from '../../server/limits.ts'
import { type RunningServer, type ServerParts, startServer } from '../../server/startServer.ts'
import type { CreatedWorkshop } from '../../shared/protocol/api.ts'
import type { Joined } from '../../shared/protocol/entry.ts'
import type { Role } from '../../shared/protocol/roles.ts'
import { openStockClient, type StockClient, type StockClientOptions } from './openStockClient.ts'

export interface Answer {
  readonly status: number
  readonly body: Record<string, unknown>
  readonly headers: Headers
}

export class TestServer {
  readonly folder: string
  private server: RunningServer
  private readonly settings: Partial<Config>
  private readonly providers: WebsocketProvider[] = []

  private constructor(folder: string, settings: Partial<Config>, server: RunningServer) {
    this.folder = folder
    this.settings = settings
    this.server = server
  }

  static async start(
    settings: Partial<Config> & { readonly limits?: Limits } = {},
    parts: ServerParts = {},
  ): Promise<TestServer> {
    const folder = mkdtempSync(join(tmpdir(), 'journeyboard-server-'))
    const whole = {
      ...defaultConfig,
      host: '127.0.0.1',
      port: 0,
      dataDir: folder,
      logLevel: 'silent' as const,
      ...settings,
    }
    return new TestServer(folder, whole, await startServer(whole, parts))
  }

  get url(): string {
    return this.server.url
  }

  get running(): RunningServer {
    return this.server
  }

  async restart(): Promise<void> {
    await this.server.stop()
    this.server = await startServer(this.settings)
  }

  async stop(): Promise<void> {
    for (const provider of this.providers) {
      provider.destroy()
      provider.awareness.destroy()
    }
    await this.server.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  async call(
    method: string,
    path: string,
    options: { body?: unknown; token?: string; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const { body, token, headers } = options
    const response = await fetch(this.url + path, {
      method,
      headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, body: asJson(text), headers: response.headers }
  }

  /** What a person orders, by their token. */
  command({ id }: { readonly id: string }, token: string, body: unknown): Promise<Answer> {
    return this.call('POST', `/api/workshops/${id}/commands`, { token, body })
  }

  vote({ id }: { readonly id: string }, token: string, roundId: string, allocation: unknown): Promise<Answer> {
    return this.call('PUT', `/api/workshops/${id}/rounds/${roundId}/ballot`, { token, body: { allocation } })
  }

  async workshop(title = 'Test', template = 'blank'): Promise<CreatedWorkshop> {
    const { body } = await this.call('POST', '/api/workshops', { body: { title, template } })
    return body as unknown as CreatedWorkshop
  }

  async join(workshop: CreatedWorkshop, role: Role, name = role as string): Promise<Joined> {
    const { body } = await this.call('POST', `/api/workshops/${workshop.id}/join`, {
      body: { key: workshop.keys[role], name },
    })
    return body as unknown as Joined
  }

  /** Resolves when it has the document; ends with the server. */
  async stockClient(workshop: CreatedWorkshop, token: string, options?: StockClientOptions): Promise<StockClient> {
    const client = await openStockClient(this.url, workshop.id, token, options)
    this.providers.push(client.provider)
    return client
  }

  /** A bare socket; resolves with the close code (1005 if none), or rejects with the status of a refused upgrade. */
  closeCode(
    path: string,
    options: { protocols?: string[]; headers?: Record<string, string>; onOpen?: (socket: WebSocket) => void } = {},
  ): Promise<number> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(this.url.replace('http', 'ws') + path, options.protocols ?? ['journeyboard'], {
        headers: options.headers ?? {},
      })
      socket.on('open', () => options.onOpen?.(socket))
      socket.on('close', (code) => resolve(code))
      socket.on('unexpected-response', (_request, response) => reject(new Error(String(response.statusCode))))
      socket.on('error', reject)
    })
  }
}

/** Resolves when the condition holds after a change of the document. */
export function untilDoc(doc: Y.Doc, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!holds()) return
      doc.off('update', look)
      resolve()
    }
    doc.on('update', look)
    look()
  })
}

function asJson(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return { text }
  }
}
