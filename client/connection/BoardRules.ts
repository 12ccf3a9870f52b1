// What this person may do on one document now, and why not: the phase, locks and freeze of the room together with whose
// card it is. The same rules as the server's gate, which is the one that counts; here they decide what is shown.
import { type Computed, computed } from '@tldraw/state'
import type * as Y from 'yjs'
import type { CardKind, NoteType } from '../../shared/journey/cards/cardKinds.ts'
import { rightsNow } from '../../shared/workshop/agenda.ts'
import { type PhaseAction, phaseSentence } from '../../shared/workshop/phaseSentence.ts'
import {
  type AnyCard,
  type BoardTouch,
  forbids,
  type HeldRights,
  heldRights,
  newCardTouch,
  noteTypeOf,
  oldCardTouch,
} from '../../shared/workshop/boardRule.ts'
import { rightsWords } from '../ui/rightsWords.ts'
import type { RoomState } from './RoomState.ts'

/** Who takes a new card: the board for everybody, or the own notes of a private phase. */
export type CardTaker = 'board' | 'drafts'

/** What of private writing counts here. */
export interface OwnDrafts {
  /** Whether a new card of this kind is written privately now. */
  takes(kind: CardKind, noteType: NoteType | null): boolean
  has(id: string): boolean
}

export type ExistingCard = AnyCard & { readonly id: string }

/** Everything here is reactive in what the server said; the document is read as it is. */
export class BoardRules {
  /** Who locked which card, by name. */
  readonly lockNames: Computed<ReadonlyMap<string, string>>
  readonly #room: RoomState
  readonly #doc: Y.Doc
  readonly #drafts: OwnDrafts | null
  readonly #held: Computed<HeldRights>

  constructor(room: RoomState, doc: Y.Doc, drafts: OwnDrafts | null = null) {
    this.#room = room
    this.#drafts = drafts
    this.#doc = doc
    this.#held = computed('what is held', () => heldRights(room.workshop.get()))
    this.lockNames = computed(
      'locked cards',
      () => {
        const roster = room.roster.get()
        const nameOf = (by: string): string => roster.get(by)?.name || rightsWords.theFacilitator
        return new Map(Object.entries(room.workshop.get().locks).map(([cardId, by]) => [cardId, nameOf(by)]))
      },
      // The state is pushed whole and often; the same locks are one value.
      { isEqual: (a, b) => JSON.stringify([...a]) === JSON.stringify([...b]) },
    )
  }

  /** For who must act when any of this changes: depends on all of it. */
  watch(): void {
    this.#room.canWrite.get()
    this.#room.rights.get()
    this.#room.role.get()
    this.lockNames.get()
  }

  /** Onto the board, for everybody to see; drafts of a private phase are apart. */
  mayAdd(card: AnyCard): boolean {
    return this.#may(newCardTouch(card))
  }

  /** Where a new card like this goes now; null: nowhere. */
  takerOf(card: AnyCard): CardTaker | null {
    if (this.#drafts?.takes(card.kind, noteTypeOf(card))) return 'drafts'
    return this.mayAdd(card) ? 'board' : null
  }

  /** Move, edit, delete, open for writing. Own drafts as long as their phase takes more of them. */
  mayChange(card: ExistingCard): boolean {
    if (this.#drafts?.has(card.id)) return this.#drafts.takes(card.kind, noteTypeOf(card))
    return this.#may(oldCardTouch(card.id, card, () => this.isOwn(card.id)))
  }

  #may(touch: BoardTouch): boolean {
    const { canWrite, role } = this.#room
    return canWrite.get() && (role.get() === 'facilitator' || forbids(this.#held.get(), touch) === null)
  }

  /** Group, merge, take apart; and cards of others as long as they are not locked. */
  get mayEditOthers(): boolean {
    return this.#room.canWrite.get() && this.#room.rights.get().editOthers
  }

  get mayShape(): boolean {
    return this.#room.canShape.get()
  }

  get mayDraw(): boolean {
    return this.#room.canWrite.get() && this.#room.rights.get().draw
  }

  get mayFeel(): boolean {
    return this.#room.canWrite.get() && this.#room.rights.get().emotion
  }

  /**
   * Now is the time for feelings: the phase asks everybody for them, or no phase is on. Facilitators may set theirs at any
   * other time too, but then nothing calls for it.
   */
  get asksFeelings(): boolean {
    return this.mayFeel && rightsNow(this.#room.workshop.get().agenda).emotion
  }

  /** Locked, and not for this person to change. */
  isHeld(cardId: string): boolean {
    return this.#room.role.get() !== 'facilitator' && this.lockedBy(cardId) !== null
  }

  /** Name of the facilitator who locked the card, or what stands for it; null: it is not locked. */
  lockedBy(cardId: string): string | null {
    return this.lockNames.get().get(cardId) ?? null
  }

  /**
   * Whether this person made the card. Nothing in the document says so: it is the client id its record was written under.
   * Revealed notes were written by the server; it tells each author which are theirs.
   */
  isOwn(cardId: string): boolean {
    if (this.#room.ownRevealed.get().has(cardId)) return true
    // Yjs keeps the item behind a key here.
    // oxlint-disable-next-line no-underscore-dangle
    const item = this.#doc.getMap('cards')._map.get(cardId)
    if (!item || item.deleted) return false
    return item.id.client === this.#doc.clientID || this.#room.ownClients.get().has(item.id.client)
  }

  /** Why something is not possible, for who tried it. Null: it is, or the person looks on and knows. */
  whyNot(action: PhaseAction, cardId: string | null = null): string | null {
    const { workshop, role } = this.#room
    const { agenda, closed, frozen, structureLocked } = workshop.get()
    if (role.get() !== 'participant' || closed) return null
    if (frozen) return rightsWords.frozen
    const locker = cardId === null ? null : this.lockedBy(cardId)
    if (locker !== null) return rightsWords.cardLocked(locker)
    if (action.does === 'structure' && structureLocked) return rightsWords.structureLocked
    return agenda.currentIndex === null ? null : phaseSentence(agenda, action)
  }
}
