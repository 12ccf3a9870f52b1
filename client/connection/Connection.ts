// A browser's connection to one workshop: the shared document, what the server says about the room, presence, and the
// truth about what is saved. Everything the screen knows of the server comes from here. A refused change never ends it:
// the document is then replaced (`document` changes) and what was not accepted is in `keptAside`.
import { type Atom, atom, type Computed, computed, type Signal } from '@tldraw/state'
import * as Y from 'yjs'
import { closeCodes } from '../../shared/protocol/closeCodes.ts'
import type { Participant, Presence, ServerMessage, WorkshopState } from '../../shared/protocol/messages.ts'
import type { JoinedWorkshop } from '../app/JoinedWorkshop.ts'
import { connectionWords } from '../ui/connectionWords.ts'
import { askWhyRefused } from './askWhyRefused.ts'
import { BoardRules } from './BoardRules.ts'
import { browserPorts, type ConnectionPorts } from './ConnectionPorts.ts'
import { type ConnectionStatus, connectionStatus, type SocketPhase } from './ConnectionStatus.ts'
import { DraftsConnection } from './DraftsConnection.ts'
import { fetchBoardState } from './fetchBoardState.ts'
import { hideDrafts } from './hideDrafts.ts'
import type { KeptAside } from './keptAsideRecords.ts'
import { PresenceChannel } from './PresenceChannel.ts'
import type { Replay, ReplayCause } from './Replay.ts'
import { editRights } from './replayEdit.ts'
import { RoomSocket, type RoomSocketListener } from './RoomSocket.ts'
import { RoomState } from './RoomState.ts'
import { SyncedDocument } from './SyncedDocument.ts'

/** Until the next try when the server takes no changes at all. */
const READ_ONLY_PAUSE_MS = 10_000
/** A server that said it restarts is called restarting for this long; then it is not there, whatever it said. */
const RESTART_LIMIT_MS = 60_000
/** Key in the local copy. */
const ROOM_KEY = 'room'

/**
 * How long a copy that may be old (this browser's own, or the server's cached state) waits for what came after it
 * before it is shown, ms: the map should not jump under the eyes of somebody who just arrived.
 */
const FIRST_SYNC_WAIT_MS = 1_500

export class Connection {
  readonly joined: JoinedWorkshop
  readonly status: Computed<ConnectionStatus>
  /** Own changes that are not on the server's disk, as a person counts them. */
  readonly unsavedCount: Signal<number>
  /** Ids of records whose own change has been unsaved for more than 3 s. */
  readonly lateRecordIds: Signal<ReadonlySet<string>>
  readonly workshop: Signal<WorkshopState>
  readonly roster: Signal<ReadonlyMap<string, Participant>>
  readonly room: RoomState
  /** What is written in a private phase, and only this person sees. */
  readonly drafts: DraftsConnection
  /** Others by Yjs client id, never oneself; changes at most once a frame. */
  readonly peers: Signal<ReadonlyMap<number, Presence>>
  /** The document as it is worked on. Another one after a refusal: whoever holds the old one starts anew. */
  readonly document: Signal<Y.Doc>
  /** There is something to show: from the local copy, over HTTP or over the socket. */
  readonly isLoaded: Signal<boolean>
  readonly keptAside: Signal<readonly KeptAside[]>
  /** The server has let this tab in at least once: what ends later ends work under way. */
  readonly wasLive: Signal<boolean>

  readonly #ports: ConnectionPorts
  readonly #board: SyncedDocument
  readonly #isLoaded: Atom<boolean> = atom('loaded', false)
  readonly #wasLive: Atom<boolean> = atom('was live', false)
  #firstSyncTimer: ReturnType<typeof setTimeout> | undefined
  readonly #phase: Atom<SocketPhase> = atom<SocketPhase>('phase', { at: 'connecting' })
  readonly #presence: PresenceChannel
  #socket: RoomSocket | null = null
  /** When the server last said that it restarts; long ago once it is back. */
  #restartedMs = Number.NEGATIVE_INFINITY

  /** Starts at once: local copy, then HTTP if there is none, then the socket. */
  constructor(joined: JoinedWorkshop, ports: ConnectionPorts = browserPorts()) {
    this.joined = joined
    this.#ports = ports
    this.room = new RoomState(joined)
    this.drafts = new DraftsConnection(joined, this.room, ports)
    this.#board = new SyncedDocument({
      joined,
      document: 'board',
      socket: () => this.#socket,
      mayWrite: () => this.room.role.get() !== 'viewer',
    })
    const { unsaved, aside, isHeld } = this.#board
    this.#presence = new PresenceChannel(this.#board.current.get(), ports.requestFrame)
    this.workshop = this.room.workshop
    this.roster = this.room.roster
    this.peers = this.#presence.peers
    this.document = this.#board.current
    this.isLoaded = this.#isLoaded
    this.wasLive = this.#wasLive
    const { unsaved: unsavedDrafts, keptAside: draftsAside, isHeld: areDraftsHeld } = this.drafts
    this.unsavedCount = computed('unsaved', () => unsaved.waiting.get() + unsavedDrafts.waiting.get())
    this.lateRecordIds = computed('late', () => {
      const [late, lateDrafts] = [unsaved.lateRecordIds.get(), unsavedDrafts.lateRecordIds.get()]
      return lateDrafts.size === 0 ? late : new Set([...late, ...lateDrafts])
    })
    this.keptAside = computed('kept aside', () => [...aside.list.get(), ...draftsAside.get()])
    this.status = computed('status', () =>
      connectionStatus({
        phase: this.#phase.get(),
        waiting: this.unsavedCount.get(),
        isSlowToSave: unsaved.isSlow.get() || unsavedDrafts.isSlow.get(),
        diskFailedSinceMs: this.room.diskFailedSinceMs.get(),
        isViewer: this.room.role.get() === 'viewer',
        isHeld: isHeld.get() || areDraftsHeld.get(),
      }),
    )
    this.#listenToPage(true)
    void this.#start()
  }

  /** Changes the named parts of the own presence; null clears one. Throttled to 30 a second; viewers show nothing. */
  setPresence(part: Partial<Presence>): void {
    if (this.#board.isOver || this.room.role.get() === 'viewer') return
    this.#presence.set(hideDrafts(part, (id) => this.drafts.has(id)))
  }

  participantOfClient(clientId: number): Participant | null {
    return this.room.participantOfClient(clientId)
  }

  /** Whether changes survive a reload while offline. Known once `isLoaded`. */
  get keepsLocalCopy(): boolean {
    return this.#board.copy !== null
  }

  /** Words that never became part of the document. */
  keepAside(record: KeptAside): void {
    void this.#board.aside.add([record])
  }

  /** The person has taken what they need of it. */
  removeKeptAside(ids: readonly string[]): void {
    void this.#board.aside.remove(ids)
    this.drafts.removeKeptAside(ids)
  }

  /** Hangs up and lets go of everything. What is unsaved stays in the local copy. */
  async destroy(): Promise<void> {
    if (this.#board.isOver) return
    this.#board.end()
    this.#listenToPage(false)
    this.#socket?.destroy()
    this.#presence.destroy()
    clearTimeout(this.#firstSyncTimer)
    await Promise.all([this.#board.destroy(), this.drafts.destroy()])
  }

  async #start(): Promise<void> {
    const doc = this.#board.current.get()
    const isOpen = await this.#board.open(async (copy) => this.room.recall(await copy.read(ROOM_KEY)))
    if (!isOpen) return
    const etag = hasContent(doc) ? null : await this.#fetchInto(doc)
    if (this.#board.isOver) return
    this.#openSocket(doc, etag)
    if (hasContent(doc)) this.#firstSyncTimer = setTimeout(() => this.#isLoaded.set(true), FIRST_SYNC_WAIT_MS)
  }

  /** Returns the ETag of what was applied, or null: then the socket brings everything. */
  async #fetchInto(doc: Y.Doc): Promise<string | null> {
    const { workshopId, token } = this.joined
    const state = await fetchBoardState(this.#ports.origin, workshopId, token, this.#ports.fetch)
    if (!state || this.#board.isOver) return null
    try {
      Y.applyUpdate(doc, state.update, this.#board)
      return state.etag
    } catch {
      return null
    }
  }

  #openSocket(doc: Y.Doc, fetchedState: string | null): void {
    const { origin, WebSocket, random } = this.#ports
    this.#socket = new RoomSocket({
      url: `${origin.replace(/^http/, 'ws')}/sync/${encodeURIComponent(this.joined.workshopId)}`,
      roomName: 'board',
      token: this.joined.token,
      doc,
      awareness: this.#presence.awareness,
      WebSocket,
      random,
      mayWrite: () => this.room.role.get() !== 'viewer',
      fetchedState,
      whyRefused: () => askWhyRefused(this.joined, this.#ports),
      listener: this.#listener(),
    })
    this.#socket.connect()
  }

  #listener(): RoomSocketListener {
    return {
      onMessage: (message) => this.#take(message),
      onSynced: () => this.#afterSync(),
      onReturned: (messageNumber) => this.#board.markReturned(messageNumber),
      onLost: (code) => {
        if (code !== null) this.#board.isHeld.set(false)
        if (hasContent(this.#board.current.get())) this.#isLoaded.set(true)
        this.#board.unsaved.markUnsent()
        this.room.markOthersAway()
        this.#phase.set({ at: 'offline', isRestarting: this.#isRestarting(code) })
      },
      onEnded: (code, sentence) => {
        if (hasContent(this.#board.current.get())) this.#isLoaded.set(true)
        this.#board.unsaved.markUnsent()
        this.#phase.set({ at: 'ended', code, sentence })
      },
    }
  }

  /** `code`: how the connection was lost, null if we hung up. While it starts again the server cannot say anything. */
  #isRestarting(code: number | null): boolean {
    const nowMs = performance.now()
    if (code === closeCodes.serverStopping.code) this.#restartedMs = nowMs
    else if (code === null) this.#restartedMs = Number.NEGATIVE_INFINITY
    return nowMs - this.#restartedMs < RESTART_LIMIT_MS
  }

  /** False: hang up before anything of the document is exchanged. */
  #take(message: ServerMessage): boolean {
    if (this.room.apply(message, Date.now())) void this.#board.copy?.write(ROOM_KEY, this.room.remembered())
    switch (message.type) {
      case 'welcome':
        return this.#judgeWelcome(message.epoch)
      case 'saved':
        this.#board.markSaved(message.count)
        return true
      case 'refused':
        // The server's disk is full and its memory too: the change is fine, it has to wait here.
        if (message.reason === 'readOnly') {
          this.#board.isHeld.set(true)
          this.#socket?.pause(READ_ONLY_PAUSE_MS)
          return true
        }
        this.#board.noteRefused(message.count)
        this.#startReplay(message.sentence, message.reason)
        return true
      default:
        return true
    }
  }

  #judgeWelcome(epoch: string): boolean {
    if (this.#board.replay) return true
    const ours: unknown = this.#board.current.get().getMap('meta').get('epoch')
    if (typeof ours === 'string' && ours !== epoch) {
      this.#startReplay(connectionWords.outdatedBoard, 'otherEpoch')
      return false
    }
    // Written as a participant, back as a viewer: nothing of it will ever be taken.
    if (this.room.role.get() === 'viewer' && this.#board.unsaved.waiting.get() > 0) {
      this.#startReplay(connectionWords.nowViewer, 'viewer')
      return false
    }
    return true
  }

  #afterSync(): void {
    if (this.#board.replay) this.#finishReplay(this.#board.replay)
    else this.#phase.set({ at: 'live' })
    this.#wasLive.set(true)
    this.#restartedMs = Number.NEGATIVE_INFINITY
    clearTimeout(this.#firstSyncTimer)
    this.#isLoaded.set(true)
  }

  #startReplay(sentence: string, cause: ReplayCause): void {
    const replay = this.#board.beginReplay(sentence, cause)
    if (!replay) return
    this.#socket?.destroy()
    this.#board.unsaved.markUnsent()
    this.#phase.set({ at: 'refused', sentence })
    this.#presence.attach(replay.fresh)
    void this.#fetchInto(replay.fresh).then((etag) => {
      if (!this.#board.isOver) this.#openSocket(replay.fresh, etag)
    })
  }

  #finishReplay(replay: Replay): void {
    const { participantId } = this.joined
    this.#board.finishReplay(replay, {
      rights: (fresh) => editRights(new BoardRules(this.room, fresh), participantId, this.room.canWrite.get()),
    })
    this.#phase.set({ at: 'live' })
  }

  #listenToPage(on: boolean): void {
    const { page } = this.#ports
    for (const [name, handler] of Object.entries(this.#pageHandlers)) {
      if (on) page?.addEventListener(name, handler)
      else page?.removeEventListener(name, handler)
    }
  }

  #hurry(): void {
    this.#socket?.hurry()
    this.drafts.hurry()
  }

  readonly #pageHandlers: Readonly<Record<string, (event: Event) => void>> = {
    online: () => this.#hurry(),
    offline: () => {
      this.#board.isHeld.set(false)
      this.#socket?.drop()
      this.drafts.drop()
    },
    focus: () => this.#hurry(),
    pagehide: () => {
      this.#board.copy?.flush()
      void this.#board.unsaved.writeDown()
      void this.drafts.unsaved.writeDown()
    },
    beforeunload: (event) => {
      // Only where leaving would lose something: nothing is kept here and something is not saved.
      if (!this.#board.copy && this.unsavedCount.get() > 0) event.preventDefault()
    },
  }
}

function hasContent(doc: Y.Doc): boolean {
  return doc.store.clients.size > 0
}
