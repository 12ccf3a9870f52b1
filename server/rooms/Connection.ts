// One person's open socket as the room sees it. The only place that turns trouble into a close code.
import { closeCodes, type CloseReason } from '../../shared/protocol/closeCodes.ts'
import type { Role } from '../../shared/protocol/roles.ts'
import { TokenBucket } from './TokenBucket.ts'
import type { Limits } from '../limits.ts'

/** The socket below: implemented on `ws`, and by tests in memory. */
export interface Wire {
  /** Whole frames, written as they are. */
  write(frames: Uint8Array): void
  /** Bytes written that the other side has not taken yet. */
  readonly bufferedBytes: number
  /** Reads nothing for a while: the sender is held up, nothing is lost. */
  pause(durationMs: number): void
  close(code: number, meaning: string): void
}

/** How far somebody is: what is sent to them depends on it. */
export type ConnectionState = { readonly at: 'open' } | { readonly at: 'closed'; readonly reason: CloseReason | 'left' }

export class Connection {
  readonly id: string
  readonly participantId: string
  readonly wire: Wire
  role: Role
  state: ConnectionState = { at: 'open' }
  /** Said hello: knows our own messages. Stock clients never do. */
  knowsUs = false
  /** Client ids this connection declared, the last one being the current. */
  readonly clientIds = new Set<number>()
  /** State fetched over HTTP just before, from the hello; used once. */
  fetchedState: string | null = null
  /** Document messages received (sync step 2 and updates). */
  documentMessages = 0
  /** Of those, how many are on disk or were refused. */
  savedMessages = 0
  /** A sync step 2 with the wide limits is due: we asked for it. */
  owesStep2 = false
  /** Last time the outgoing buffer was below the presence limit, steady clock. */
  keptUpMs: number
  /** Bytes that a reader may have unread beyond the limit, because it asked for the whole board. */
  graceBytes = 0
  /** Presence was left out: the states of all are sent once it has caught up. */
  missedPresence = false
  readonly messages: TokenBucket
  readonly bytes: TokenBucket
  readonly syncRequests: TokenBucket

  constructor(id: string, participantId: string, role: Role, wire: Wire, limits: Limits, elapsedMs: number) {
    this.id = id
    this.participantId = participantId
    this.role = role
    this.wire = wire
    this.keptUpMs = elapsedMs
    this.messages = new TokenBucket(limits.maxMessageBurst, limits.maxMessagesPerSecond, elapsedMs)
    this.bytes = new TokenBucket(limits.maxByteBurst, limits.maxBytesPerSecond, elapsedMs)
    this.syncRequests = new TokenBucket(
      limits.maxSyncRequestsPerMinute,
      limits.maxSyncRequestsPerMinute / 60,
      elapsedMs,
    )
  }

  get isOpen(): boolean {
    return this.state.at === 'open'
  }

  /** Ends the connection with the code that stands for the reason. The first reason counts. */
  close(reason: CloseReason): void {
    if (!this.isOpen) return
    this.state = { at: 'closed', reason }
    const { code, meaning } = closeCodes[reason]
    this.wire.close(code, meaning)
  }

  /** The other side is gone. */
  markLeft(): void {
    if (this.isOpen) this.state = { at: 'closed', reason: 'left' }
  }
}
