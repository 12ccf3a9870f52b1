// Private writing on this person's canvas: own drafts among the cards, grey blocks for what others hide. Reads the drafts'
// connection and says when the view has to be made anew; `BoardBinding` asks it while it reads the document.
import { atom, computed, react, type Signal } from '@tldraw/state'
import type * as Y from 'yjs'
import { type Board, type Card, type CellKey, cellKey, isCellPlace } from '../../../shared/journey/Board.ts'
import { BoardModel } from '../../../shared/journey/BoardModel.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import { cardTitle } from '../../../shared/journey/readBoardParts.ts'
import type { DraftsConnection } from '../../connection/DraftsConnection.ts'
import type { RoomState } from '../../connection/RoomState.ts'
import { type CardMeta, noMeta } from '../shapes/journeyShapes.ts'
import { DraftMerge } from './DraftMerge.ts'
import { readOrigins } from './readOrigins.ts'
import { HiddenBlocks, type HiddenCells, hiddenCells } from './hiddenNotes.ts'
import { SettledBlocks } from './SettledBlocks.ts'

export interface DraftsSource {
  readonly drafts: Pick<DraftsConnection, 'document' | 'revealed'>
  readonly room: Pick<RoomState, 'activity' | 'origins' | 'roster'>
}

const privateMeta: CardMeta = { private: true }

export interface DraftsView {
  /** With own drafts: what drags, keys and buttons reason about. */
  readonly board: Board
  /** With grey blocks too: what is laid out. */
  readonly laidOut: Board
  readonly hidden: HiddenCells
}

export class DraftsLayer {
  readonly #source: DraftsSource
  readonly #onChange: () => void
  readonly #merge = new DraftMerge()
  readonly #blocks = new HiddenBlocks()
  readonly #stops: (() => void)[] = []
  /** Draft that is being written in although it is revealed: it stands for its card until the writer is done. */
  readonly #held = atom<CardId | null>('draft kept open', null)
  readonly #origins: Signal<ReadonlyMap<string, CardMeta>>
  readonly #settled: SettledBlocks
  #doc: Y.Doc
  #model: BoardModel
  #shown: ReadonlyMap<CardId, Card> = new Map()
  #standsFor: ReadonlySet<CardId> = new Set()
  /** As they were at the last reading: asked for every card on the board. */
  #originsRead: ReadonlyMap<string, CardMeta> = new Map()
  #stopModel: () => void

  constructor(source: DraftsSource, onChange: () => void) {
    this.#source = source
    this.#onChange = onChange
    this.#origins = computed('origins of notes', (before) => readOrigins(source.room, before))
    this.#settled = new SettledBlocks(onChange)
    this.#doc = source.drafts.document.get()
    this.#model = new BoardModel(this.#doc)
    this.#stopModel = this.#model.onDirty(onChange)
    this.#stops.push(
      react('drafts document', () => this.#follow()),
      react('what shows of drafts', () => {
        source.drafts.revealed.get()
        source.room.activity.get()
        this.#held.get()
        this.#origins.get()
        onChange()
      }),
    )
  }

  get held(): Signal<CardId | null> {
    return this.#held
  }

  /** Shows this draft in place of the card it has become; null: no longer. */
  hold(id: CardId | null): void {
    this.#held.set(id)
  }

  /** What shows on a card of the board or a draft. */
  metaOf(id: CardId): CardMeta {
    if (this.#shown.has(id)) return privateMeta
    return this.#originsRead.get(id) ?? noMeta
  }

  /** Adds to `changed` the ids of cards that come or go. */
  read(board: Board, changed: Set<CardId>): DraftsView {
    this.#model.refresh()
    this.#originsRead = this.#origins.get()
    const before = this.#shown
    const stoodFor = this.#standsFor
    this.#readShown()
    for (const id of before.keys()) if (!this.#shown.has(id)) changed.add(id)
    for (const id of this.#shown.keys()) if (!before.has(id)) changed.add(id)
    for (const id of new Set([...stoodFor, ...this.#standsFor])) changed.add(id)
    const merged = this.#merge.merge(board, [...this.#shown.values()], this.#standsFor)
    this.#countHidden()
    const hidden = this.#settled.shown
    return { board: merged, laidOut: this.#blocks.addTo(merged, hidden), hidden }
  }

  destroy(): void {
    for (const stop of this.#stops) stop()
    this.#settled.destroy()
    this.#stopModel()
    this.#model.destroy()
  }

  /** After a refusal the drafts are in another document. */
  #follow(): void {
    const doc = this.#source.drafts.document.get()
    if (doc === this.#doc) return
    this.#doc = doc
    this.#stopModel()
    this.#model.destroy()
    this.#model = new BoardModel(doc)
    this.#stopModel = this.#model.onDirty(this.#onChange)
    this.#onChange()
  }

  #readShown(): void {
    const revealed = this.#source.drafts.revealed.get()
    const held = this.#held.get()
    const shown = new Map<CardId, Card>()
    const standsFor = new Set<CardId>()
    for (const [id, card] of this.#model.board.cards) {
      const cardId = Object.hasOwn(revealed, id) ? revealed[id] : undefined
      if (cardId !== undefined && id !== held) continue
      shown.set(id, card)
      if (cardId !== undefined) standsFor.add(cardId as CardId)
    }
    this.#shown = shown
    this.#standsFor = standsFor
  }

  #countHidden(): void {
    const { drafts } = this.#source.room.activity.get() ?? { drafts: null }
    const now = hiddenCells(drafts, this.#ownCells())
    // Revealed, or none at all: nothing to wait for.
    if (drafts === null || (this.#settled.shown.size === 0 && this.#shown.size === 0)) this.#settled.showAtOnce(now)
    else this.#settled.offer(now)
  }

  /** One key per own note that the server counts: with words, not revealed. */
  *#ownCells(): Iterable<CellKey> {
    const revealed = this.#source.drafts.revealed.get()
    for (const card of this.#shown.values()) {
      const { place } = card
      const isCounted = cardTitle(card).trim() !== '' && !Object.hasOwn(revealed, card.id)
      if (isCounted && isCellPlace(place)) yield cellKey(place.stageId, place.laneId)
    }
  }
}
