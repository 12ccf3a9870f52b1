// A browser's connection to one workshop: the shared document, what the server says about the room, presence, and the
// truth about what is saved. Everything the screen knows of the server comes from here. A refused change never ends it:
// the document is then replaced (`document` changes) and what was not accepted is in `keptAside`.
import { type Atom, atom, type Computed, computed, type Signal } from '@tldraw/state'
import * as Y from 'yjs'
import { newId } from '../../shared/journey/ids.ts'
import { closeCodes } from '../../shared/protocol/closeCodes.ts'
import type { Participant, Presence, ServerMessage, WorkshopState } from '../../shared/protocol/messages.ts'
import type { JoinedWorkshop } from '../app/JoinedWorkshop.ts'
import { connectionWords } from '../ui/connectionWords.ts'
import { askWhyRefused } from './askWhyRefused.ts'
import { changeLabels } from './changeLabels.ts'
import { BoardRules } from './BoardRules.ts'
import { browserPorts, type ConnectionPorts } from './ConnectionPorts.ts'
import { type ConnectionStatus, connectionStatus, type SocketPhase } from './ConnectionStatus.ts'
import { DraftsConnection } from './DraftsConnection.ts'
import { fetchBoardState } from './fetchBoardState.ts'
import { AsideList } from './AsideList.ts'
import { hideDrafts } from './hideDrafts.ts'
import type { KeptAside } from './keptAsideRecords.ts'
import { LocalCopy } from './LocalCopy.ts'
import { PresenceChannel } from './PresenceChannel.ts'
import { Replay, type ReplayCause } from './Replay.ts'
import { editRights } from './replayEdit.ts'
import { RoomSocket, type RoomSocketListener } from './RoomSocket.ts'
import { RoomState } from './RoomState.ts'
import { UnsavedChanges } from './UnsavedChanges.ts'

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
  readonly #document: Atom<Y.Doc> = atom('document', new Y.Doc())
  readonly #isLoaded: Atom<boolean> = atom('loaded', false)
  readonly #wasLive: Atom<boolean> = atom('was live', false)
  readonly #isHeld: Atom<boolean> = atom('held', false)
  #firstSyncTimer: ReturnType<typeof setTimeout> | undefined
  readonly #phase: Atom<SocketPhase> = atom<SocketPhase>('phase', { at: 'connecting' })
  readonly #unsaved = new UnsavedChanges(newId())
  readonly #aside = new AsideList()
  readonly #presence: PresenceChannel
  #copy: LocalCopy | null = null
  #socket: RoomSocket | null = null
  /** While the server's board is being fetched after a refusal. */
  #replay: Replay | null = null
  /** Refusals in a row; what is refused again and again is not tried for ever. */
  #lastReplay: Replay | null = null
  /** When the server last said that it restarts; long ago once it is back. */
  #restartedMs = Number.NEGATIVE_INFINITY
  #isOver = false
  #stopWatching: () => void = () => undefined

  /** Starts at once: local copy, then HTTP if there is none, then the socket. */
  constructor(joined: JoinedWorkshop, ports: ConnectionPorts = browserPorts()) {
    this.joined = joined
    this.#ports = ports
    this.room = new RoomState(joined)
    this.drafts = new DraftsConnection(joined, this.room, ports)
    this.#presence = new PresenceChannel(this.#document.get(), ports.requestFrame)
    this.workshop = this.room.workshop
    this.roster = this.room.roster
    this.peers = this.#presence.peers
    this.document = this.#document
    this.isLoaded = this.#isLoaded
    this.wasLive = this.#wasLive
    const { unsaved: unsavedDrafts, keptAside: draftsAside, isHeld: areDraftsHeld } = this.drafts
    this.unsavedCount = computed('unsaved', () => this.#unsaved.waiting.get() + unsavedDrafts.waiting.get())
    this.lateRecordIds = computed('late', () => {
      const [late, lateDrafts] = [this.#unsaved.lateRecordIds.get(), unsavedDrafts.lateRecordIds.get()]
      return lateDrafts.size === 0 ? late : new Set([...late, ...lateDrafts])
    })
    this.keptAside = computed('kept aside', () => [...this.#aside.list.get(), ...draftsAside.get()])
    this.status = computed('status', () =>
      connectionStatus({
        phase: this.#phase.get(),
        waiting: this.unsavedCount.get(),
        isSlowToSave: this.#unsaved.isSlow.get() || unsavedDrafts.isSlow.get(),
        diskFailedSinceMs: this.room.diskFailedSinceMs.get(),
        isViewer: this.room.role.get() === 'viewer',
        isHeld: this.#isHeld.get() || areDraftsHeld.get(),
      }),
    )
    this.#watch(this.#document.get())
    this.#listenToPage(true)
    void this.#start()
  }

  /** Changes the named parts of the own presence; null clears one. Throttled to 30 a second; viewers show nothing. */
  setPresence(part: Partial<Presence>): void {
    if (this.#isOver || this.room.role.get() === 'viewer') return
    this.#presence.set(hideDrafts(part, (id) => this.drafts.has(id)))
  }

  participantOfClient(clientId: number): Participant | null {
    return this.room.participantOfClient(clientId)
  }

  /** Whether changes survive a reload while offline. Known once `isLoaded`. */
  get keepsLocalCopy(): boolean {
    return this.#copy !== null
  }

  /** Words that never became part of the document. */
  keepAside(record: KeptAside): void {
    void this.#aside.add([record])
  }

  /** The person has taken what they need of it. */
  removeKeptAside(ids: readonly string[]): void {
    void this.#aside.remove(ids)
    this.drafts.removeKeptAside(ids)
  }

  /** Hangs up and lets go of everything. What is unsaved stays in the local copy. */
  async destroy(): Promise<void> {
    if (this.#isOver) return
    this.#isOver = true
    this.#listenToPage(false)
    this.#stopWatching()
    this.#socket?.destroy()
    this.#presence.destroy()
    await Promise.all([this.#unsaved.writeDown(), this.drafts.destroy()])
    this.#unsaved.destroy()
    clearTimeout(this.#firstSyncTimer)
    await this.#copy?.destroy()
    this.#document.get().destroy()
  }

  async #start(): Promise<void> {
    const doc = this.#document.get()
    const { workshopId, participantId } = this.joined
    const copy = await LocalCopy.open(workshopId, participantId, doc)
    if (this.#isOver) {
      await copy?.destroy()
      return
    }
    this.#copy = copy
    if (copy) {
      this.room.recall(await copy.read(ROOM_KEY))
      await Promise.all([this.#aside.attach(copy), this.#unsaved.attach(copy)])
    }
    const etag = hasContent(doc) ? null : await this.#fetchInto(doc)
    if (this.#isOver) return
    this.#openSocket(doc, etag)
    if (hasContent(doc)) this.#firstSyncTimer = setTimeout(() => this.#isLoaded.set(true), FIRST_SYNC_WAIT_MS)
  }

  /** Returns the ETag of what was applied, or null: then the socket brings everything. */
  async #fetchInto(doc: Y.Doc): Promise<string | null> {
    const { workshopId, token } = this.joined
    const state = await fetchBoardState(this.#ports.origin, workshopId, token, this.#ports.fetch)
    if (!state || this.#isOver) return null
    try {
      Y.applyUpdate(doc, state.update, this)
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
      onReturned: (messageNumber) => {
        // After a refusal the waiting changes are in the old document, not in what was just sent.
        if (this.#replay) return
        this.#unsaved.markAllSent(messageNumber)
        this.#lastReplay?.forgetMessages()
      },
      onLost: (code) => {
        if (code !== null) this.#isHeld.set(false)
        if (hasContent(this.#document.get())) this.#isLoaded.set(true)
        this.#unsaved.markUnsent()
        this.room.markOthersAway()
        this.#phase.set({ at: 'offline', isRestarting: this.#isRestarting(code) })
      },
      onEnded: (code, sentence) => {
        if (hasContent(this.#document.get())) this.#isLoaded.set(true)
        this.#unsaved.markUnsent()
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
    if (this.room.apply(message, Date.now())) void this.#copy?.write(ROOM_KEY, this.room.remembered())
    switch (message.type) {
      case 'welcome':
        return this.#judgeWelcome(message.epoch)
      case 'saved':
        this.#isHeld.set(false)
        this.#unsaved.markSaved(message.count)
        if (this.#unsaved.waiting.get() === 0 && !this.#replay) this.#lastReplay = null
        return true
      case 'refused':
        // The server's disk is full and its memory too: the change is fine, it has to wait here.
        if (message.reason === 'readOnly') {
          this.#isHeld.set(true)
          this.#socket?.pause(READ_ONLY_PAUSE_MS)
          return true
        }
        this.#lastReplay?.noteRefused(message.count)
        this.#startReplay(message.sentence, message.reason)
        return true
      default:
        return true
    }
  }

  #judgeWelcome(epoch: string): boolean {
    if (this.#replay) return true
    const ours: unknown = this.#document.get().getMap('meta').get('epoch')
    if (typeof ours === 'string' && ours !== epoch) {
      this.#startReplay(connectionWords.outdatedBoard, 'otherEpoch')
      return false
    }
    // Written as a participant, back as a viewer: nothing of it will ever be taken.
    if (this.room.role.get() === 'viewer' && this.#unsaved.waiting.get() > 0) {
      this.#startReplay(connectionWords.nowViewer, 'viewer')
      return false
    }
    return true
  }

  #afterSync(): void {
    if (this.#replay) this.#finishReplay(this.#replay)
    else this.#phase.set({ at: 'live' })
    this.#wasLive.set(true)
    this.#restartedMs = Number.NEGATIVE_INFINITY
    clearTimeout(this.#firstSyncTimer)
    this.#isLoaded.set(true)
  }

  /**
   * The document holds something the server will not take. Yjs cannot take it back, so a fresh document gets the
   * server's state; work goes on in the old one until that is there.
   */
  #startReplay(sentence: string, cause: ReplayCause): void {
    if (this.#replay || this.#isOver) return
    this.#socket?.destroy()
    this.#unsaved.markUnsent()
    this.#phase.set({ at: 'refused', sentence })
    const replay = new Replay(sentence, cause, this.#lastReplay)
    this.#replay = replay
    this.#presence.attach(replay.fresh)
    void this.#fetchInto(replay.fresh).then((etag) => {
      if (!this.#isOver) this.#openSocket(replay.fresh, etag)
    })
  }

  /** Nothing is awaited before the switch: what is typed meanwhile would be in neither document. */
  #finishReplay(replay: Replay): void {
    const old = this.#document.get()
    const { participantId } = this.joined
    const unsavedLabels = this.#unsaved.labels
    this.#stopWatching()
    this.#replay = null
    this.#lastReplay = replay
    this.#watch(replay.fresh)
    this.#unsaved.clear()
    const aside = replay.run({
      local: old,
      unsavedLabels,
      rights: editRights(new BoardRules(this.room, replay.fresh), participantId, this.room.canWrite.get()),
      nowMs: Date.now(),
      sentMessages: () => this.#socket?.sentMessages ?? 0,
    })
    this.#document.set(replay.fresh)
    this.#phase.set({ at: 'live' })
    void this.#keepFresh(old, replay.fresh, this.#aside.add(aside))
  }

  /** The aside list is on disk before the old copy goes: a crash in between may show something twice, never lose it. */
  async #keepFresh(old: Y.Doc, fresh: Y.Doc, asideKept: Promise<void>): Promise<void> {
    await asideKept
    if (!this.#isOver) await this.#copy?.replace(fresh)
    old.destroy()
  }

  /** Sends and counts every change of this document from now on. */
  #watch(doc: Y.Doc): void {
    const onUpdate = (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (origin === this || origin === this.#socket?.origin) return
      const sentAs = this.#replay ? null : (this.#socket?.sendUpdate(update) ?? null)
      // What another tab wrote comes through the local copy: passed on, but that tab counts it.
      if (transaction.local && this.room.role.get() !== 'viewer') this.#unsaved.add(changeLabels(transaction), sentAs)
    }
    doc.on('update', onUpdate)
    this.#stopWatching = () => doc.off('update', onUpdate)
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
      this.#isHeld.set(false)
      this.#socket?.drop()
      this.drafts.drop()
    },
    focus: () => this.#hurry(),
    pagehide: () => {
      this.#copy?.flush()
      void this.#unsaved.writeDown()
      void this.drafts.unsaved.writeDown()
    },
    beforeunload: (event) => {
      // Only where leaving would lose something: nothing is kept here and something is not saved.
      if (!this.#copy && this.unsavedCount.get() > 0) event.preventDefault()
    },
  }
}

function hasContent(doc: Y.Doc): boolean {
  return doc.store.clients.size > 0
}
