// All drafts of a workshop: who writes where, and the reveal. The reveal writes the notes anew under the
// server's own client id, shuffled, so that nothing in the document leads from a note to its writer.
import * as Y from 'yjs'
import { readBoard } from '../../shared/journey/BoardModel.ts'
import { deleteCards } from '../../shared/journey/edit/editCards.ts'
import type { CardId } from '../../shared/journey/ids.ts'
import { cardTitle } from '../../shared/journey/readBoardParts.ts'
import { currentPhase } from '../../shared/workshop/agenda.ts'
import type { Limits } from '../limits.ts'
import type { Cancel, Clock } from '../rooms/Clock.ts'
import { DraftRoom } from '../rooms/DraftRoom.ts'
import { loadDraftDocument } from '../rooms/loadDraftDocument.ts'
import type { Room, RoomLog } from '../rooms/Room.ts'
import type { RoomMetrics } from '../rooms/RoomMetrics.ts'
import { draftRights } from './draftRights.ts'
import type { DraftNotes } from './DraftNotes.ts'
import { FollowedNotes } from './FollowedNotes.ts'
import { HiddenNotes, type WantedNote } from './HiddenNotes.ts'
import { type LateKind, lateKindOf, LateNotes } from './LateNotes.ts'
import { isAsRevealed } from './isAsRevealed.ts'
import { addRevealedNotes } from './addRevealedNotes.ts'

export interface DraftRoomsParts {
  readonly room: Room
  readonly clock: Clock
  readonly limits: Limits
  readonly metrics: RoomMetrics
  readonly log: RoomLog
}

const PREFIX = 'drafts.'

export class DraftRooms {
  private readonly parts: DraftRoomsParts
  private readonly rooms = new Map<string, DraftRoom>()
  private readonly hidden: HiddenNotes
  private graceTimer: Cancel | null = null
  private readonly late: LateNotes
  private readonly followed: FollowedNotes

  constructor(parts: DraftRoomsParts, documents: ReadonlyMap<string, readonly Uint8Array[]>) {
    this.parts = parts
    this.hidden = new HiddenNotes(parts.room.workshop, parts.clock)
    this.followed = new FollowedNotes(parts.room, parts.clock)
    this.late = new LateNotes({
      clock: parts.clock,
      kindsOf: (participantId) => this.hidden.lateKindsOf(participantId),
      authors: () => this.hidden.authors(),
      onDue: (kind) => this.revealLate(kind),
    })
    for (const [name, updates] of documents) {
      if (!name.startsWith(PREFIX)) continue
      const participantId = name.slice(PREFIX.length)
      this.make(participantId, loadDraftDocument(updates))
      this.readHidden(participantId)
    }
    this.late.schedule()
  }

  get connectionCount(): number {
    return [...this.rooms.values()].reduce((sum, room) => sum + room.connectionCount, 0)
  }

  /** The drafts of one participant; made when first asked for. */
  of(participantId: string): DraftRoom {
    return this.rooms.get(participantId) ?? this.make(participantId, new Y.Doc())
  }

  /** The phase changes or was revealed: notes already under way are still taken for a moment. */
  beginGrace(durationMs: number): void {
    this.graceTimer?.()
    this.graceTimer = this.parts.clock.after(durationMs, () => {
      this.graceTimer = null
    })
  }

  /** People who were removed, or whose link was revoked, lose their connections. */
  dropRemoved(isWelcome: (participantId: string) => boolean): void {
    for (const [participantId, room] of this.rooms) if (!isWelcome(participantId)) room.endAll('notAllowed')
  }

  /** How many more cards the board takes, if what is hidden is more than that; null: all would fit. */
  shortOfRoom(): { readonly room: number; readonly notes: number } | null {
    const { room, limits } = this.parts
    const notes = room.workshop.reveals.draftCounts()?.notes ?? 0
    const left = Math.max(0, limits.maxRecordsPerRoom - room.board.sizes(1).records)
    return notes > left ? { room: left, notes } : null
  }

  /** Puts everything hidden on the board in one step; the caller commits and has asked whether there is room. */
  reveal(): { revealed: number; changeId: string } {
    for (const room of this.rooms.values()) room.flush()
    return this.revealNotes(() => true, false)
  }

  /** Takes a reveal back (null: the last one): its notes are hidden again. Notes that somebody changed since stay. */
  undo(changeId: string | null): boolean {
    const { room } = this.parts
    const { workshop } = room
    const id = changeId ?? workshop.reveals.lastChangeId()
    if (id === null) return false
    const board = readBoard(room.board.doc)
    const sorted = new Set([...board.clusters.values()].flatMap(({ into, cardIds }) => [into, ...cardIds]))
    const isUntouched = (cardId: string, author: string, draftId: string) => {
      const card = board.cards.get(cardId as CardId)
      const draft = this.hidden.draft(author, draftId)
      return !card || (draft !== undefined && !sorted.has(card.id) && isAsRevealed(card, draft))
    }
    const taken = workshop.reveals.takeBack(id, isUntouched)
    if (taken.length === 0) return false
    room.edit((doc) =>
      deleteCards(
        { doc, origin: 'reveal' },
        taken.map(({ cardId }) => cardId as CardId),
      ),
    )
    const { agenda } = workshop.facilitation.state
    const phases = new Set(taken.map(({ author, draftId }) => workshop.reveals.phaseOf(author, draftId)))
    const revealedPhaseIds = agenda.revealedPhaseIds.filter((phaseId) => !phases.has(phaseId))
    workshop.facilitation.change({ agenda: { ...agenda, revealedPhaseIds } })
    for (const author of new Set(taken.map(({ author }) => author))) {
      this.readHidden(author)
      workshop.facilitation.noteOwn(author)
    }
    return true
  }

  /** Takes what waits; it must come before the board's own stop, which waits for the disk. */
  stop(): void {
    // What is taken now may start timers: they end after it.
    for (const room of this.rooms.values()) room.stop()
    this.graceTimer?.()
    this.followed.stop()
    this.late.stop()
  }

  private make(participantId: string, doc: Y.Doc): DraftRoom {
    const { workshop } = this.parts.room
    const notes = this.hidden.add(participantId, doc)
    const room = new DraftRoom({
      ...this.parts,
      participantId,
      doc,
      rights: ({ isReturn }) => draftRights(workshop, this.graceTimer !== null, isReturn),
      onChanged: (isReturn) => this.take(participantId, notes, isReturn),
    })
    this.rooms.set(participantId, room)
    return room
  }

  /** After every change of somebody's drafts. */
  private take(participantId: string, notes: DraftNotes, isReturn: boolean): void {
    const written = this.hidden.take(participantId, notes, isReturn)
    this.followed.follow(participantId, written, notes)
    this.noteLate(participantId)
    this.late.schedule()
    this.parts.room.announce()
  }

  private revealNotes(isWanted: WantedNote, isLate: boolean): { revealed: number; changeId: string } {
    const { room, clock } = this.parts
    const { workshop } = room
    const notes = this.hidden.toReveal(isWanted, isLate)
    // Names rise, also when the clock was set back: the last one is what is taken back.
    const lastMs = Number(workshop.reveals.lastChangeId()?.slice(1) ?? 0)
    const fresh = `r${Math.max(clock.nowMs(), lastMs + 1)}`
    const made = room.edit((doc) => addRevealedNotes({ doc, origin: 'reveal' }, workshop, notes))
    // What comes late belongs to the reveal it missed: that one is taken back, and it goes with it.
    const missed = new Map(made.map(({ note: { phaseId } }) => [phaseId, workshop.reveals.lastChangeId(phaseId)]))
    for (const { note, cardId } of made) {
      const { author, draftId, mode, phaseId } = note
      const changeId = (isLate ? missed.get(phaseId) : null) ?? fresh
      workshop.reveals.put(cardId, { author, draftId, named: mode === 'names', late: note.isLate, changeId })
    }
    for (const author of new Set(made.map(({ note }) => note.author))) {
      this.readHidden(author)
      workshop.facilitation.noteOwn(author)
    }
    if (!isLate) this.markRevealed(made.map(({ note }) => note.phaseId))
    this.followed.begin(made.map(({ note, cardId }) => [cardId, cardTitle(note.card)]))
    return { revealed: made.length, changeId: fresh }
  }

  private markRevealed(phaseIds: readonly string[]): void {
    const { facilitation } = this.parts.room.workshop
    const { agenda } = facilitation.state
    const current = currentPhase(agenda)
    const revealed = new Set([...agenda.revealedPhaseIds, ...phaseIds.filter((id) => id !== '')])
    if (current?.private) revealed.add(current.id)
    facilitation.change({ agenda: { ...agenda, revealedPhaseIds: [...revealed] } })
  }

  /** At the start, after a reveal, and after one that was taken back. */
  private readHidden(participantId: string): void {
    this.hidden.readAll(participantId)
    this.noteLate(participantId)
  }

  private noteLate(participantId: string): void {
    this.late.note(participantId, this.parts.room.workshop.facilitation.state.agenda.revealedPhaseIds)
  }

  private revealLate(kind: LateKind): void {
    const { room } = this.parts
    const { agenda } = room.workshop.facilitation.state
    const isOfKind: WantedNote = (phaseId, mode) =>
      agenda.revealedPhaseIds.includes(phaseId) && lateKindOf(mode) === kind
    // Without room they stay hidden, until somebody writes or reveals again.
    if (this.hidden.toReveal(isOfKind, true).length === 0 || this.shortOfRoom()) return
    this.revealNotes(isOfKind, true)
    room.workshop.change({})
    void room.commitWorkshop()
  }
}
