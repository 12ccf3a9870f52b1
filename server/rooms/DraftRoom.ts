// One participant's drafts while the workshop is in use: a document that only their own connections ever reach. The
// same gate, journal and "saved" as the board, no presence, nobody else.
import * as Y from 'yjs'
import type { CloseReason } from '../../shared/protocol/closeCodes.ts'
import { PRESENCE_MAX_BYTES } from '../../shared/protocol/limits.ts'
import type { Limits } from '../limits.ts'
import type { Workshop } from '../workshop/Workshop.ts'
import { EncodedBoard } from './EncodedBoard.ts'
import { BOARD_IS_FULL, BoardDocument } from './BoardDocument.ts'
import type { Clock } from './Clock.ts'
import type { Connection } from './Connection.ts'
import { decodeMessage } from './decodeMessage.ts'
import { type DocumentMessage, DocumentInbox } from './DocumentInbox.ts'
import { encodeSyncStep1, encodeUpdate } from './encodeMessage.ts'
import { encodeWelcome } from './encodeWelcome.ts'
import type { RoomRights } from './gate/rights.ts'
import type { Journal } from './Journal.ts'
import { Outbox } from './Outbox.ts'
import { Replies } from './Replies.ts'
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
  /** Something was applied; called before it goes to the journal. `isReturn`: some of it was written while they were away. */
  readonly onChanged: (isReturn: boolean) => void
}

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
  private readonly replies: Replies
  private readonly ticker: Ticker
  private readonly workshop: Workshop
  private readonly journal: Journal
  /** Of the messages of this tick one was what its sender wrote while they were away. */
  private isReturn = false

  constructor(parts: DraftRoomParts) {
    const { room, doc, clock, limits, metrics } = parts
    this.parts = parts
    this.workshop = room.workshop
    this.journal = room.journal
    this.board = new BoardDocument(doc, new EncodedBoard(doc, 'drafts', null), draftLimits(limits), clock)
    this.outbox = new Outbox(clock, limits, metrics)
    const leave = (connection: Connection): void => this.leave(connection)
    this.replies = new Replies({ ...parts, workshop: this.workshop, outbox: this.outbox, leave })
    this.ticker = new Ticker(
      clock,
      () => this.outbox.size,
      () => this.flush(),
    )
    const rightsOf = (message: DocumentMessage): RoomRights => {
      if (message.isReturn) this.isReturn = true
      return parts.rights(message)
    }
    this.inbox = new DocumentInbox(this.board, this.workshop, this.journal, limits, rightsOf, {
      onRefused: (message, refusal) =>
        this.replies.refuse(message, refusal, refusal.detail === BOARD_IS_FULL ? FULL : undefined),
      onFailed: ({ connection }, error) => this.replies.fail(connection, error),
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
    this.replies.send(connection, [encodeSyncStep1(Y.encodeStateVector(this.doc))])
  }

  leave(connection: Connection): void {
    connection.markLeft()
    this.outbox.remove(connection)
  }

  receive(connection: Connection, bytes: Uint8Array): void {
    if (!connection.isOpen) return
    if (this.replies.spend(connection, bytes) === null) return
    try {
      this.handle(connection, bytes)
    } catch (error) {
      this.replies.fail(connection, error)
    }
  }

  refuseText(connection: Connection): void {
    if (connection.isOpen) this.replies.end(connection, 'badMessage')
  }

  /** Applies what waits and hands it to the journal. */
  flush(): void {
    this.isReturn = false
    const done = this.inbox.apply()
    this.board.dropPending()
    const update = this.board.takeUpdate()
    if (update) {
      this.outbox.broadcast({ document: encodeUpdate(update), presence: null, ours: [] })
      this.parts.onChanged(this.isReturn)
    }
    const records = this.workshop.takeRecordChanges()
    if (!update && records.length === 0 && done.size === 0) return
    const updates = update ? [{ document: `drafts.${this.parts.participantId}`, bytes: update }] : []
    this.journal.add({ updates, records }, () => this.replies.tellSaved(done))
  }

  endAll(reason: CloseReason): void {
    for (const connection of this.outbox.connections()) this.replies.end(connection, reason)
  }

  stop(): void {
    this.flush()
    this.ticker.stop()
    this.endAll('serverStopping')
    this.board.destroy()
  }

  private handle(connection: Connection, bytes: Uint8Array): void {
    const incoming = decodeMessage(bytes)
    if (!incoming) return this.replies.end(connection, 'badMessage')
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
        if (bytes.length <= PRESENCE_ECHO_MAX_BYTES) this.replies.send(connection, [bytes.slice()])
        return
      case 'queryPresence':
    }
  }

  private answerStep1(connection: Connection, stateVector: Uint8Array): void {
    if (this.replies.maySync(connection, stateVector)) this.replies.sendDifference(connection, this.doc, stateVector)
  }

  private takeHello(connection: Connection, text: string): void {
    const hello = this.replies.readHello(connection, text)
    if (!hello) return
    const isFirst = !connection.knowsUs
    connection.knowsUs = true
    if (!this.replies.declareClient(connection, hello.clientId, this.inbox))
      return this.replies.end(connection, 'badMessage')
    this.ticker.request()
    const { room, clock } = this.parts
    if (isFirst) this.replies.send(connection, [encodeWelcome(this.workshop, room.roster, connection, clock.nowMs())])
  }
}
