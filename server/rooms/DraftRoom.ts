// One participant's drafts while the workshop is in use: a document that only their own connections ever reach. The
// same gate, journal and "saved" as the board, no presence, nobody else.
import * as Y from 'yjs'
import type { CloseReason } from '../../shared/protocol/closeCodes.ts'
import { PRESENCE_MAX_BYTES } from '../../shared/protocol/limits.ts'
import { clientMessageSchema, PROTOCOL_VERSION } from '../../shared/protocol/messages.ts'
import type { Limits } from '../limits.ts'
import type { Workshop } from '../workshop/Workshop.ts'
import { EncodedBoard } from './EncodedBoard.ts'
import { BOARD_IS_FULL, BoardDocument } from './BoardDocument.ts'
import type { Clock } from './Clock.ts'
import type { Connection } from './Connection.ts'
import { decodeMessage } from './decodeMessage.ts'
import { type DocumentMessage, DocumentInbox } from './DocumentInbox.ts'
import { encodeRoomMessage, encodeSyncStep1, encodeSyncStep2, encodeUpdate } from './encodeMessage.ts'
import { encodeWelcome } from './encodeWelcome.ts'
import { frameMessages } from './frame.ts'
import type { Refused } from './gate/checkStructs.ts'
import type { RoomRights } from './gate/rights.ts'
import type { Journal } from './Journal.ts'
import { Outbox } from './Outbox.ts'
import { parseJson } from './parseJson.ts'
import { refusalSentence } from './refusalSentence.ts'
import type { Room, RoomLog } from './Room.ts'
import type { RoomMetrics } from './RoomMetrics.ts'
import { Ticker } from './Ticker.ts'

export interface DraftRoomParts {
  readonly participantId: string
  readonly room: Room
  readonly doc: Y.Doc
  readonly clock: Clock
  readonly limits: Limits
  readonly metrics: RoomMetrics
  readonly log: RoomLog
  readonly rights: (message: DocumentMessage) => RoomRights
  /** Something was applied; called before it goes to the journal. */
  readonly onChanged: () => void
}

/** A sender this far above its rate does not heed being held up. */
const MAX_DEBT_MS = 60_000
const MAX_STATE_VECTOR_BYTES = 64 * 1024
/** One presence of the largest allowed size, with its frame. */
const PRESENCE_ECHO_MAX_BYTES = PRESENCE_MAX_BYTES + 256

const FULL = 'You have as many hidden notes as fit. Delete one first. Your change is kept aside.'

const draftLimits = (limits: Limits): Limits => ({
  ...limits,
  maxRoomBytes: limits.maxDraftBytesPerPerson,
  maxRecordsPerRoom: limits.maxDraftsPerPerson,
})

export class DraftRoom {
  private readonly parts: DraftRoomParts
  private readonly board: BoardDocument
  private readonly inbox: DocumentInbox
  private readonly outbox: Outbox
  private readonly ticker: Ticker
  private readonly workshop: Workshop
  private readonly journal: Journal

  constructor(parts: DraftRoomParts) {
    const { room, doc, clock, limits, metrics } = parts
    this.parts = parts
    this.workshop = room.workshop
    this.journal = room.journal
    this.board = new BoardDocument(doc, new EncodedBoard(doc, 'drafts', null), draftLimits(limits), clock)
    this.outbox = new Outbox(clock, limits, metrics)
    this.ticker = new Ticker(
      clock,
      () => this.outbox.size,
      () => this.flush(),
    )
    this.inbox = new DocumentInbox(this.board, this.workshop, this.journal, limits, parts.rights, {
      onRefused: (message, refusal) => this.refuse(message, refusal),
      onFailed: ({ connection }, error) => this.fail(connection, error),
      onReady: () => this.ticker.request(),
    })
  }

  get doc(): Y.Doc {
    return this.board.doc
  }

  get connectionCount(): number {
    return this.outbox.size
  }

  join(connection: Connection): void {
    this.outbox.add(connection)
    connection.owesStep2 = true
    this.send(connection, [encodeSyncStep1(Y.encodeStateVector(this.doc))])
  }

  leave(connection: Connection): void {
    connection.markLeft()
    this.outbox.remove(connection)
  }

  receive(connection: Connection, bytes: Uint8Array): void {
    if (!connection.isOpen) return
    const { clock, metrics } = this.parts
    const elapsedMs = clock.elapsedMs()
    metrics.bytesIn(bytes.length)
    const debtMs = Math.max(connection.messages.spend(1, elapsedMs), connection.bytes.spend(bytes.length, elapsedMs))
    if (debtMs > MAX_DEBT_MS) return this.end(connection, 'tooFast')
    if (debtMs > 0) connection.wire.pause(debtMs)
    try {
      this.handle(connection, bytes)
    } catch (error) {
      this.fail(connection, error)
    }
  }

  refuseText(connection: Connection): void {
    if (connection.isOpen) this.end(connection, 'badMessage')
  }

  /** Applies what waits and hands it to the journal. */
  flush(): void {
    const done = this.inbox.apply()
    this.board.dropPending()
    const update = this.board.takeUpdate()
    if (update) {
      this.outbox.broadcast({ document: encodeUpdate(update), presence: null, ours: [] })
      this.parts.onChanged()
    }
    const records = this.workshop.takeRecordChanges()
    if (!update && records.length === 0 && done.size === 0) return
    const updates = update ? [{ document: `drafts.${this.parts.participantId}`, bytes: update }] : []
    this.journal.add({ updates, records }, () => this.tellSaved(done))
  }

  endAll(reason: CloseReason): void {
    for (const connection of this.outbox.connections()) this.end(connection, reason)
  }

  stop(): void {
    this.flush()
    this.ticker.stop()
    this.endAll('serverStopping')
    this.board.destroy()
  }

  private handle(connection: Connection, bytes: Uint8Array): void {
    const incoming = decodeMessage(bytes)
    if (!incoming) return this.end(connection, 'badMessage')
    switch (incoming.type) {
      case 'syncStep1':
        return this.answerStep1(connection, incoming.stateVector)
      case 'syncStep2':
      case 'update':
        return this.inbox.add(connection, incoming.update, incoming.type === 'syncStep2')
      case 'room':
        return this.takeHello(connection, incoming.text)
      // For nobody else, but clients that hear nothing for 30 s take the connection for dead: they hear themselves.
      case 'presence':
        if (bytes.length <= PRESENCE_ECHO_MAX_BYTES) this.send(connection, [bytes.slice()])
        return
      case 'queryPresence':
    }
  }

  private answerStep1(connection: Connection, stateVector: Uint8Array): void {
    if (stateVector.length > MAX_STATE_VECTOR_BYTES) return this.end(connection, 'badMessage')
    if (connection.syncRequests.spend(1, this.parts.clock.elapsedMs()) > 0) return this.end(connection, 'tooFast')
    let difference
    try {
      difference = Y.encodeStateAsUpdate(this.doc, stateVector)
    } catch {
      return this.end(connection, 'badMessage')
    }
    this.send(connection, [encodeSyncStep2(difference)])
  }

  private takeHello(connection: Connection, text: string): void {
    const message = clientMessageSchema.safeParse(parseJson(text))
    if (!message.success) return this.end(connection, 'badMessage')
    const { protocol, clientId } = message.data
    if (protocol !== PROTOCOL_VERSION) return this.end(connection, 'tooOld')
    const isFirst = !connection.knowsUs
    connection.knowsUs = true
    if (!this.declareClient(connection, clientId)) return this.end(connection, 'badMessage')
    const { room, clock } = this.parts
    if (isFirst) this.send(connection, [encodeWelcome(this.workshop, room.roster, connection, clock.nowMs())])
  }

  private declareClient(connection: Connection, clientId: number): boolean {
    if (!Number.isSafeInteger(clientId) || clientId < 0 || this.inbox.ownerOf(connection, clientId) === 'other')
      return false
    const isNew = this.workshop.ownerOfClient(clientId) === null
    const { maxClientIdsPerParticipant } = this.parts.limits
    if (isNew && this.workshop.clientCount(connection.participantId) >= maxClientIdsPerParticipant) return false
    connection.clientIds.clear()
    connection.clientIds.add(clientId)
    if (isNew) this.workshop.bindClient(clientId, connection.participantId)
    this.ticker.request()
    return true
  }

  private refuse({ connection, number }: DocumentMessage, refusal: Refused): void {
    const { reason, detail } = refusal
    const sentence = detail === BOARD_IS_FULL ? FULL : (refusal.sentence ?? refusalSentence(reason, detail))
    this.parts.metrics.refused(reason)
    if (connection.knowsUs)
      this.send(connection, [encodeRoomMessage({ type: 'refused', count: number, reason, sentence })])
    else if (connection.role !== 'viewer') this.end(connection, reason === 'malformed' ? 'badMessage' : 'refused')
  }

  private tellSaved(done: ReadonlyMap<Connection, number>): void {
    for (const [connection, number] of done) {
      connection.savedMessages = Math.max(connection.savedMessages, number)
      if (connection.knowsUs && connection.isOpen)
        this.send(connection, [encodeRoomMessage({ type: 'saved', count: connection.savedMessages })])
    }
  }

  private fail(connection: Connection, error: unknown): void {
    this.parts.log.error('draft message failed', { room: this.workshop.id, reason: String(error) })
    this.end(connection, 'internalError')
  }

  private send(connection: Connection, messages: readonly Uint8Array[]): void {
    this.outbox.answer(connection, frameMessages(messages))
  }

  private end(connection: Connection, reason: CloseReason): void {
    this.parts.metrics.closed(reason)
    connection.close(reason)
    this.leave(connection)
  }
}
