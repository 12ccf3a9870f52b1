// A WebSocket that is a list: the test opens it, reads what was sent, says what the server says, and closes it.
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { WebSocketClass } from '../../../client/connection/RoomSocket.ts'
import { newWorkshopState, type ServerMessage } from '../../../shared/protocol/messages.ts'

export interface SentMessage {
  readonly type: 'room' | 'step1' | 'step2' | 'update' | 'presence'
  /** The message of type 4, or the client ids of a presence message. */
  readonly content?: unknown
  readonly update?: Uint8Array
}

export class FakeSocket {
  static opened: FakeSocket[] = []
  readonly CONNECTING = 0
  readonly OPEN = 1
  readonly CLOSING = 2
  readonly CLOSED = 3
  readonly url: string
  readonly protocols: readonly string[]
  readyState = 0
  binaryType = 'blob'
  sent: SentMessage[] = []
  onopen: (() => void) | null = null
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: (() => void) | null = null

  constructor(url: string, protocols: string[]) {
    this.url = url
    this.protocols = protocols
    FakeSocket.opened.push(this)
  }

  static get asClass(): WebSocketClass {
    return FakeSocket as unknown as WebSocketClass
  }

  /** The latest one. */
  static last(): FakeSocket {
    const socket = FakeSocket.opened.at(-1)
    if (!socket) throw new Error('no socket was opened')
    return socket
  }

  send(bytes: Uint8Array): void {
    this.sent.push(readMessage(bytes))
  }

  close(): void {
    this.readyState = this.CLOSED
  }

  opens(): void {
    this.readyState = this.OPEN
    this.onopen?.()
  }

  /** Closed from the other side. */
  closes(code: number): void {
    this.readyState = this.CLOSED
    this.onclose?.({ code, reason: '' })
  }

  says(message: ServerMessage): void {
    this.#receives((encoder) => {
      encoding.writeVarUint(encoder, 4)
      encoding.writeVarString(encoder, JSON.stringify(message))
    })
  }

  welcomes(epoch = 'epoch'): void {
    const workshop = { ...newWorkshopState('T'), version: 1 }
    const you = { participantId: 'anna', role: 'participant' as const }
    this.says({ type: 'welcome', protocol: 1, ...you, epoch, nowMs: 0, workshop, roster: [] })
  }

  asksForMissing(doc: Y.Doc): void {
    this.#sync(0, Y.encodeStateVector(doc))
  }

  gives(doc: Y.Doc): void {
    this.#sync(1, Y.encodeStateAsUpdate(doc))
  }

  tells(update: Uint8Array): void {
    this.#sync(2, update)
  }

  showsPresence(clientId: number, state: unknown, clock = 1): void {
    this.#receives((encoder) => {
      encoding.writeVarUint(encoder, 1)
      const inner = encoding.createEncoder()
      encoding.writeVarUint(inner, 1)
      encoding.writeVarUint(inner, clientId)
      encoding.writeVarUint(inner, clock)
      encoding.writeVarString(inner, JSON.stringify(state))
      encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner))
    })
  }

  #sync(kind: number, bytes: Uint8Array): void {
    this.#receives((encoder) => {
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarUint(encoder, kind)
      encoding.writeVarUint8Array(encoder, bytes)
    })
  }

  #receives(write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder()
    write(encoder)
    this.onmessage?.({ data: encoding.toUint8Array(encoder).slice().buffer })
  }
}

function readMessage(bytes: Uint8Array): SentMessage {
  const decoder = decoding.createDecoder(bytes)
  const type = decoding.readVarUint(decoder)
  if (type === 4) return { type: 'room', content: JSON.parse(decoding.readVarString(decoder)) }
  if (type === 1) return { type: 'presence', content: readClientIds(decoding.readVarUint8Array(decoder)) }
  const kind = decoding.readVarUint(decoder)
  return {
    type: (['step1', 'step2', 'update'] as const)[kind] ?? 'update',
    update: decoding.readVarUint8Array(decoder),
  }
}

function readClientIds(update: Uint8Array): number[] {
  const decoder = decoding.createDecoder(update)
  const ids: number[] = []
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    ids.push(decoding.readVarUint(decoder))
    decoding.readVarUint(decoder)
    decoding.readVarString(decoder)
  }
  return ids
}
