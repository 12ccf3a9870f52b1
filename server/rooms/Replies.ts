// What a room does with single connections, the same for the board and for somebody's drafts: holds up who is too fast,
// reads the hello, answers what is missing, says what was refused or saved, ends. Knows nothing of what a message holds.
import * as Y from 'yjs'
import type { CloseReason } from '../../shared/protocol/closeCodes.ts'
import {
  type ClientMessage,
  clientMessageSchema,
  PROTOCOL_VERSION,
  type ServerMessage,
} from '../../shared/protocol/messages.ts'
import type { Limits } from '../limits.ts'
import type { Workshop } from '../workshop/Workshop.ts'
import type { Clock } from './Clock.ts'
import type { Connection } from './Connection.ts'
import type { DocumentInbox, DocumentMessage } from './DocumentInbox.ts'
import { encodeRoomMessage, encodeSyncStep2 } from './encodeMessage.ts'
import { frameMessages } from './frame.ts'
import type { Refused } from './gate/checkStructs.ts'
import type { Outbox } from './Outbox.ts'
import { parseJson } from './parseJson.ts'
import { refusalSentence } from './refusalSentence.ts'
import type { RoomLog } from './Room.ts'
import type { RoomMetrics } from './RoomMetrics.ts'

export interface RepliesParts {
  readonly workshop: Workshop
  readonly outbox: Outbox
  readonly clock: Clock
  readonly limits: Limits
  readonly metrics: RoomMetrics
  readonly log: RoomLog
  /** The connection was ended. */
  readonly leave: (connection: Connection) => void
}

/** A sender this far above its rate does not heed being held up. */
const MAX_DEBT_MS = 60_000
/** State vectors grow by a few bytes per client id. */
const MAX_STATE_VECTOR_BYTES = 64 * 1024

export class Replies {
  private readonly parts: RepliesParts

  constructor(parts: RepliesParts) {
    this.parts = parts
  }

  send(connection: Connection, messages: readonly Uint8Array[]): void {
    this.parts.outbox.answer(connection, frameMessages(messages))
  }

  tell(connection: Connection, message: ServerMessage): void {
    this.send(connection, [encodeRoomMessage(message)])
  }

  end(connection: Connection, reason: CloseReason): void {
    this.parts.metrics.closed(reason)
    connection.close(reason)
    this.parts.leave(connection)
  }

  fail(connection: Connection, error: unknown): void {
    const { log, workshop } = this.parts
    log.error('message failed', { room: workshop.id, connection: connection.id, reason: String(error) })
    this.end(connection, 'internalError')
  }

  /** Counts a message against its sender's rate. Answers by how much it is above it, ms; null: it was ended. */
  spend(connection: Connection, bytes: Uint8Array): number | null {
    const { clock, metrics } = this.parts
    const elapsedMs = clock.elapsedMs()
    metrics.bytesIn(bytes.length)
    const debtMs = Math.max(connection.messages.spend(1, elapsedMs), connection.bytes.spend(bytes.length, elapsedMs))
    if (debtMs > MAX_DEBT_MS) {
      this.end(connection, 'tooFast')
      return null
    }
    if (debtMs > 0) connection.wire.pause(debtMs)
    return debtMs
  }

  /** Null: it was none, or of another version, and the connection is ended. */
  readHello(connection: Connection, text: string): ClientMessage | null {
    const message = clientMessageSchema.safeParse(parseJson(text))
    if (message.success && message.data.protocol === PROTOCOL_VERSION) return message.data
    this.end(connection, message.success ? 'tooOld' : 'badMessage')
    return null
  }

  /** Binds a client id to the connection's participant, in the place of the one before; false if it is somebody else's. */
  declareClient(connection: Connection, clientId: number, inbox: DocumentInbox): boolean {
    const { workshop, limits } = this.parts
    const { participantId } = connection
    if (!Number.isSafeInteger(clientId) || clientId < 0 || inbox.ownerOf(connection, clientId) === 'other') return false
    const isNew = workshop.clients.ownerOf(clientId) === null
    if (isNew && workshop.clients.of(participantId).length >= limits.maxClientIdsPerParticipant) return false
    connection.clientIds.clear()
    connection.clientIds.add(clientId)
    if (isNew) workshop.bindClient(clientId, participantId)
    return true
  }

  /** Whether a sync step 1 is within its size and rate; else the connection is ended. */
  maySync(connection: Connection, stateVector: Uint8Array): boolean {
    if (stateVector.length > MAX_STATE_VECTOR_BYTES) this.end(connection, 'badMessage')
    else if (connection.syncRequests.spend(1, this.parts.clock.elapsedMs()) > 0) this.end(connection, 'tooFast')
    else return true
    return false
  }

  sendDifference(connection: Connection, doc: Y.Doc, stateVector: Uint8Array): void {
    let difference
    try {
      difference = Y.encodeStateAsUpdate(doc, stateVector)
    } catch {
      return this.end(connection, 'badMessage')
    }
    this.send(connection, [encodeSyncStep2(difference)])
  }

  /** `whenFull`: the sentence for a document that takes nothing more, if it is another than the board's. */
  refuse({ connection, number }: DocumentMessage, refusal: Refused, whenFull?: string): void {
    const { reason, detail, sentence = whenFull ?? refusalSentence(reason, detail) } = refusal
    const { metrics, log, workshop } = this.parts
    metrics.refused(reason)
    log.debug('refused', { room: workshop.id, connection: connection.id, reason, detail })
    if (connection.knowsUs) this.tell(connection, { type: 'refused', count: number, reason, sentence })
    // A stock client cannot be told, and would go on writing into nothing.
    else if (connection.role !== 'viewer') this.end(connection, reason === 'malformed' ? 'badMessage' : 'refused')
  }

  tellSaved(done: ReadonlyMap<Connection, number>): void {
    for (const [connection, number] of done) {
      connection.savedMessages = Math.max(connection.savedMessages, number)
      if (connection.knowsUs && connection.isOpen)
        this.tell(connection, { type: 'saved', count: connection.savedMessages })
    }
  }
}
