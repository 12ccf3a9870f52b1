// A real server in this process and browsers without a browser: our Connection on Node's WebSocket and fetch, with
// IndexedDB in memory. Waits for signals, never for time.
import 'fake-indexeddb/auto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { react, type Signal } from '@tldraw/state'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { Connection } from '../../../client/connection/Connection.ts'
import type { ConnectionPorts } from '../../../client/connection/ConnectionPorts.ts'
import type { JoinedWorkshop } from '../../../client/app/JoinedWorkshop.ts'
import { startServer, type RunningServer } from '../../../server/startServer.ts'
import { readBoard } from '../../../shared/journey/BoardModel.ts'
import { createCards } from '../../../shared/journey/edit/editCards.ts'
import type { EditTarget } from '../../../shared/journey/edit/EditTarget.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import { type CreatedWorkshop, createdWorkshopSchema } from '../../../shared/protocol/api.ts'
import { joinedSchema } from '../../../shared/protocol/entry.ts'
import type { Role } from '../../../shared/protocol/roles.ts'

/** The discard port: connections are refused at once. */
const NOBODY_LISTENS = 'ws://127.0.0.1:9'

/** What a browser tab is to these tests. */
export interface Tab {
  readonly connection: Connection
  /** The window of this tab: 'online', 'offline'. */
  readonly page: EventTarget
  /** The network is gone for this tab only. */
  cutsOff(): void
  comesBack(): void
  edit(): EditTarget
  /** Words of the notes; the template brings other cards. */
  notes(): string[]
}

export class WorkshopHarness {
  readonly #dataDir: string
  #server: RunningServer
  readonly workshop: CreatedWorkshop
  readonly #tabs: Connection[] = []
  readonly #providers: WebsocketProvider[] = []

  static async start(): Promise<WorkshopHarness> {
    const dataDir = await mkdtemp(join(tmpdir(), 'journeyboard-connection-'))
    const server = await startServer({ host: '127.0.0.1', port: 0, dataDir, logLevel: 'silent' })
    const made = await post(server.url, '/api/workshops', { title: 'First order', template: 'blank' })
    return new WorkshopHarness(dataDir, server, createdWorkshopSchema.parse(made))
  }

  private constructor(dataDir: string, server: RunningServer, workshop: CreatedWorkshop) {
    this.#dataDir = dataDir
    this.#server = server
    this.workshop = workshop
  }

  async joins(role: Role, name: string, department = ''): Promise<JoinedWorkshop> {
    const { id, keys } = this.workshop
    const body = role === 'viewer' ? { key: keys[role] } : { key: keys[role], name, department }
    const { participantId, token } = joinedSchema.parse(await post(this.#server.url, `/api/workshops/${id}/join`, body))
    return { workshopId: id, participantId, token, role, title: 'First order' }
  }

  /** Opens the board in a tab. Tabs of one participant share what the browser stores. */
  opens(joined: JoinedWorkshop, ports: Partial<ConnectionPorts> = {}): Tab {
    const page = new EventTarget()
    let isCutOff = false
    class CuttableSocket extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(isCutOff ? NOBODY_LISTENS : url, protocols)
      }
    }
    const connection = new Connection(joined, {
      origin: this.#server.url,
      WebSocket: CuttableSocket,
      fetch,
      // Retries as soon as allowed.
      random: () => 0,
      requestFrame: (callback) => setImmediate(callback),
      page,
      ...ports,
    })
    this.#tabs.push(connection)
    const target = (): EditTarget => ({ doc: connection.document.get(), origin: joined.participantId })
    const notes = () =>
      [...readBoard(target().doc).cards.values()]
        .flatMap((card) => (card.kind === 'note' ? [card.fields.text] : []))
        .toSorted()
    const cutsOff = () => {
      isCutOff = true
      page.dispatchEvent(new Event('offline'))
    }
    const comesBack = () => {
      isCutOff = false
      page.dispatchEvent(new Event('online'))
    }
    return { connection, page, cutsOff, comesBack, edit: target, notes }
  }

  /** A client that has never heard of us: y-websocket as it comes. */
  opensStock(joined: JoinedWorkshop): Y.Doc {
    const doc = new Y.Doc()
    const url = `${this.#server.url.replace('http', 'ws')}/sync/${joined.workshopId}`
    const protocols = ['journeyboard', `token.${joined.token}`]
    this.#providers.push(new WebsocketProvider(url, 'board', doc, { protocols, disableBc: true }))
    return doc
  }

  async command(joined: JoinedWorkshop, body: { type: string } & Record<string, unknown>): Promise<void> {
    await post(this.#server.url, `/api/workshops/${joined.workshopId}/commands`, body, joined.token)
  }

  /** The server goes; its files stay. */
  async stops(): Promise<void> {
    await this.#server.stop()
  }

  /** The server is there again, on the same port with the same files. */
  async restarts(): Promise<void> {
    const { port } = this.#server
    this.#server = await startServer({ host: '127.0.0.1', port, dataDir: this.#dataDir, logLevel: 'silent' })
  }

  async ends(): Promise<void> {
    for (const provider of this.#providers) provider.destroy()
    await Promise.all(this.#tabs.map((connection) => connection.destroy()))
    await this.#server.stop()
    await rm(this.#dataDir, { recursive: true, force: true })
  }
}

/** Resolves with the first value that fits. */
export function until<T>(signal: Signal<T>, fits: (value: T) => boolean): Promise<T> {
  return new Promise((resolve) => {
    let isDone = false
    const stop: { call?: () => void } = {}
    stop.call = react('until', () => {
      const value = signal.get()
      if (isDone || !fits(value)) return
      isDone = true
      queueMicrotask(() => stop.call?.())
      resolve(value)
    })
  })
}

/** Resolves when the document is as wanted; asked after every change. */
export function untilDocument(doc: Y.Doc, fits: (doc: Y.Doc) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!fits(doc)) return
      doc.off('update', look)
      resolve()
    }
    doc.on('update', look)
    look()
  })
}

export function isSaved({ connection }: Tab): Promise<unknown> {
  return until(connection.status, (status) => status.kind === 'saved' && connection.unsavedCount.get() === 0)
}

/** A loose note on the canvas. */
export function addsNote(target: EditTarget, id: string, text: string): void {
  createCards(target, [{ id: id as CardId, kind: 'note', place: { x: 10, y: 20 }, fields: { text, type: 'pain' } }])
}

export function hasCard(id: string): (doc: Y.Doc) => boolean {
  return (doc) => doc.getMap('cards').has(id)
}

async function post(url: string, path: string, body: unknown, token?: string): Promise<unknown> {
  const headers = {
    'content-type': 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  }
  const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return await response.json()
}
