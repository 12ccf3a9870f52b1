// Where a card is written. Cards of the board go into the board; what is added in a private phase, and what is done to it
// later, into the own drafts, which nobody else reads. Everything on the canvas that makes, moves or deletes cards does
// it here, so that no way of adding one can pass by the privacy of a phase.
import type { Signal } from '@tldraw/state'
import type { CardKind, NoteType } from '../../../shared/journey/cards/cardKinds.ts'
import {
  type CardMove,
  createCards,
  deleteCards,
  type NewCard,
  placeCards,
} from '../../../shared/journey/edit/editCards.ts'
import { createDrafts, placeDrafts } from '../../../shared/journey/edit/editDrafts.ts'
import type { FieldRoot } from '../../../shared/journey/edit/editFields.ts'
import { type EditTarget, transact } from '../../../shared/journey/edit/EditTarget.ts'
import type { CardId } from '../../../shared/journey/ids.ts'

/** What of the drafts' connection is needed here. */
export interface DraftsAccess {
  /** Whether a new card of this kind is written privately now. */
  takes(kind: CardKind, noteType: NoteType | null): boolean
  has(id: string): boolean
}

export class CardEdits {
  readonly #board: EditTarget
  readonly #drafts: Signal<EditTarget>
  readonly #access: DraftsAccess

  /** `drafts`: another target whenever the drafts document is replaced. */
  constructor(board: EditTarget, drafts: Signal<EditTarget>, access: DraftsAccess) {
    this.#board = board
    this.#drafts = drafts
    this.#access = access
  }

  isDraft(id: string): boolean {
    return this.#access.has(id)
  }

  /** Where the fields of this entity are. Reactive: a refusal replaces the drafts document. */
  targetOf(root: FieldRoot, id: string): EditTarget {
    return root === 'cards' && this.isDraft(id) ? this.#drafts.get() : this.#board
  }

  isPrivate({ kind, fields }: Pick<NewCard, 'kind' | 'fields'>): boolean {
    const noteType = kind === 'note' ? ((fields?.['type'] ?? 'pain') as NoteType) : null
    return this.#access.takes(kind, noteType)
  }

  /** Returns the ids made. */
  create(cards: readonly NewCard[]): CardId[] {
    const [drafts, others] = split(cards, (card) => this.isPrivate(card))
    return this.together(() => [
      ...(others.length > 0 ? createCards(this.#board, others) : []),
      ...(drafts.length > 0 ? createDrafts(this.#drafts.get(), drafts) : []),
    ])
  }

  place(moves: readonly CardMove[]): void {
    const [drafts, others] = split(moves, ({ id }) => this.isDraft(id))
    this.together(() => {
      if (others.length > 0) placeCards(this.#board, others)
      if (drafts.length > 0) placeDrafts(this.#drafts.get(), drafts)
    })
  }

  /** `origin`: of edits that are no step of the history; as usual if left out. */
  delete(ids: readonly CardId[], origin?: unknown): void {
    const [drafts, others] = split(ids, (id) => this.isDraft(id))
    const as = (target: EditTarget): EditTarget => (origin === undefined ? target : { ...target, origin })
    if (others.length > 0) deleteCards(as(this.#board), others)
    if (drafts.length > 0) deleteCards(as(this.#drafts.get()), drafts)
  }

  /** One update of each document, whatever the number of cards. */
  together<T>(edits: () => T): T {
    return transact(this.#board, () => transact(this.#drafts.get(), edits))
  }
}

function split<T>(items: readonly T[], isWanted: (item: T) => boolean): [wanted: T[], others: T[]] {
  return [items.filter(isWanted), items.filter((item) => !isWanted(item))]
}
