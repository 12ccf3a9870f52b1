// Document messages of a room between arrival and the tick that applies them: in order per connection, each through
// the gate, held back while their author's client id is not on disk yet.
import {
  LIVE_MAX_BYTES,
  LIVE_MAX_DELETE_RANGES,
  LIVE_MAX_STRUCTS,
  RETURN_MAX_BYTES,
  RETURN_MAX_DELETE_RANGES,
  RETURN_MAX_STRUCTS,
} from '../../shared/protocol/limits.ts'
import type { Limits } from '../limits.ts'
import type { Workshop } from '../workshop/Workshop.ts'
import type { BoardDocument } from './BoardDocument.ts'
import type { Connection } from './Connection.ts'
import type { ClientOwner, Refused } from './gate/checkStructs.ts'
import type { RoomRights } from './gate/rights.ts'
import type { Journal } from './Journal.ts'

export interface DocumentMessage {
  readonly connection: Connection
  /** Number of the message on its connection, from 1. */
  readonly number: number
  readonly update: Uint8Array
  /** The sync step 2 we asked for: everything written while offline, with the wide limits. */
  readonly isReturn: boolean
  /** Sent before the answer to our step 1: may build on offline edits that only come with that answer. */
  readonly isEarly: boolean
}

/** Early messages of one connection that wait for its step 2; a client that never sends one is refused beyond. */
const MAX_EARLY_MESSAGES = 1_000

export interface InboxEvents {
  onRefused(message: DocumentMessage, refusal: Refused): void
  /** Yjs threw although the gate let it pass: a fault of ours. */
  onFailed(message: DocumentMessage, error: unknown): void
  /** Messages are there to be applied. */
  onReady(): void
}

const liveBounds = { maxBytes: LIVE_MAX_BYTES, maxStructs: LIVE_MAX_STRUCTS, maxDeleteRanges: LIVE_MAX_DELETE_RANGES }
const returnBounds = {
  maxBytes: RETURN_MAX_BYTES,
  maxStructs: RETURN_MAX_STRUCTS,
  maxDeleteRanges: RETURN_MAX_DELETE_RANGES,
}

export class DocumentInbox {
  private readonly board: BoardDocument
  private readonly workshop: Workshop
  private readonly journal: Journal
  private readonly limits: Limits
  private readonly events: InboxEvents
  /** What may be done at this moment. */
  private readonly rights: (message: DocumentMessage) => RoomRights
  private waiting: DocumentMessage[] = []
  private readonly held = new Map<Connection, DocumentMessage[]>()
  private readonly early = new WeakMap<Connection, DocumentMessage[]>()
  /** Client ids whose owner is on disk. */
  private readonly storedClients: Set<number>

  constructor(
    board: BoardDocument,
    workshop: Workshop,
    journal: Journal,
    limits: Limits,
    rights: (message: DocumentMessage) => RoomRights,
    events: InboxEvents,
  ) {
    this.rights = rights
    this.board = board
    this.workshop = workshop
    this.journal = journal
    this.limits = limits
    this.events = events
    this.storedClients = new Set(workshop.clients.all())
  }

  add(connection: Connection, update: Uint8Array, isStep2: boolean): void {
    const isReturn = isStep2 && connection.owesStep2
    if (isStep2) connection.owesStep2 = false
    connection.documentMessages++
    const isEarly = connection.owesStep2
    this.waiting.push({ connection, number: connection.documentMessages, update, isReturn, isEarly })
    this.events.onReady()
  }

  /** Checks and applies all waiting messages in one transaction. Answers up to which message each connection is done. */
  apply(): ReadonlyMap<Connection, number> {
    const done = new Map<Connection, number>()
    const messages = this.waiting
    this.waiting = []
    if (messages.length === 0) return done
    this.board.inOneTick(() => {
      for (const message of messages) {
        const { connection, number } = message
        if (this.applyInOrder(message)) done.set(connection, Math.max(number, done.get(connection) ?? 0))
      }
    })
    return done
  }

  /** Whose a client id is, seen from a connection. */
  ownerOf(connection: Connection, clientId: number): ClientOwner {
    if (clientId === this.board.doc.clientID) return 'other'
    const owner = this.workshop.clients.ownerOf(clientId)
    if (owner === null) return 'free'
    return owner === connection.participantId ? 'own' : 'other'
  }

  /** The disk stopped or started taking changes: what was held back is looked at again. */
  releaseAll(): void {
    for (const connection of this.held.keys()) this.release(connection)
  }

  /**
   * Somebody who writes in the moment between the opened socket and our question sends edits that build on others we
   * have not seen yet. They wait for the step 2 that brings those, and come after it. False: held back for now.
   */
  private applyInOrder(message: DocumentMessage): boolean {
    const early = this.early.get(message.connection)
    if (!early) return this.applyOne(message)
    if (!message.isReturn && early.length < MAX_EARLY_MESSAGES) {
      early.push(message)
      return false
    }
    this.early.delete(message.connection)
    const inOrder = message.isReturn ? [message, ...early] : [...early, message]
    return inOrder.map((next) => this.applyOne({ ...next, isEarly: false })).every(Boolean)
  }

  /** False: held back for now. */
  private applyOne(message: DocumentMessage): boolean {
    const { connection, update, isReturn } = message
    const before = this.held.get(connection)
    if (before) {
      before.push(message)
      return false
    }
    try {
      const result = this.board.apply({
        update,
        bounds: isReturn ? returnBounds : liveBounds,
        writer: { participantId: connection.participantId, role: connection.role },
        rights: this.rights(message),
        ownerOf: (client) => this.ownerOf(connection, client),
        isReadOnly: this.journal.unsavedBytes > this.limits.maxUnsavedBytes,
        mayRelay: (freeClients) => this.mayRelay(connection, freeClients, isReturn),
      })
      if (result === 'later') {
        this.hold(message)
        return false
      }
      if (!result.ok && result.reason === 'afterRefusal' && message.isEarly) {
        this.early.set(connection, [message])
        return false
      }
      if (!result.ok) this.events.onRefused(message, result)
      return true
    } catch (error) {
      this.events.onFailed(message, error)
      return true
    }
  }

  /**
   * Ids must be bound on disk before anything under them is passed on: after a crash nobody else can take them.
   * Structs under ids nobody has bound, handed back after a crash, bind nobody.
   */
  private mayRelay(connection: Connection, freeClients: ReadonlySet<number>, isReturn: boolean): boolean {
    if (!isReturn) for (const client of freeClients) this.workshop.bindClient(client, connection.participantId)
    // While the disk takes nothing, work goes on in memory.
    if (this.journal.unsavedSinceMs !== null) return true
    return this.clientsOf(connection, freeClients, isReturn).every((client) => this.storedClients.has(client))
  }

  private clientsOf(connection: Connection, freeClients: ReadonlySet<number>, isReturn: boolean): number[] {
    return isReturn ? [...connection.clientIds] : [...connection.clientIds, ...freeClients]
  }

  private hold(message: DocumentMessage): void {
    const { connection } = message
    this.held.set(connection, [message])
    const bound = this.workshop.clients.all()
    this.journal.add({ records: this.workshop.takeRecordChanges() }, () => {
      for (const client of bound) this.storedClients.add(client)
      this.release(connection)
    })
  }

  private release(connection: Connection): void {
    const messages = this.held.get(connection)
    this.held.delete(connection)
    if (!messages) return
    this.waiting = [...messages, ...this.waiting]
    this.events.onReady()
  }
}
