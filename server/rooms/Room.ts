// The heart of the server: one workshop while it is in use. Takes messages of connections, lets the board's gate
// check them once a tick, sends one merged frame to everybody, writes the journal, and tells each author what is
// saved. Knows no socket, no disk and no clock of its own.
import * as Y from 'yjs'
import type { Limits } from '../limits.ts'
import type { Storage } from '../storage/Storage.ts'
import type { Workshop } from '../workshop/Workshop.ts'
import { BoardDocument, FROM_SERVER } from './BoardDocument.ts'
import { boardRights } from './boardRights.ts'
import type { Cancel, Clock } from './Clock.ts'
import type { Connection } from './Connection.ts'
import { decodeMessage, type Incoming } from './decodeMessage.ts'
import { DocumentInbox } from './DocumentInbox.ts'
import { EncodedBoard } from './EncodedBoard.ts'
import { encodePresence, encodeRoomMessage, encodeSyncStep1, encodeSyncStep2, encodeUpdate } from './encodeMessage.ts'
import { encodeWelcome } from './encodeWelcome.ts'
import { FacilitationNews } from './FacilitationNews.ts'
import { Journal } from './Journal.ts'
import { Outbox } from './Outbox.ts'
import { decodePresence, isBoundedPresence, Presence } from './Presence.ts'
import { Replies } from './Replies.ts'
import type { RoomMetrics } from './RoomMetrics.ts'
import { Roster } from './Roster.ts'
import { Ticker } from './Ticker.ts'

export interface RoomLog {
  error(event: string, fields?: Readonly<Record<string, string | number>>): void
  info(event: string, fields?: Readonly<Record<string, string | number>>): void
  debug(event: string, fields?: Readonly<Record<string, string | number>>): void
}

export interface RoomParts {
  readonly workshop: Workshop
  readonly doc: Y.Doc
  /** The document encoded, if somebody has that already. */
  readonly encoded: Uint8Array | null
  readonly storage: Storage
  readonly clock: Clock
  readonly limits: Limits
  readonly metrics: RoomMetrics
  readonly log: RoomLog
}

const BOARD = 'board'
/** Presence that was only renewed goes out at most this often. */
const RENEWAL_MS = 1_000
const NO_UPDATE = new Uint8Array([0, 0])

export class Room {
  readonly id: string
  readonly workshop: Workshop
  readonly board: BoardDocument
  readonly journal: Journal
  readonly roster: Roster
  private readonly news: FacilitationNews
  private readonly clock: Clock
  private readonly metrics: RoomMetrics
  private readonly log: RoomLog
  private readonly presence = new Presence()
  private readonly ticker: Ticker
  private readonly outbox: Outbox
  private readonly replies: Replies
  private readonly inbox: DocumentInbox
  private renewalTimer: Cancel | null = null
  private lastRenewalMs = 0
  private sentVersion: number
  private isStopped = false
  /** Steady clock: the last time anybody needed this room. */
  usedMs: number

  constructor(parts: RoomParts) {
    const { workshop, doc, encoded, storage, clock, limits, metrics, log } = parts
    this.id = workshop.id
    this.workshop = workshop
    this.clock = clock
    this.metrics = metrics
    this.log = log
    this.roster = new Roster(workshop)
    this.news = new FacilitationNews(workshop, this.roster)
    const etagPrefix = `${workshop.info.epoch}-${clock.nowMs().toString(36)}`
    this.board = new BoardDocument(doc, new EncodedBoard(doc, etagPrefix, encoded), limits, clock)
    this.journal = new Journal(workshop.id, storage, clock, metrics, {
      onUnsaved: (sinceMs) => this.tellUnsaved(sinceMs),
      onCommitFailed: (error) =>
        log.error('commit failed', { room: this.id, reason: error instanceof Error ? error.message : String(error) }),
    })
    this.outbox = new Outbox(clock, limits, metrics)
    const leave = (connection: Connection): void => this.leave(connection)
    this.replies = new Replies({ ...parts, outbox: this.outbox, leave })
    this.ticker = new Ticker(
      clock,
      () => this.outbox.size,
      () => this.flush(),
    )
    this.inbox = new DocumentInbox(
      this.board,
      workshop,
      this.journal,
      limits,
      ({ isReturn }) => boardRights(workshop, doc, isReturn),
      {
        onRefused: (message, refusal) => this.replies.refuse(message, refusal),
        onFailed: ({ connection }, error) => this.replies.fail(connection, error),
        onReady: () => this.ticker.request(),
      },
    )
    this.sentVersion = workshop.version
    this.usedMs = clock.elapsedMs()
  }

  get connectionCount(): number {
    return this.outbox.size
  }

  /** A new connection: the room asks for what it has and tells who is here. */
  join(connection: Connection): void {
    if (this.isStopped) return connection.close('serverStopping')
    this.usedMs = this.clock.elapsedMs()
    this.outbox.add(connection)
    this.roster.add(connection)
    connection.owesStep2 = true
    const states = this.presence.all()
    const messages = [encodeSyncStep1(Y.encodeStateVector(this.board.doc))]
    if (states.length > 0) messages.push(encodePresence(states))
    this.replies.send(connection, messages)
    this.ticker.request()
  }

  leave(connection: Connection): void {
    connection.markLeft()
    if (!this.outbox.remove(connection)) return
    this.usedMs = this.clock.elapsedMs()
    this.roster.remove(connection)
    this.presence.remove(connection.clientIds)
    this.ticker.request()
  }

  /** One message of a connection. Whatever is in it, nothing is thrown and only this connection can suffer. */
  receive(connection: Connection, bytes: Uint8Array): void {
    if (!connection.isOpen) return
    const debtMs = this.replies.spend(connection, bytes)
    if (debtMs === null) return
    const incoming = decodeMessage(bytes)
    if (!incoming) return this.replies.end(connection, 'badMessage')
    try {
      if (incoming.type === 'presence' && debtMs > 0) this.metrics.refused('tooFast')
      else this.handle(connection, incoming)
    } catch (error) {
      this.replies.fail(connection, error)
    }
  }

  /** A text frame: no message of the protocol is one. */
  refuseText(connection: Connection): void {
    if (connection.isOpen) this.replies.end(connection, 'badMessage')
  }

  /** Changes the board as the server: seeds, imports, reveals. One update, stored and sent like any other. */
  edit<T>(change: (doc: Y.Doc) => T): T {
    const result = this.board.doc.transact(() => change(this.board.doc), FROM_SERVER)
    this.ticker.request()
    return result
  }

  /** Applies and stores everything up to now. */
  saved(): Promise<void> {
    this.flush()
    return this.journal.flushed()
  }

  /** Something people see beside the document changed: the next tick tells them. */
  announce(): void {
    this.ticker.request()
  }

  /** Stores changed records; resolves when they are on disk. Rights stay as they were. */
  commitRecords(): Promise<void> {
    this.ticker.request()
    return new Promise((resolve) => this.journal.add({ records: this.workshop.takeRecordChanges() }, resolve))
  }

  /** The workshop's memory was changed: stores it, tells everybody, ends connections that lost their right. Resolves when it is on disk. */
  commitWorkshop(): Promise<void> {
    for (const connection of this.outbox.connections()) {
      const participant = this.workshop.participant(connection.participantId)
      const link = participant && this.workshop.links.byId(participant.linkId)
      if (!participant || participant.removed || !link || link.revoked) this.replies.end(connection, 'notAllowed')
      else connection.role = participant.role
    }
    return this.commitRecords()
  }

  /** Applies and sends what waits, closes everybody as "server stopping", and resolves when all is on disk. */
  async stop(): Promise<void> {
    this.isStopped = true
    this.flush()
    this.ticker.stop()
    this.renewalTimer?.()
    for (const connection of this.outbox.connections()) this.replies.end(connection, 'serverStopping')
    await this.journal.flushed()
  }

  private handle(connection: Connection, incoming: Incoming): void {
    switch (incoming.type) {
      case 'syncStep1':
        return this.answerStep1(connection, incoming.stateVector)
      case 'syncStep2':
      case 'update':
        return this.inbox.add(connection, incoming.update, incoming.type === 'syncStep2')
      case 'presence':
        return this.takePresence(connection, incoming.update)
      case 'queryPresence':
        return this.sendPresence(connection)
      case 'room':
        return this.takeRoomMessage(connection, incoming.text)
    }
  }

  private answerStep1(connection: Connection, stateVector: Uint8Array): void {
    if (!this.replies.maySync(connection, stateVector)) return
    const { encoded, doc } = this.board
    const fetchedTail = connection.fetchedState === null ? undefined : encoded.tailAfter(connection.fetchedState)
    connection.fetchedState = null
    if (fetchedTail !== undefined) return this.replies.send(connection, [encodeSyncStep2(fetchedTail ?? NO_UPDATE)])
    // An empty state vector is one zero byte: everything, from the kept encoding. `synced` comes with the last part.
    if (stateVector.length === 1 && stateVector[0] === 0) {
      const state = encoded.state()
      const tail = encoded.tailAfter(state.etag)
      return this.replies.send(
        connection,
        tail ? [encodeUpdate(state.bytes), encodeSyncStep2(tail)] : [encodeSyncStep2(state.bytes)],
      )
    }
    this.replies.sendDifference(connection, doc, stateVector)
  }

  private takePresence(connection: Connection, update: Uint8Array): void {
    const states = decodePresence(update)
    if (!states) return this.replies.end(connection, 'badMessage')
    for (const state of states) {
      // A stock client's first state tells its client id; those of others it echoes are skipped.
      if (connection.clientIds.size === 0 && !connection.knowsUs) this.declareClient(connection, state.clientId)
      if (!connection.clientIds.has(state.clientId)) continue
      if (!isBoundedPresence(state.json)) {
        this.metrics.refused('presence')
        continue
      }
      const change = this.presence.set(state)
      if (change === 'changed') this.ticker.request()
      else if (change === 'renewed') this.scheduleRenewals()
    }
  }

  private takeRoomMessage(connection: Connection, text: string): void {
    const hello = this.replies.readHello(connection, text)
    if (!hello) return
    const { clientId, state } = hello
    const isFirst = !connection.knowsUs
    connection.knowsUs = true
    if (!this.declareClient(connection, clientId)) return this.replies.end(connection, 'badMessage')
    connection.fetchedState = state === undefined ? null : state.replaceAll(/^W\/|"/g, '')
    if (isFirst) this.welcome(connection)
  }

  private welcome(connection: Connection): void {
    const messages = [encodeWelcome(this.workshop, this.roster, connection, this.clock.nowMs())]
    messages.push(...this.news.welcome(connection))
    const sinceMs = this.journal.unsavedSinceMs
    if (sinceMs !== null) messages.push(encodeRoomMessage({ type: 'unsaved', sinceMs }))
    this.replies.send(connection, messages)
  }

  /** False if the client id is somebody else's. */
  private declareClient(connection: Connection, clientId: number): boolean {
    const before = new Set(connection.clientIds)
    if (!this.replies.declareClient(connection, clientId, this.inbox)) return false
    // After a refusal a client goes on under a new id; the old one's presence is gone with it.
    this.presence.remove(before)
    this.workshop.noteParticipant(connection.participantId)
    this.ticker.request()
    return true
  }

  /** One tick: apply, send, store. */
  private flush(): void {
    const startedMs = this.clock.elapsedMs()
    const done = this.inbox.apply()
    if (this.board.dropPending()) this.log.error('update was left pending', { room: this.id })
    const update = this.board.takeUpdate()
    const document = update ? encodeUpdate(update) : null
    const sendsRenewals = this.presence.hasRenewals && startedMs - this.lastRenewalMs >= RENEWAL_MS
    const presence =
      this.presence.hasChanges || sendsRenewals ? encodePresence(this.presence.take(sendsRenewals)) : null
    if (sendsRenewals) this.lastRenewalMs = startedMs
    this.outbox.broadcast({ document, presence, ours: this.takeNews() })
    for (const connection of this.outbox.takeCaughtUp()) this.sendPresence(connection)
    for (const { connection, message } of this.news.takeOwn())
      this.replies.send(connection, [encodeRoomMessage(message)])
    this.store(update, done)
    this.metrics.tick(this.clock.elapsedMs() - startedMs)
  }

  /** Changes of workshop and roster, for those who know our messages. */
  private takeNews(): Uint8Array[] {
    const news: Uint8Array[] = []
    if (this.sentVersion !== this.workshop.version) {
      this.sentVersion = this.workshop.version
      news.push(encodeRoomMessage({ type: 'workshop', workshop: this.workshop.state(), nowMs: this.clock.nowMs() }))
    }
    const roster = this.roster.takeChanges()
    if (roster) news.push(encodeRoomMessage(roster))
    news.push(...this.news.take().map(encodeRoomMessage))
    return news
  }

  private store(update: Uint8Array | null, done: ReadonlyMap<Connection, number>): void {
    const records = this.workshop.takeRecordChanges()
    if (!update && records.length === 0 && done.size === 0) return
    const updates = update ? [{ document: BOARD, bytes: update }] : []
    this.journal.add({ updates, records }, done.size === 0 ? undefined : () => this.replies.tellSaved(done))
  }

  private tellUnsaved(sinceMs: number | null): void {
    this.log.error(sinceMs === null ? 'saving again' : 'not saved', { room: this.id })
    this.outbox.broadcast({ document: null, presence: null, ours: [encodeRoomMessage({ type: 'unsaved', sinceMs })] })
    this.inbox.releaseAll()
  }

  private scheduleRenewals(): void {
    if (this.renewalTimer) return
    const waitMs = Math.max(0, this.lastRenewalMs + RENEWAL_MS - this.clock.elapsedMs())
    this.renewalTimer = this.clock.after(waitMs, () => {
      this.renewalTimer = null
      this.ticker.request()
    })
  }

  private sendPresence(connection: Connection): void {
    this.replies.send(connection, [encodePresence(this.presence.all())])
  }
}
