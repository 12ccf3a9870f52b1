// All drafts of a workshop: who writes where, what is hidden, and the reveal. The reveal writes the notes anew under the
// server's own client id, shuffled, so that nothing in the document leads from a note to its writer.
import { randomInt } from 'node:crypto'
import * as Y from 'yjs'
import { type Card, isCellPlace } from '../../shared/journey/Board.ts'
import { readBoard } from '../../shared/journey/BoardModel.ts'
import { cardDefinition } from '../../shared/journey/cards/cardKinds.ts'
import { deleteCards } from '../../shared/journey/edit/editCards.ts'
import { setField } from '../../shared/journey/edit/editFields.ts'
import type { CardId } from '../../shared/journey/ids.ts'
import { cardTitle } from '../../shared/journey/readBoardParts.ts'
import { readCard } from '../../shared/journey/readRecords.ts'
import { currentPhase } from '../../shared/workshop/agenda.ts'
import type { Limits } from '../limits.ts'
import type { Cancel, Clock } from '../rooms/Clock.ts'
import { DraftRoom } from '../rooms/DraftRoom.ts'
import { loadDraftDocument } from '../rooms/loadDraftDocument.ts'
import type { Room, RoomLog } from '../rooms/Room.ts'
import type { RoomMetrics } from '../rooms/RoomMetrics.ts'
import { draftRights, writingPhase } from './draftRights.ts'
import { addRevealedNotes, type NoteToReveal } from './addRevealedNotes.ts'

export interface DraftRoomsParts {
  readonly room: Room
  readonly clock: Clock
  readonly limits: Limits
  readonly metrics: RoomMetrics
  readonly log: RoomLog
}

const PREFIX = 'drafts.'
/** Notes of somebody who was away come onto the board this long after they came. */
const LATE_MS = 1_000
/** Anonymous ones wait for company: alone, whoever came back just now would be their writer. */
const LATE_ANONYMOUS_MS = 120_000
const ENOUGH_AUTHORS = 3
/** After a reveal a sentence may be finished: what its author types goes on reaching the note. */
export const FOLLOW_MS = 5_000

export class DraftRooms {
  private readonly parts: DraftRoomsParts
  private readonly rooms = new Map<string, DraftRoom>()
  private graceTimer: Cancel | null = null
  private readonly lateTimers = new Map<'told' | 'anonymous', Cancel>()
  /** Text of notes as they were revealed a moment ago, by card id. */
  private followed = new Map<string, string>()
  private followTimer: Cancel | null = null

  constructor(parts: DraftRoomsParts, documents: ReadonlyMap<string, readonly Uint8Array[]>) {
    this.parts = parts
    for (const [name, updates] of documents) {
      if (!name.startsWith(PREFIX)) continue
      const participantId = name.slice(PREFIX.length)
      this.make(participantId, loadDraftDocument(updates))
      this.readHidden(participantId)
    }
    this.scheduleLate()
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

  /** Puts everything hidden on the board in one step; the caller commits. */
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
    const isUntouched = (cardId: string, author: string, draftId: string) => {
      const card = board.cards.get(cardId as CardId)
      const draft = this.drafts(author).get(draftId)
      return !card || (draft !== undefined && cardTitle(card) === cardTitle(draft))
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

  stop(): void {
    this.graceTimer?.()
    this.followTimer?.()
    for (const cancel of this.lateTimers.values()) cancel()
    for (const room of this.rooms.values()) room.stop()
  }

  private make(participantId: string, doc: Y.Doc): DraftRoom {
    const { workshop } = this.parts.room
    const room = new DraftRoom({
      ...this.parts,
      participantId,
      doc,
      rights: ({ isReturn }) => draftRights(workshop, this.graceTimer !== null, isReturn),
      onChanged: () => this.take(participantId),
    })
    this.rooms.set(participantId, room)
    return room
  }

  /** After every change of somebody's drafts. */
  private take(participantId: string): void {
    const { room } = this.parts
    const { workshop } = room
    const phaseId = writingPhase(workshop)?.id ?? workshop.facilitation.state.lastPrivateId
    if (phaseId !== null) workshop.reveals.notePhase(participantId, [...this.drafts(participantId).keys()], phaseId)
    this.readHidden(participantId)
    if (this.followTimer) this.follow(participantId)
    this.scheduleLate()
    room.announce()
  }

  /** Readable cards with words. What cannot be read stays where it is; nobody but its author sees it. */
  private drafts(participantId: string): Map<string, Card> {
    const cards = new Map<string, Card>()
    const doc = this.rooms.get(participantId)?.doc
    for (const [id, record] of doc?.getMap('cards').entries() ?? []) {
      const card = readCard(id, record)
      if (card.ok && cardTitle(card.value).trim() !== '') cards.set(id, card.value)
    }
    return cards
  }

  private hiddenOf(participantId: string): Map<string, Card> {
    const { reveals } = this.parts.room.workshop
    const drafts = this.drafts(participantId)
    for (const id of drafts.keys()) if (reveals.cardOfDraft(participantId, id) !== null) drafts.delete(id)
    return drafts
  }

  private readHidden(participantId: string): void {
    const { facilitation, reveals } = this.parts.room.workshop
    const { promises } = facilitation.state
    const hidden = [...this.hiddenOf(participantId)].map(([draftId, { place }]) => ({
      draftId,
      cell: isCellPlace(place) ? { stageId: place.stageId, laneId: place.laneId } : null,
      hasPlaceholder: promises[reveals.phaseOf(participantId, draftId) ?? '']?.placeholders ?? false,
    }))
    reveals.setHidden(participantId, hidden)
  }

  private notesToReveal(isWanted: (phaseId: string) => boolean, isLate: boolean): NoteToReveal[] {
    const { facilitation, reveals } = this.parts.room.workshop
    const { promises } = facilitation.state
    const notes = [...this.rooms.keys()].flatMap((author) =>
      [...this.hiddenOf(author)].flatMap(([draftId, card]) => {
        const phaseId = reveals.phaseOf(author, draftId) ?? ''
        if (!isWanted(phaseId)) return []
        // A phase nobody knows any more promised nothing: the safest of the three.
        const mode = promises[phaseId]?.reveal ?? 'anonymous'
        return [{ author, draftId, card, phaseId, mode, isLate: isLate && mode !== 'anonymous' }]
      }),
    )
    return shuffle(notes)
  }

  private revealNotes(isWanted: (phaseId: string) => boolean, isLate: boolean): { revealed: number; changeId: string } {
    const { room, clock } = this.parts
    const { workshop } = room
    const notes = this.notesToReveal(isWanted, isLate)
    const changeId = `r${clock.nowMs()}`
    const made = room.edit((doc) => addRevealedNotes({ doc, origin: 'reveal' }, workshop, notes))
    for (const { note, cardId } of made) {
      const { author, draftId, mode, isLate } = note
      workshop.reveals.put(cardId, { author, draftId, named: mode === 'names', late: isLate, changeId })
      this.followed.set(cardId, cardTitle(note.card))
    }
    for (const author of new Set(made.map(({ note }) => note.author))) {
      this.readHidden(author)
      workshop.facilitation.noteOwn(author)
    }
    if (!isLate) this.markRevealed(made.map(({ note }) => note.phaseId))
    this.followTimer?.()
    this.followTimer = clock.after(FOLLOW_MS, () => {
      this.followTimer = null
      this.followed = new Map()
    })
    return { revealed: made.length, changeId }
  }

  private markRevealed(phaseIds: readonly string[]): void {
    const { facilitation } = this.parts.room.workshop
    const { agenda } = facilitation.state
    const current = currentPhase(agenda)
    const revealed = new Set([...agenda.revealedPhaseIds, ...phaseIds.filter((id) => id !== '')])
    if (current?.private) revealed.add(current.id)
    facilitation.change({ agenda: { ...agenda, revealedPhaseIds: [...revealed] } })
  }

  /** Somebody was in the middle of a sentence when the notes were revealed. */
  private follow(participantId: string): void {
    const { room } = this.parts
    const { reveals } = room.workshop
    const board = readBoard(room.board.doc)
    for (const [draftId, draft] of this.drafts(participantId)) {
      const cardId = reveals.cardOfDraft(participantId, draftId) ?? ''
      const shown = this.followed.get(cardId)
      const card = board.cards.get(cardId as CardId)
      const title = cardTitle(draft)
      // Only while nobody else has touched the words.
      if (shown === undefined || !card || cardTitle(card) !== shown || title === shown) continue
      this.followed.set(cardId, title)
      room.edit((doc) => setField({ doc, origin: 'reveal' }, 'cards', cardId, cardDefinition(card.kind).title, title))
    }
  }

  /** Hidden notes of phases that were revealed already: their writers were away. */
  private scheduleLate(): void {
    const { clock, room } = this.parts
    const { facilitation } = room.workshop
    const { revealedPhaseIds } = facilitation.state.agenda
    const late = this.notesToReveal((phaseId) => revealedPhaseIds.includes(phaseId), true)
    for (const kind of ['told', 'anonymous'] as const) {
      const isOfKind = ({ mode }: NoteToReveal) => (mode === 'anonymous') === (kind === 'anonymous')
      const notes = late.filter(isOfKind)
      if (notes.length === 0) continue
      const isCompany = new Set(notes.map(({ author }) => author)).size >= ENOUGH_AUTHORS
      if (this.lateTimers.has(kind) && !isCompany) continue
      this.lateTimers.get(kind)?.()
      const waitMs = kind === 'anonymous' && !isCompany ? LATE_ANONYMOUS_MS : LATE_MS
      this.lateTimers.set(
        kind,
        clock.after(waitMs, () => this.revealLate(kind)),
      )
    }
  }

  private revealLate(kind: 'told' | 'anonymous'): void {
    this.lateTimers.delete(kind)
    const { room } = this.parts
    const { promises, agenda } = room.workshop.facilitation.state
    const isOfKind = (phaseId: string) =>
      agenda.revealedPhaseIds.includes(phaseId) &&
      ((promises[phaseId]?.reveal ?? 'anonymous') === 'anonymous') === (kind === 'anonymous')
    if (this.notesToReveal(isOfKind, true).length === 0) return
    this.revealNotes(isOfKind, true)
    room.workshop.change({})
    void room.commitWorkshop()
  }
}

/** Fisher-Yates with the system's randomness. */
function shuffle<T>(items: T[]): T[] {
  for (let at = items.length - 1; at > 0; at--) {
    const other = randomInt(at + 1)
    const [a, b] = [items[at], items[other]]
    if (a !== undefined && b !== undefined) [items[at], items[other]] = [b, a]
  }
  return items
}
