// What the document says the canvas shows: one tldraw record per entity, kept up to date with what changed. Holds no
// store and writes nowhere; `BoardBinding` carries the difference over.
import type { TLRecord } from 'tldraw'
import type { Board, Card } from '../../../shared/journey/Board.ts'
import type { CardId } from '../../../shared/journey/ids.ts'
import type { BoardLayout, CardLayout } from '../../../shared/layout/JourneyLayout.ts'
import { type CardMeta, noMeta, shapeIdOf } from '../shapes/journeyShapes.ts'
import { isSameRecord, projectCard, projectStructure } from './projectJourney.ts'

export interface ProjectionUpdate {
  /** Records that are new or differ from before. */
  readonly put: TLRecord[]
  readonly remove: string[]
}

export interface ProjectionChanges {
  /** Cards that changed, came or went since the last time. */
  readonly cards: Iterable<CardId>
  /** This person may not change stages and lanes. */
  readonly structureLocked: boolean
  /** What shows on a card beside its own values; the same object as long as it says the same. */
  readonly metaOf?: (id: CardId) => CardMeta
}

export class Projection {
  /** By record id: everything the canvas should hold because of the document. */
  readonly records = new Map<string, TLRecord>()
  #structure = new Set<string>()
  #metaOf: (id: CardId) => CardMeta = () => noMeta
  #cards = new Map<CardId, { readonly card: Card; readonly layout: CardLayout; readonly meta: CardMeta }>()

  /** Structure is made anew each time (some dozens of records); a card only if it or its place is another object. */
  update(board: Board, layout: BoardLayout, changes: ProjectionChanges): ProjectionUpdate {
    const update: ProjectionUpdate = { put: [], remove: [] }
    this.#metaOf = changes.metaOf ?? (() => noMeta)
    this.#updateStructure(board, layout, changes.structureLocked, update)
    for (const id of changes.cards) if (!board.cards.has(id) || board.mergedInto.has(id)) this.#removeCard(id, update)
    for (const journey of layout.journeys.values()) this.#updateCards(board, journey.cards, update)
    this.#updateCards(board, layout.free, update)
    return update
  }

  /** Takes in what the document says about drawings. */
  putDrawings(put: readonly TLRecord[], remove: readonly string[]): void {
    for (const record of put) this.records.set(record.id, record)
    for (const id of remove) this.records.delete(id)
  }

  #updateStructure(board: Board, layout: BoardLayout, locked: boolean, update: ProjectionUpdate): void {
    const now = new Set<string>()
    for (const journeyLayout of layout.journeys.values()) {
      const journey = board.journeys.get(journeyLayout.journeyId)
      if (!journey) continue
      for (const record of projectStructure(board, journey, journeyLayout, locked)) {
        now.add(record.id)
        this.#put(record, update)
      }
    }
    for (const id of this.#structure) if (!now.has(id)) this.#remove(id, update)
    this.#structure = now
  }

  #updateCards(board: Board, layouts: ReadonlyMap<CardId, CardLayout>, update: ProjectionUpdate): void {
    for (const [id, layout] of layouts) {
      const card = board.cards.get(id)
      if (!card) continue
      const meta = this.#metaOf(id)
      const known = this.#cards.get(id)
      const isSame = known?.card === card && known.meta === meta
      if (isSame && known.layout === layout) continue
      this.#cards.set(id, { card, layout, meta })
      // A cell that was laid out anew has new rectangles for all its cards; most lie where they lay.
      if (isSame && isSameLayout(known.layout, layout)) continue
      this.#put(projectCard(card, layout, meta), update)
    }
  }

  #removeCard(id: CardId, update: ProjectionUpdate): void {
    if (this.#cards.delete(id)) this.#remove(shapeIdOf(id), update)
  }

  #put(record: TLRecord, update: ProjectionUpdate): void {
    const before = this.records.get(record.id)
    if (before && isSameRecord(before, record)) return
    this.records.set(record.id, record)
    update.put.push(record)
  }

  #remove(id: string, update: ProjectionUpdate): void {
    this.records.delete(id)
    update.remove.push(id)
  }
}

/** The lines of an unchanged card are the same list. */
function isSameLayout(a: CardLayout, b: CardLayout): boolean {
  const isSamePlace = a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h
  return isSamePlace && a.lines === b.lines && a.foot === b.foot && a.homeless === b.homeless
}
