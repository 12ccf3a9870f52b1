// Somebody at a browser, without the browser: a Yjs document that talks to a room over a wire in memory.
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { Connection } from '../../../server/rooms/Connection.ts'
import { decodePresence } from '../../../server/rooms/Presence.ts'
import { encodePresence, encodeSyncStep1, encodeSyncStep2, encodeUpdate } from '../../../server/rooms/encodeMessage.ts'
import type { Room } from '../../../server/rooms/Room.ts'
import type { Limits } from '../../../server/limits.ts'
import { PROTOCOL_VERSION, type ServerMessage, serverMessageSchema } from '../../../shared/protocol/messages.ts'
import type { ParticipantRecord } from '../../../server/workshop/workshopRecords.ts'
import { TestWire } from '../TestWire.ts'
import type { ManualClock } from './ManualClock.ts'

const fromRoom = Symbol('from the room')
let lastConnection = 0

export class TestPeer {
  readonly doc: Y.Doc
  readonly participant: ParticipantRecord
  readonly clock: ManualClock
  readonly room: Room
  wire = new TestWire()
  connection: Connection
  isConnected = false
  isSynced = false
  /** Our own messages, oldest first. */
  readonly heard: ServerMessage[] = []
  /** Presence by client id as JSON text; null: gone. */
  readonly presence = new Map<number, string | null>()
  updatesReceived = 0
  presenceMessages = 0
  private presenceClock = 0
  private readonly limits: Limits

  constructor(room: Room, participant: ParticipantRecord, clock: ManualClock, limits: Limits, doc = new Y.Doc()) {
    this.room = room
    this.participant = participant
    this.clock = clock
    this.limits = limits
    this.doc = doc
    this.connection = this.newConnection()
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (this.isConnected && origin !== fromRoom) this.send(encodeUpdate(update))
    })
  }

  /** Joins as our own client does (hello first), or as a stock client. */
  connect(as: 'ours' | 'stock' = 'ours', state?: string): this {
    const { isStuck } = this.wire
    this.wire = new TestWire()
    this.wire.isStuck = isStuck && this.connection.isOpen
    this.connection = this.newConnection()
    this.isConnected = true
    this.isSynced = false
    this.room.join(this.connection)
    if (as === 'ours') this.hello(this.doc.clientID, state)
    this.send(encodeSyncStep1(Y.encodeStateVector(this.doc)))
    if (as === 'stock') this.setPresence({})
    return this
  }

  disconnect(): this {
    this.receive()
    this.isConnected = false
    this.room.leave(this.connection)
    return this
  }

  hello(clientId: number, state?: string): void {
    const text = JSON.stringify({
      type: 'hello',
      protocol: PROTOCOL_VERSION,
      clientId,
      ...(state === undefined ? {} : { state }),
    })
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 4)
    encoding.writeVarString(encoder, text)
    this.send(encoding.toUint8Array(encoder))
  }

  setPresence(state: unknown, clientId = this.doc.clientID): void {
    const json = new TextEncoder().encode(JSON.stringify(state))
    this.send(encodePresence([{ clientId, clock: ++this.presenceClock, json }]))
  }

  send(bytes: Uint8Array): void {
    this.room.receive(this.connection, bytes)
  }

  /** Reads what the room wrote. Answers its question for missing updates, as a client does. */
  receive(): this {
    for (const message of this.wire.take()) this.handle(message)
    if (this.wire.closedWith !== null) this.isConnected = false
    return this
  }

  last<Type extends ServerMessage['type']>(type: Type): Extract<ServerMessage, { type: Type }> | undefined {
    return this.heard.findLast((message): message is Extract<ServerMessage, { type: Type }> => message.type === type)
  }

  /** All cards as plain data. */
  cards(): Record<string, Record<string, unknown>> {
    return this.doc.getMap('cards').toJSON()
  }

  private handle(message: Uint8Array): void {
    const decoder = decoding.createDecoder(message)
    switch (decoding.readVarUint(decoder)) {
      case 0:
        return this.handleSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder))
      case 1:
        this.presenceMessages++
        for (const { clientId, json } of decodePresence(decoding.readVarUint8Array(decoder)) ?? []) {
          const text = new TextDecoder().decode(json)
          this.presence.set(clientId, text === 'null' ? null : text)
        }
        return
      case 4:
        this.heard.push(serverMessageSchema.parse(JSON.parse(decoding.readVarString(decoder))))
        return
      default:
        throw new Error('The room sent a message of an unknown type')
    }
  }

  private handleSync(kind: number, bytes: Uint8Array): void {
    if (kind === 0) return this.send(encodeSyncStep2(Y.encodeStateAsUpdate(this.doc, bytes)))
    this.updatesReceived++
    Y.applyUpdate(this.doc, bytes, fromRoom)
    if (kind === 1) this.isSynced = true
  }

  private newConnection(): Connection {
    return new Connection(
      `t${++lastConnection}`,
      this.participant.id,
      this.participant.role,
      this.wire,
      this.limits,
      this.clock.elapsedMs(),
    )
  }
}
