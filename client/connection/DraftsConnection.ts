// Private writing: what one person writes in a private phase, on a second socket to a document that reaches nobody else.
// Part of a Connection (`connection.drafts`), whose status counts what is unsaved here too. For the canvas and for lists
// and forms alike; knows no tldraw. What a screen needs:
//
//   drafts.phase     Signal<Phase | null>        the phase that takes drafts now; null: new notes go to the board
//   drafts.notes     Signal<readonly Draft[]>    own notes: { id, kind, noteType, text, place, isRevealed }
//   drafts.revealed  Signal<{ [draftId]: cardId }>   which of them are on the board, and as which card
//   drafts.late      Signal<readonly string[]>   board cards of own notes that came after the reveal, since the page opened
//   drafts.add({ kind, noteType, text, place }): CardId | null     null: not taken now
//   drafts.edit(id, text)   drafts.delete(id)
//   drafts.document  Signal<Y.Doc>   root `cards`, edited with shared/journey/edit like the board's cards, but made and
//                                    moved with editDrafts (there are no lanes in it). Another one after a refusal.
//
// `place` is a cell of the board with an order, e.g. from `placeAtEnd(board, journeyId, stageId, laneId)`. A note without
// words is kept but neither counted nor revealed. After the reveal the same note is a card of the board under another
// id; for 5 s what is typed in the draft still reaches it. Notes written while offline come in late, by themselves.
import { atom, type Computed, computed, react, type Signal, unsafe__withoutCapture } from '@tldraw/state'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Place } from '../../shared/journey/Board.ts'
import { type CardKind, cardDefinition, type NoteType } from '../../shared/journey/cards/cardKinds.ts'
import { deleteCards } from '../../shared/journey/edit/editCards.ts'
import { createDrafts } from '../../shared/journey/edit/editDrafts.ts'
import { type EditTarget, recordOf } from '../../shared/journey/edit/EditTarget.ts'
import { editText } from '../../shared/journey/edit/editText.ts'
import { type CardId, newId } from '../../shared/journey/ids.ts'
import type { ServerMessage } from '../../shared/protocol/messages.ts'
import { mayAdd, type Phase, privatePhase } from '../../shared/workshop/agenda.ts'
import type { OwnState } from '../../shared/workshop/workshopActivity.ts'
import type { JoinedWorkshop } from '../app/JoinedWorkshop.ts'
import { askWhyRefused } from './askWhyRefused.ts'
import type { ConnectionPorts } from './ConnectionPorts.ts'
import { type Draft, draftList, isSameList } from './draftList.ts'
import type { KeptAside } from './keptAsideRecords.ts'
import type { Replay, ReplayCause } from './Replay.ts'
import { replayDraft } from './replayDraft.ts'
import { type Revealed, RevealedDrafts } from './RevealedDrafts.ts'
import { RoomSocket, type RoomSocketListener } from './RoomSocket.ts'
import type { RoomState } from './RoomState.ts'
import { SyncedDocument } from './SyncedDocument.ts'
import type { UnsavedChanges } from './UnsavedChanges.ts'

export type { Draft } from './draftList.ts'

export interface NewDraft {
  readonly kind: CardKind
  readonly noteType: NoteType | null
  readonly text: string
  readonly place: Place
}

/** The socket stays this long after it is not needed: last words are still on their way (the server takes them for 5 s). */
const LINGER_MS = 10_000
/** Until the next try when the server takes no changes at all. */
const READ_ONLY_PAUSE_MS = 10_000
/** Key in the local copy: without it a reload offline would show revealed notes as hidden ones. */
const REVEALED_KEY = 'revealed'

export class DraftsConnection {
  readonly document: Signal<Y.Doc>
  readonly phase: Computed<Phase | null>
  readonly notes: Signal<readonly Draft[]>
  readonly revealed: Signal<Revealed>
  readonly late: Signal<readonly string[]>
  readonly keptAside: Signal<readonly KeptAside[]>
  /** Changes of drafts that are not on the server's disk. */
  readonly unsaved: UnsavedChanges
  /** The server takes nothing now, neither on disk nor in memory. */
  readonly isHeld: Signal<boolean>

  readonly #joined: JoinedWorkshop
  readonly #room: RoomState
  readonly #ports: ConnectionPorts
  /** Stands for "the server has not said anything yet". */
  readonly #untold: OwnState
  readonly #drafts: SyncedDocument
  readonly #notes = atom<readonly Draft[]>('drafts', [], { isEqual: isSameList })
  readonly #revealed = new RevealedDrafts()
  readonly #stops: (() => void)[] = []
  #socket: RoomSocket | null = null
  #awareness: Awareness | null = null
  #lingerTimer: ReturnType<typeof setTimeout> | undefined

  constructor(joined: JoinedWorkshop, room: RoomState, ports: ConnectionPorts) {
    this.#joined = joined
    this.#room = room
    this.#ports = ports
    this.#untold = room.own.get()
    this.#drafts = new SyncedDocument({
      joined,
      document: 'drafts',
      socket: () => this.#socket,
      // What is here was written when it was allowed.
      mayWrite: () => true,
      onChanged: () => this.#refresh(),
    })
    this.document = this.#drafts.current
    this.unsaved = this.#drafts.unsaved
    this.isHeld = this.#drafts.isHeld
    this.notes = this.#notes
    this.revealed = this.#revealed.map
    this.late = this.#revealed.late
    this.keptAside = this.#drafts.aside.list
    this.phase = computed('phase of private writing', () => {
      const { agenda, closed } = room.workshop.get()
      return closed || room.role.get() === 'viewer' ? null : privatePhase(agenda)
    })
    void this.#start()
  }

  /** Null if the phase that is on takes no such note. */
  add({ kind, noteType, text, place }: NewDraft): CardId | null {
    if (!this.takes(kind, noteType)) return null
    const fields = { [cardDefinition(kind).title]: text, ...(noteType === null ? {} : { type: noteType }) }
    return createDrafts(this.#target(), [{ id: newId<CardId>(), kind, place, fields }])[0] ?? null
  }

  /** Whether a new card of this kind is written privately now. */
  takes(kind: CardKind, noteType: NoteType | null): boolean {
    const phase = this.phase.get()
    return phase !== null && mayAdd(phase.rights, kind, noteType)
  }

  edit(id: CardId, text: string): void {
    const kind = this.#notes.get().find((draft) => draft.id === id)?.kind
    if (kind) editText(this.#target(), 'cards', id, cardDefinition(kind).title, text)
  }

  delete(id: CardId): void {
    deleteCards(this.#target(), [id])
  }

  /** Whether this is the id of an own draft, revealed or not. */
  has(id: string): boolean {
    return recordOf(this.#target(), 'cards', id) !== null
  }

  get keepsLocalCopy(): boolean {
    return this.#drafts.copy !== null
  }

  removeKeptAside(ids: readonly string[]): void {
    void this.#drafts.aside.remove(ids)
  }

  /** Words that reached nobody are shown among what was kept aside. */
  keepAside(record: KeptAside): void {
    void this.#drafts.aside.add([record])
  }

  /** The browser says that the network is back, or gone. */
  hurry(): void {
    this.#socket?.hurry()
  }

  drop(): void {
    this.#drafts.isHeld.set(false)
    this.#socket?.drop()
  }

  async destroy(): Promise<void> {
    if (this.#drafts.isOver) return
    this.#drafts.end()
    for (const stop of this.#stops) stop()
    this.#hangUp()
    await this.#drafts.destroy()
  }

  #target(): EditTarget {
    return { doc: this.#drafts.current.get(), origin: this }
  }

  async #start(): Promise<void> {
    const isOpen = await this.#drafts.open(async (copy) => this.#revealed.recall(await copy.read(REVEALED_KEY)))
    if (!isOpen) return
    this.#refresh()
    this.#stops.push(
      react('own notes revealed', () => this.#noteRevealed()),
      react('socket of private writing', () => {
        if (this.#isWanted()) this.#open()
        else this.#closeLater()
      }),
    )
  }

  #isWanted(): boolean {
    if (this.#room.role.get() === 'viewer') return false
    if (this.phase.get() !== null || this.unsaved.waiting.get() > 0) return true
    return this.#notes.get().some(({ isRevealed, text }) => !isRevealed && text.trim() !== '')
  }

  #noteRevealed(): void {
    const own = this.#room.own.get()
    // What stands there before the server has spoken is not its word.
    if (own === this.#untold) return
    unsafe__withoutCapture(() => {
      this.#revealed.take(own.revealed, this.#room.workshop.get().agenda.revealedPhaseIds)
      this.#refresh()
    })
    void this.#drafts.copy?.write(REVEALED_KEY, own.revealed)
  }

  #refresh(): void {
    this.#notes.set(draftList(this.#drafts.current.get(), this.#revealed.map.get()))
  }

  #open(): void {
    clearTimeout(this.#lingerTimer)
    this.#lingerTimer = undefined
    if (!this.#socket && !this.#drafts.isOver) this.#connect(this.#drafts.current.get())
  }

  #closeLater(): void {
    if (!this.#socket || this.#lingerTimer !== undefined) return
    this.#lingerTimer = setTimeout(() => {
      this.#lingerTimer = undefined
      if (this.#drafts.replay) this.#closeLater()
      else this.#hangUp()
    }, LINGER_MS)
  }

  #hangUp(): void {
    clearTimeout(this.#lingerTimer)
    this.#lingerTimer = undefined
    // Messages of the next connection are counted from 1 again.
    this.unsaved.markUnsent()
    this.#socket?.destroy()
    this.#awareness?.destroy()
    this.#socket = null
    this.#awareness = null
  }

  #connect(doc: Y.Doc): void {
    const { origin, WebSocket, random } = this.#ports
    // Nobody sees it. Its renewals come back from the server, which is how a dead connection is noticed.
    this.#awareness = new Awareness(doc)
    this.#socket = new RoomSocket({
      url: `${origin.replace(/^http/, 'ws')}/sync/${encodeURIComponent(this.#joined.workshopId)}`,
      roomName: 'drafts',
      token: this.#joined.token,
      doc,
      awareness: this.#awareness,
      WebSocket,
      random,
      mayWrite: () => this.#room.role.get() !== 'viewer',
      fetchedState: null,
      whyRefused: () => askWhyRefused(this.#joined, this.#ports),
      listener: this.#listener(),
    })
    this.#socket.connect()
  }

  #listener(): RoomSocketListener {
    return {
      onMessage: (message) => {
        this.#take(message)
        return true
      },
      onSynced: () => {
        if (this.#drafts.replay) this.#finishReplay(this.#drafts.replay)
      },
      onReturned: (messageNumber) => this.#drafts.markReturned(messageNumber),
      onLost: () => this.unsaved.markUnsent(),
      onEnded: () => this.unsaved.markUnsent(),
    }
  }

  /** Workshop and roster come over the board's socket; here only what concerns the drafts is heard. */
  #take(message: ServerMessage): void {
    if (message.type === 'saved') this.#drafts.markSaved(message.count)
    else if (message.type === 'refused' && message.reason === 'readOnly') {
      // The disk is full and the server's memory too: the change is fine, it has to wait here.
      this.#drafts.isHeld.set(true)
      this.#socket?.pause(READ_ONLY_PAUSE_MS)
    } else if (message.type === 'refused') {
      this.#drafts.noteRefused(message.count)
      this.#startReplay(message.sentence, message.reason)
    }
  }

  /** As for the board: a fresh document takes the server's state, what may be done again is, the rest is kept aside. */
  #startReplay(sentence: string, cause: ReplayCause): void {
    const replay = this.#drafts.beginReplay(sentence, cause)
    if (!replay) return
    this.#hangUp()
    this.#connect(replay.fresh)
  }

  #finishReplay(replay: Replay): void {
    const { participantId } = this.#joined
    this.#drafts.finishReplay(replay, {
      // One's own cards and nothing else; which kinds, the server says.
      rights: () => ({
        canWrite: this.phase.get() !== null,
        canShape: false,
        mayDraw: false,
        mayFeel: false,
        mayEditOthers: false,
        participantId,
        mayAdd: () => true,
        mayChange: () => true,
      }),
      redo: replayDraft,
    })
    this.#refresh()
  }
}
