// The wire of one document: y-websocket's provider with its awareness, sync and reconnect habits replaced by ours.
//  - hello goes first; nothing of the document is taken or given before the server's welcome was judged;
//  - own updates go out only after the server was told what it missed, so that they never leave a gap;
//  - only the own presence is ever sent, never an echo of others;
//  - it reconnects when we say so, with full jitter, and never after a close code that is permanent.
// Knows nothing of what the document means and keeps nothing on disk.
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { type Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { closeCodes } from '../../shared/protocol/closeCodes.ts'
import {
  type ClientMessage,
  MESSAGE_AWARENESS,
  MESSAGE_QUERY_AWARENESS,
  MESSAGE_ROOM,
  MESSAGE_SYNC,
  PROTOCOL_VERSION,
  type ServerMessage,
  serverMessageSchema,
} from '../../shared/protocol/messages.ts'
import { connectionWords } from '../ui/connectionWords.ts'
import { retryDelayMs } from './retryDelay.ts'
import { splitUpdate } from './splitUpdate.ts'

const SYNC_STEP_1 = 0
const SYNC_STEP_2 = 1
const SYNC_UPDATE = 2
/** y-websocket's type for "permission denied"; ours says it with a close code. */
const MESSAGE_AUTH = 2
/** The server takes 5 requests for what is missing per minute. */
const RESYNC_AT_MOST_EVERY_MS = 15_000
/** Our presence is renewed every 15 s and comes back: silence for twice that is a half-open socket. Found within 35 s. */
const SILENCE_MS = 31_000
const WATCH_EVERY_MS = 2_000

export type WebSocketClass = typeof WebSocket

export interface RoomSocketListener {
  /** A checked message of type 4. The welcome comes first; return false there to hang up before anything is synced. */
  onMessage(message: ServerMessage): boolean
  /** Everything the server had when we asked is in the document. */
  onSynced(): void
  /** What was written while away went out as the document message of this number, in a step 2. */
  onReturned(messageNumber: number): void
  /** The connection is gone and another one will be tried. `code`: how the server closed it; null if we hung up. */
  onLost(code: number | null): void
  /** For good. */
  onEnded(code: number, sentence: string): void
}

export interface RoomSocketOptions {
  /** `ws(s)://host/sync/<workshop id>` */
  readonly url: string
  readonly roomName: string
  readonly token: string
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly WebSocket: WebSocketClass
  readonly random: () => number
  /** Whether this person may write; asked at each message, a role can change. */
  readonly mayWrite: () => boolean
  /** ETag of the state that was just fetched over HTTP, for the first hello only. */
  readonly fetchedState: string | null
  /** Asked when the server would not even open a socket: a sentence if it is for good, null if it is worth a retry. */
  readonly whyRefused: () => Promise<string | null>
  readonly listener: RoomSocketListener
}

export class RoomSocket {
  readonly #options: RoomSocketOptions
  readonly #provider: WebsocketProvider
  #fetchedState: string | null
  #isWelcome = false
  /** Sync messages that came before the welcome was judged. */
  #early: (() => void)[] = []
  /** Own updates flow: the server has been told what it missed. */
  #isFlowing = false
  #wasOpen = false
  #sentMessages = 0
  #failures = 0
  #retryTimer: ReturnType<typeof setTimeout> | undefined
  #lastResyncMs = Number.NEGATIVE_INFINITY
  #lastHeardMs = 0
  readonly #watchdog: ReturnType<typeof setInterval>
  #isOver = false

  constructor(options: RoomSocketOptions) {
    this.#options = options
    this.#fetchedState = options.fetchedState
    const { doc, awareness } = options
    this.#provider = new WebsocketProvider(options.url, options.roomName, doc, {
      connect: false,
      awareness,
      protocols: ['journeyboard', `token.${options.token}`],
      WebSocketPolyfill: options.WebSocket,
      disableBc: true,
      shouldReconnect: () => false,
    })
    // Its own handlers send whole bulk updates and echo the presence of others; ours are below.
    /* oxlint-disable no-underscore-dangle -- y-websocket has no option for it */
    doc.off('update', this.#provider._updateHandler)
    awareness.off('update', this.#provider._awarenessUpdateHandler)
    // Its watchdog goes by the wall clock: a laptop that sets its clock would hang up.
    clearInterval(this.#provider._checkInterval as number)
    /* oxlint-enable no-underscore-dangle */
    awareness.on('update', this.#sendOwnPresence)
    this.#provider.on('status', ({ status }) => {
      if (status === 'connected') this.#sayHello()
    })
    this.#provider.on('connection-close', (event) => this.#afterClose(event))
    this.#registerHandlers()
    this.#watchdog = setInterval(() => {
      if (this.#wasOpen && performance.now() - this.#lastHeardMs > SILENCE_MS) this.drop()
    }, WATCH_EVERY_MS)
  }

  /** Updates with this origin came over this socket. */
  get origin(): unknown {
    return this.#provider
  }

  /** Document messages (sync step 2 and updates) sent on this connection so far. */
  get sentMessages(): number {
    return this.#sentMessages
  }

  connect(): void {
    if (this.#isOver) return
    clearTimeout(this.#retryTimer)
    this.#provider.connect()
  }

  /** The browser says that the network is gone, or is back: do not wait for the watchdog or the next try. */
  drop(): void {
    if (this.#isOver || !this.#provider.ws) return
    this.#provider.disconnect()
  }

  /** Hangs up and comes back after that time: the server takes nothing now, asking again at once would not help. */
  pause(delayMs: number): void {
    this.drop()
    clearTimeout(this.#retryTimer)
    if (!this.#isOver) this.#retryTimer = setTimeout(() => this.connect(), delayMs)
  }

  /** Back from sleep or from being offline: try now if the connection is down. */
  hurry(): void {
    if (!this.#isOver && !this.#provider.ws) this.connect()
  }

  destroy(): void {
    this.#isOver = true
    clearTimeout(this.#retryTimer)
    clearInterval(this.#watchdog)
    this.#options.awareness.off('update', this.#sendOwnPresence)
    this.#provider.destroy()
  }

  /** Sends an own update. Returns the number of the last message it took, or null if it waits for the next step 2. */
  sendUpdate(update: Uint8Array): number | null {
    if (!this.#isFlowing || !this.#options.mayWrite()) return null
    for (const part of splitUpdate(update)) this.#sendDocument(SYNC_UPDATE, part)
    return this.#isFlowing ? this.#sentMessages : null
  }

  #sayHello(): void {
    this.#wasOpen = true
    this.#lastHeardMs = performance.now()
    const hello: ClientMessage = {
      type: 'hello',
      protocol: PROTOCOL_VERSION,
      clientId: this.#options.doc.clientID,
      ...(this.#fetchedState === null ? {} : { state: this.#fetchedState }),
    }
    // Good for one hello only: later the document holds more than that state.
    this.#fetchedState = null
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, MESSAGE_ROOM)
    encoding.writeVarString(encoder, JSON.stringify(hello))
    this.#send(encoding.toUint8Array(encoder))
  }

  #registerHandlers(): void {
    const handlers = this.#provider.messageHandlers
    const on = (type: number, handle: (decoder: decoding.Decoder) => void) => {
      // Nothing is written to the provider's answer: what we send, we send and count ourselves.
      handlers[type] = (_answer, decoder) => {
        this.#lastHeardMs = performance.now()
        handle(decoder)
      }
    }
    on(MESSAGE_SYNC, (decoder) => {
      // Copied out now: the decoder's buffer belongs to the provider.
      const kind = decoding.readVarUint(decoder)
      const bytes = decoding.readVarUint8Array(decoder)
      const handle = () => this.#handleSync(kind, bytes)
      if (this.#isWelcome) handle()
      else this.#early.push(handle)
    })
    on(MESSAGE_AWARENESS, (decoder) => {
      try {
        applyAwarenessUpdate(this.#options.awareness, decoding.readVarUint8Array(decoder), this.#provider)
      } catch {
        // Somebody's presence is not JSON: theirs is not shown, the frame is dropped.
      }
    })
    on(MESSAGE_QUERY_AWARENESS, () => this.#sendPresence())
    on(MESSAGE_AUTH, () => undefined)
    on(MESSAGE_ROOM, (decoder) => this.#handleRoomMessage(decoding.readVarString(decoder)))
  }

  #handleSync(kind: number, bytes: Uint8Array): void {
    if (kind === SYNC_STEP_1) {
      this.#answerWithMissing(bytes)
      return
    }
    try {
      Y.applyUpdate(this.#options.doc, bytes, this.#provider)
    } catch {
      // Not readable: nothing was applied. A new connection asks for the whole difference.
      this.drop()
      return
    }
    if (kind === SYNC_STEP_2) {
      this.#failures = 0
      this.#provider.synced = true
      this.#options.listener.onSynced()
    }
    if (this.#options.doc.store.pendingStructs) this.#askForMissing()
  }

  /** A gap in what came. Rare (a frame was dropped), and the only remedy is to ask. */
  #askForMissing(): void {
    const nowMs = performance.now()
    if (nowMs - this.#lastResyncMs < RESYNC_AT_MOST_EVERY_MS) return
    this.#lastResyncMs = nowMs
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, MESSAGE_SYNC)
    encoding.writeVarUint(encoder, SYNC_STEP_1)
    encoding.writeVarUint8Array(encoder, Y.encodeStateVector(this.#options.doc))
    this.#send(encoding.toUint8Array(encoder))
  }

  #answerWithMissing(serverVector: Uint8Array): void {
    if (!this.#options.mayWrite()) return
    this.#sendDocument(SYNC_STEP_2, Y.encodeStateAsUpdate(this.#options.doc, serverVector))
    this.#isFlowing = true
    this.#options.listener.onReturned(this.#sentMessages)
  }

  #handleRoomMessage(text: string): void {
    const message = parseServerMessage(text)
    // From a newer server: nothing this page could do with it.
    if (!message) return
    const goesOn = this.#options.listener.onMessage(message)
    if (message.type !== 'welcome' || this.#isOver) return
    if (!goesOn) {
      this.drop()
      return
    }
    this.#isWelcome = true
    const early = this.#early
    this.#early = []
    for (const handle of early) handle()
  }

  #sendDocument(kind: number, update: Uint8Array): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, MESSAGE_SYNC)
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarUint8Array(encoder, update)
    if (this.#send(encoding.toUint8Array(encoder))) this.#sentMessages++
    // The socket is closing: what follows would leave a gap.
    else this.#isFlowing = false
  }

  readonly #sendOwnPresence = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) => {
    const own = this.#options.awareness.clientID
    if (added.includes(own) || updated.includes(own) || removed.includes(own)) this.#sendPresence()
  }

  #sendPresence(): void {
    // The provider sends the current state itself when a socket opens.
    if (!this.#wasOpen) return
    const { awareness } = this.#options
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, MESSAGE_AWARENESS)
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [awareness.clientID]))
    this.#send(encoding.toUint8Array(encoder))
  }

  #send(bytes: Uint8Array): boolean {
    const socket = this.#provider.ws
    if (!socket || socket.readyState !== socket.OPEN) return false
    socket.send(bytes as Uint8Array<ArrayBuffer>)
    return true
  }

  /** `event` is null when we hung up ourselves, the provider's 30 s watchdog for half-open sockets included. */
  #afterClose(event: { readonly code: number } | null): void {
    // The provider tries again only while this is true; its own timing has no jitter.
    this.#provider.shouldConnect = false
    const wasOpen = this.#wasOpen
    this.#isWelcome = false
    this.#isFlowing = false
    this.#wasOpen = false
    this.#early = []
    this.#sentMessages = 0
    if (this.#isOver) return
    const attempt = this.#failures++
    const sentence = event ? permanentSentence(event.code) : null
    if (event && sentence !== null) {
      this.#end(event.code, sentence)
      return
    }
    this.#options.listener.onLost(event?.code ?? null)
    // `onLost` may have ended this socket.
    if (this.#isOver) return
    if (!wasOpen && event) void this.#askWhyRefused()
    this.#scheduleRetry(event?.code === closeCodes.tooFast.code ? attempt + 3 : attempt)
  }

  #scheduleRetry(attempt: number): void {
    clearTimeout(this.#retryTimer)
    this.#retryTimer = setTimeout(() => this.connect(), retryDelayMs(attempt, this.#options.random()))
  }

  /** Browsers do not say why a socket was not opened; HTTP does. */
  async #askWhyRefused(): Promise<void> {
    const sentence = await this.#options.whyRefused()
    if (sentence !== null && !this.#isOver && !this.#isWelcome) this.#end(closeCodes.notAllowed.code, sentence)
  }

  #end(code: number, sentence: string): void {
    this.#isOver = true
    clearTimeout(this.#retryTimer)
    this.#options.listener.onEnded(code, sentence)
  }
}

function parseServerMessage(text: string): ServerMessage | null {
  try {
    const parsed = serverMessageSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** A sentence if this code means that trying again is pointless; 4400–4499 that we do not know do too. */
export function permanentSentence(code: number): string | null {
  const known = Object.values(closeCodes).find((close) => close.code === code)
  if (known) return known.retry ? null : known.meaning
  return code >= 4400 && code < 4500 ? connectionWords.ended : null
}
