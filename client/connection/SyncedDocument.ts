// One document of a workshop in this browser: its local copy, what of it is unsaved, what was kept aside, and how another
// one takes its place after a refusal. The board is one, a person's drafts are another; when they are connected, and what
// else comes over their sockets, is theirs.
import { type Atom, atom } from '@tldraw/state'
import * as Y from 'yjs'
import type { EditTarget } from '../../shared/journey/edit/EditTarget.ts'
import { newId } from '../../shared/journey/ids.ts'
import type { JoinedWorkshop } from '../app/JoinedWorkshop.ts'
import { AsideList } from './AsideList.ts'
import type { BoardEdit } from './boardEdits.ts'
import { changeLabels } from './changeLabels.ts'
import { LocalCopy } from './LocalCopy.ts'
import { Replay, type ReplayCause } from './Replay.ts'
import type { EditRights } from './replayEdit.ts'
import type { RoomSocket } from './RoomSocket.ts'
import { UnsavedChanges } from './UnsavedChanges.ts'

export interface SyncedDocumentParts {
  readonly joined: JoinedWorkshop
  readonly document: 'board' | 'drafts'
  /** The one that is open now, if any. */
  readonly socket: () => RoomSocket | null
  /** Whether changes made here are waited for. */
  readonly mayWrite: () => boolean
  /** After every change of the document, whoever made it. */
  readonly onChanged?: () => void
}

export interface ReplayTerms {
  /** What may be done again on the document with the server's state. */
  readonly rights: (fresh: Y.Doc) => EditRights
  readonly redo?: (target: EditTarget, edit: BoardEdit) => boolean
}

export class SyncedDocument {
  /** As it is worked on. Another one after a refusal. */
  readonly current: Atom<Y.Doc>
  readonly unsaved = new UnsavedChanges(newId())
  readonly aside = new AsideList()
  /** The server takes nothing now, neither on disk nor in memory. */
  readonly isHeld: Atom<boolean>
  /** While the server's state is being fetched after a refusal. */
  replay: Replay | null = null
  isOver = false
  readonly #parts: SyncedDocumentParts
  /** Refusals in a row; what is refused again and again is not tried for ever. */
  #lastReplay: Replay | null = null
  #copy: LocalCopy | null = null
  #stopWatching: () => void = () => undefined

  constructor(parts: SyncedDocumentParts) {
    this.#parts = parts
    this.current = atom(`${parts.document} document`, new Y.Doc())
    this.isHeld = atom(`${parts.document} held`, false)
    this.#watch(this.current.get())
  }

  /** Null: this browser keeps nothing, or it is not known yet. */
  get copy(): LocalCopy | null {
    return this.#copy
  }

  /** Reads the local copy; `recall` what else is kept there. False: it has ended meanwhile. */
  async open(recall: (copy: LocalCopy) => Promise<void>): Promise<boolean> {
    const { workshopId, participantId } = this.#parts.joined
    const copy = await LocalCopy.open(workshopId, participantId, this.current.get(), this.#parts.document)
    if (this.isOver) {
      await copy?.destroy()
      return false
    }
    this.#copy = copy
    if (copy) {
      await recall(copy)
      await Promise.all([this.aside.attach(copy), this.unsaved.attach(copy)])
    }
    return !this.isOver
  }

  /** The server has as many messages of this connection on disk, or has refused them. */
  markSaved(count: number): void {
    this.isHeld.set(false)
    this.unsaved.markSaved(count)
    if (this.unsaved.waiting.get() === 0 && !this.replay) this.#lastReplay = null
  }

  /** Everything that was written before the connection was lost has been handed in with this message. */
  markReturned(messageNumber: number): void {
    // After a refusal the waiting changes are in the old document, not in what was just sent.
    if (this.replay) return
    this.unsaved.markAllSent(messageNumber)
    this.#lastReplay?.forgetMessages()
  }

  noteRefused(messageNumber: number): void {
    this.#lastReplay?.noteRefused(messageNumber)
  }

  /**
   * The document holds something the server will not take. Yjs cannot take it back, so a fresh document gets the
   * server's state; work goes on in the old one until that is there. Null: this is under way already, or all is over.
   */
  beginReplay(sentence: string, cause: ReplayCause): Replay | null {
    if (this.replay || this.isOver) return null
    this.replay = new Replay(sentence, cause, this.#lastReplay)
    return this.replay
  }

  /**
   * The fresh document takes the place of the old one. Nothing is awaited before the switch: what is typed meanwhile
   * would be in neither.
   */
  finishReplay(replay: Replay, { rights, redo }: ReplayTerms): void {
    const old = this.current.get()
    const unsavedLabels = this.unsaved.labels
    this.#stopWatching()
    this.replay = null
    this.#lastReplay = replay
    this.#watch(replay.fresh)
    this.unsaved.clear()
    const aside = replay.run({
      local: old,
      unsavedLabels,
      rights: rights(replay.fresh),
      nowMs: Date.now(),
      sentMessages: () => this.#parts.socket()?.sentMessages ?? 0,
      ...(redo && { redo }),
    })
    this.current.set(replay.fresh)
    void this.#keepFresh(old, replay.fresh, this.aside.add(aside))
  }

  /** Nothing is sent or counted any more; what comes back from the copy later finds an end. */
  end(): void {
    this.isOver = true
    this.#stopWatching()
  }

  /** After `end`. What is unsaved stays in the local copy. */
  async destroy(): Promise<void> {
    await this.unsaved.writeDown()
    this.unsaved.destroy()
    await this.#copy?.destroy()
    this.current.get().destroy()
  }

  /** The aside list is on disk before the old copy goes: a crash in between may show something twice, never lose it. */
  async #keepFresh(old: Y.Doc, fresh: Y.Doc, asideKept: Promise<void>): Promise<void> {
    await asideKept
    if (!this.isOver) await this.#copy?.replace(fresh)
    old.destroy()
  }

  /** Sends and counts every change of this document from now on, but what the server itself said (or this, for it). */
  #watch(doc: Y.Doc): void {
    const { socket, mayWrite, onChanged } = this.#parts
    const onUpdate = (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      onChanged?.()
      if (origin === this || origin === socket()?.origin) return
      const sentAs = this.replay ? null : (socket()?.sendUpdate(update) ?? null)
      // What another tab wrote comes through the local copy: passed on, but that tab counts it.
      if (transaction.local && mayWrite()) this.unsaved.add(changeLabels(transaction), sentAs)
    }
    doc.on('update', onUpdate)
    this.#stopWatching = () => doc.off('update', onUpdate)
  }
}
