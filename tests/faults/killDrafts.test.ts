// The server is killed with -9 at random moments of private writing. What an author was told is saved must be among
// their drafts after the next start, among nobody else's, and on the map after the reveal. KILLS=50 for more.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as decoding from 'lib0/decoding'
import { afterAll, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { encodeRoomText, encodeSyncStep1, encodeSyncStep2, encodeUpdate } from '../../server/rooms/encodeMessage.ts'
import type { CreatedWorkshop } from '../../shared/protocol/api.ts'
import type { Joined } from '../../shared/protocol/entry.ts'
import { PROTOCOL_VERSION } from '../../shared/protocol/messages.ts'
import { readyAgenda } from '../../shared/workshop/agendas.ts'
import { Random } from '../support/Random.ts'
import { addNote } from '../support/room/TestRoom.ts'
import { callProcess, type ServerProcess, startProcess } from './killedServer.ts'

const KILLS = Number(process.env['KILLS'] ?? 5)
const WRITERS = 4
const folder = mkdtempSync(join(tmpdir(), 'journeyboard-kill-drafts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let server: ServerProcess

const call = <T>(method: string, path: string, token: string | null, body?: unknown) =>
  callProcess<T>(server, method, path, { token, body })

/** One author's drafts on a socket of their own; writes a note with every "saved", as fast as the server allows. */
class Writer {
  readonly saved = new Set<string>()
  readonly doc = new Y.Doc()
  readonly synced: Promise<void>
  private readonly socket: WebSocket
  private readonly sent = new Map<number, string>()
  private count = 0
  private savedCount = 0

  constructor(workshopId: string, token: string, prefix: string | null, onSaved: () => void = () => undefined) {
    const address = `${server.url.replace('http', 'ws')}/sync/${workshopId}/drafts`
    this.socket = new WebSocket(address, ['journeyboard', `token.${token}`])
    this.socket.on('error', () => {})
    this.socket.on('open', () => {
      const hello = { type: 'hello', protocol: PROTOCOL_VERSION, clientId: this.doc.clientID }
      this.socket.send(encodeRoomText(JSON.stringify(hello)))
      this.socket.send(encodeSyncStep1(Y.encodeStateVector(this.doc)))
    })
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return
      this.count++
      this.socket.send(encodeUpdate(update))
    })
    this.synced = new Promise((resolve) => {
      this.socket.on('message', (data: Buffer) => this.take(new Uint8Array(data), prefix, onSaved, resolve))
    })
  }

  private take(bytes: Uint8Array, prefix: string | null, onSaved: () => void, onSynced: () => void): void {
    const decoder = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(decoder)
    if (type === 0)
      return this.sync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder), prefix, onSynced)
    if (type !== 4) return
    const message = JSON.parse(decoding.readVarString(decoder)) as { type: string; count?: number }
    if (message.type !== 'saved' || message.count === undefined) return
    while (this.savedCount < message.count) {
      const id = this.sent.get(++this.savedCount)
      if (id !== undefined) this.saved.add(id)
      if (prefix !== null) this.write(`${prefix}y${this.count}`)
    }
    onSaved()
  }

  private sync(kind: number, update: Uint8Array, prefix: string | null, onSynced: () => void): void {
    if (kind !== 0) {
      Y.applyUpdate(this.doc, update, this)
      if (kind === 1) onSynced()
      return
    }
    this.count++
    this.socket.send(encodeSyncStep2(new Uint8Array([0, 0])))
    if (prefix !== null) for (let at = 0; at < 3; at++) this.write(`${prefix}x${at}`)
  }

  private write(id: string): void {
    if (this.socket.readyState !== WebSocket.OPEN) return
    this.sent.set(this.count + 1, id)
    addNote(this.doc, id, `Note ${id}`)
  }

  ids(): string[] {
    return [...this.doc.getMap('cards').keys()]
  }

  close(): void {
    this.socket.terminate()
  }
}

it(
  `[DR1] killed ${KILLS} times in private writing: no saved draft is lost, and none reaches anybody else`,
  { timeout: KILLS * 20_000 },
  async () => {
    const random = new Random(11)
    server = await startProcess(folder)
    const workshop = await call<CreatedWorkshop>('POST', '/api/workshops', null, { title: 'Kill', template: 'blank' })
    const path = `/api/workshops/${workshop.id}`
    const joins = (role: 'facilitator' | 'participant', name: string) =>
      call<Joined>('POST', `${path}/join`, null, { key: workshop.keys[role], name })
    const maya = await joins('facilitator', 'Maya')
    const people = await Promise.all(Array.from({ length: WRITERS }, (_, at) => joins('participant', `W${at}`)))
    const phases = readyAgenda(60)
    await call('POST', `${path}/commands`, maya.token, { type: 'agenda.set', phases })
    const phaseId = phases.find((phase) => phase.private)?.id
    await call('POST', `${path}/commands`, maya.token, { type: 'phase.goto', phaseId })
    const saved = people.map(() => new Set<string>())

    for (let kill = 0; kill < KILLS; kill++) {
      const killAfter = 1 + random.below(25)
      let answers = 0
      const writers: Writer[] = []
      await new Promise<void>((resolve) => {
        const onSaved = (): void => {
          if (++answers === killAfter) resolve()
        }
        people.forEach(({ token }, at) => writers.push(new Writer(workshop.id, token, `k${kill}w${at}`, onSaved)))
      })
      server.child.kill('SIGKILL')
      await server.ended
      writers.forEach((writer, at) => {
        for (const id of writer.saved) saved[at]?.add(id)
        writer.close()
      })
      server = await startProcess(folder)
      for (const [at, { token }] of people.entries()) {
        const reader = new Writer(workshop.id, token, null)
        await reader.synced
        const ids = reader.ids()
        reader.close()
        expect([...(saved[at] ?? [])].filter((id) => !ids.includes(id))).toEqual([])
        expect(ids.filter((id) => !id.includes(`w${at}`))).toEqual([])
      }
    }

    await call('POST', `${path}/commands`, maya.token, { type: 'drafts.reveal' })
    server.child.kill('SIGKILL')
    await server.ended
    server = await startProcess(folder)
    const state = await fetch(`${server.url}${path}/state`, { headers: { authorization: `Bearer ${maya.token}` } })
    const doc = new Y.Doc()
    Y.applyUpdate(doc, new Uint8Array(await state.arrayBuffer()))
    const texts = new Set(
      Object.values(doc.getMap('cards').toJSON() as Record<string, { text?: string }>).map(({ text }) => text),
    )
    const all = saved.flatMap((ids) => [...ids])
    expect(all.length).toBeGreaterThan(KILLS)
    expect(all.filter((id) => !texts.has(`Note ${id}`))).toEqual([])
    server.child.kill('SIGTERM')
    expect(await server.ended).toEqual({ code: 0, signal: null })
  },
)
