// The server is killed with -9 at random moments while people write. Whatever a client had been told is saved must
// be there after the next start. 20 times here; KILLS=200 for more.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as decoding from 'lib0/decoding'
import { afterAll, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { encodeRoomText, encodeSyncStep2, encodeUpdate } from '../../server/rooms/encodeMessage.ts'
import type { CreatedWorkshop } from '../../shared/protocol/api.ts'
import type { Joined } from '../../shared/protocol/entry.ts'
import { PROTOCOL_VERSION } from '../../shared/protocol/messages.ts'
import { Random } from '../support/Random.ts'
import { addNote } from '../support/room/TestRoom.ts'
import { type ServerProcess, startProcess } from './killedServer.ts'

const KILLS = Number(process.env['KILLS'] ?? 20)
const WRITERS = 4
const folder = mkdtempSync(join(tmpdir(), 'journeyboard-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Writes a card with every answer "saved", as fast as the server allows, and remembers what was saved. */
class Writer {
  readonly saved = new Set<string>()
  private readonly doc = new Y.Doc()
  private readonly socket: WebSocket
  /** Ids by number of their message. */
  private readonly sent = new Map<number, string>()
  private count = 0
  private savedCount = 0

  constructor(url: string, workshopId: string, token: string, name: string, onSaved: () => void) {
    this.socket = new WebSocket(`${url.replace('http', 'ws')}/sync/${workshopId}/board`, [
      'journeyboard',
      `token.${token}`,
    ])
    this.socket.on('error', () => {})
    this.socket.on('open', () => {
      this.socket.send(
        encodeRoomText(JSON.stringify({ type: 'hello', protocol: PROTOCOL_VERSION, clientId: this.doc.clientID })),
      )
    })
    this.doc.on('update', (update: Uint8Array) => {
      this.count++
      this.socket.send(encodeUpdate(update))
    })
    this.socket.on('message', (data: Buffer) => {
      const decoder = decoding.createDecoder(new Uint8Array(data))
      const type = decoding.readVarUint(decoder)
      if (type === 0 && decoding.readVarUint(decoder) === 0) {
        this.count++
        this.socket.send(encodeSyncStep2(new Uint8Array([0, 0])))
        for (let at = 0; at < 5; at++) this.write(`${name}x${at}`)
      }
      if (type !== 4) return
      const message = JSON.parse(decoding.readVarString(decoder)) as { type: string; count?: number }
      if (message.type !== 'saved' || message.count === undefined) return
      for (; this.savedCount < message.count;) {
        const id = this.sent.get(++this.savedCount)
        if (id) this.saved.add(id)
        this.write(`${name}y${this.count}`)
      }
      onSaved()
    })
  }

  private write(id: string): void {
    if (this.socket.readyState !== WebSocket.OPEN) return
    this.sent.set(this.count + 1, id)
    addNote(this.doc, id, id)
  }

  close(): void {
    this.socket.terminate()
  }
}

async function post<T>(url: string, body: unknown): Promise<T> {
  return (await (await fetch(url, { method: 'POST', body: JSON.stringify(body) })).json()) as T
}

it(
  `[SA6] killed ${KILLS} times under load: nothing that was shown as saved is lost`,
  { timeout: KILLS * 10_000 },
  async () => {
    const random = new Random(42)
    let server: ServerProcess = await startProcess(folder)
    const workshop = await post<CreatedWorkshop>(`${server.url}/api/workshops`, { title: 'Kill' })
    const joins = await Promise.all(
      Array.from({ length: WRITERS }, (_, at) =>
        post<Joined>(`${server.url}/api/workshops/${workshop.id}/join`, {
          key: workshop.keys.participant,
          name: `W${at}`,
        }),
      ),
    )
    const saved = new Set<string>()
    for (let kill = 0; kill < KILLS; kill++) {
      const killAfter = 1 + random.below(30)
      let answers = 0
      const { url } = server
      const writers: Writer[] = []
      await new Promise<void>((resolve) => {
        const onSaved = (): void => {
          if (++answers === killAfter) resolve()
        }
        joins.forEach(({ token }, at) => writers.push(new Writer(url, workshop.id, token, `k${kill}w${at}`, onSaved)))
      })
      server.child.kill('SIGKILL')
      await server.ended
      for (const writer of writers) {
        for (const id of writer.saved) saved.add(id)
        writer.close()
      }
      server = await startProcess(folder)
      const response = await fetch(`${server.url}/api/workshops/${workshop.id}/state`, {
        headers: { authorization: `Bearer ${joins[0]?.token}` },
      })
      const doc = new Y.Doc()
      Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()))
      const lost = [...saved].filter((id) => !doc.getMap('cards').has(id))
      expect(lost).toEqual([])
    }
    expect(saved.size).toBeGreaterThan(KILLS)
    server.child.kill('SIGTERM')
    expect(await server.ended).toEqual({ code: 0, signal: null })
  },
)
