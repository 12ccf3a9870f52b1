// Takes off the board what an import put there, except what others have written in since, and puts back what it removed.
// Who wrote what is read from Yjs' structs: an import wrote one range of one client and nothing else did.
/* oxlint-disable no-underscore-dangle -- Yjs' names for what it exports to tools like this one */
import * as Y from 'yjs'
import { type CellPlace, isCellPlace, type Place } from '../../../shared/journey/Board.ts'
import { memberOf } from '../../../shared/journey/clusters.ts'
import { placeSchema } from '../../../shared/journey/readRecords.ts'
import { rootNames } from '../../../shared/journey/schema.ts'
import type { WrittenRange } from './Imports.ts'

/** Where something lies is not what it says: somebody may have moved it or sorted the cell. */
const PLACE_KEYS: ReadonlySet<string> = new Set(['place', 'order', 'columns', 'x', 'y', 'index', 'parentId'])

export interface TakenBack {
  /** Records that are gone; 0: others have written in everything. */
  readonly removed: number
  /** Cards and drawings that others have written in. They stay, and so does the map they lie in. */
  readonly kept: number
  /** Maps that stay. */
  readonly journeyIds: readonly string[]
}

/** To be called in a transaction. */
export function takeBackImport(doc: Y.Doc, written: WrittenRange): TakenBack {
  return new ImportedContent(doc, written).takeBack()
}

/** Everything the board had then and has no more; for an import that had come in the place of it. */
export function putBack(doc: Y.Doc, then: Y.Doc): void {
  for (const root of rootNames) {
    if (root === 'meta') continue
    const now = doc.getMap(root)
    for (const [key, value] of then.getMap(root).entries())
      if (!now.has(key)) now.set(key, value instanceof Y.Map ? value.clone() : value)
  }
}

class ImportedContent {
  readonly #doc: Y.Doc
  readonly #written: WrittenRange
  #removed = 0

  constructor(doc: Y.Doc, written: WrittenRange) {
    this.#doc = doc
    this.#written = written
  }

  takeBack(): TakenBack {
    const busy = this.#busyJourneys()
    const needed = new Set([...this.#personasOf(busy), ...this.#clusteredByOthers()])
    const keptCards = this.#remove('cards', (id, card) => this.#isTouched(card) || needed.has(id))
    const keptDrawings = this.#removeDrawings()
    const used = this.#usedCells()
    const own = new Set(this.#own('journeys').map(([id]) => id))
    // Of a map that came with it all of them or none; in a map that was there each for itself.
    const isKept = (id: string, record: Y.Map<unknown>) => {
      const journeyId = String(record.get('journeyId'))
      return own.has(journeyId) ? busy.has(journeyId) : used.has(id) || this.#isTouched(record)
    }
    this.#remove('stages', isKept)
    this.#remove('lanes', isKept)
    const journeyIds = this.#remove('journeys', (id) => busy.has(id))
    this.#remove('emotions', (_, entry) => this.#isTouched(entry))
    this.#remove('clusters', (_, cluster) => this.#isTouched(cluster))
    const personas = this.#personasOf(busy)
    const kept = keptCards.filter((id) => !personas.has(id)).length + keptDrawings
    return { removed: this.#removed, kept, journeyIds }
  }

  /** Imported maps in which others have written: words of the map, stages, lanes, cards, feelings. */
  #busyJourneys(): ReadonlySet<string> {
    const busy = new Set<string>()
    for (const [id, journey] of this.#own('journeys')) if (this.#isTouched(journey)) busy.add(id)
    for (const root of ['stages', 'lanes'] as const)
      for (const [, record] of this.#others(root)) busy.add(String(record.get('journeyId')))
    for (const { journeyId } of this.#placesThatStay()) busy.add(journeyId)
    for (const [id] of this.#others('emotions')) busy.add(id.split('.')[0] ?? '')
    return busy
  }

  /** Stages and lanes that hold cards which stay, or were rated by others. */
  #usedCells(): ReadonlySet<string> {
    const used = new Set(this.#others('emotions').flatMap(([, entry]) => [...entry.keys()]))
    for (const { stageId, laneId } of this.#placesThatStay()) for (const id of [stageId, laneId]) used.add(id)
    return used
  }

  /** Cells of cards of others, and of imported ones in which others have written or which they have grouped. */
  #placesThatStay(): CellPlace[] {
    const clustered = new Set(this.#clusteredByOthers())
    const cards = [...this.#others('cards'), ...this.#own('cards').filter(([id]) => clustered.has(id))]
    return cards.flatMap(([, card]) => {
      const place = placeSchema.safeParse(card.get('place'))
      return place.success && isCellPlace(place.data as Place) ? [place.data as CellPlace] : []
    })
  }

  #personasOf(journeys: ReadonlySet<string>): ReadonlySet<string> {
    const records = this.#doc.getMap('journeys')
    const personas = [...journeys].map((id) => {
      const journey = records.get(id)
      return journey instanceof Y.Map ? journey.get('persona') : null
    })
    return new Set(personas.filter((id) => typeof id === 'string'))
  }

  /** Cards that others have put into a group, or shown as one with theirs. */
  #clusteredByOthers(): string[] {
    return this.#others('clusters').flatMap(([, cluster]) => {
      const into = cluster.get('into')
      const members = [...cluster.keys()].flatMap((key) => memberOf(key) ?? [])
      return typeof into === 'string' ? [...members, into] : members
    })
  }

  /** A picture is gone only when nobody shows it any more. */
  #removeDrawings(): number {
    const isContent = (id: string) => id.startsWith('shape:')
    const kept = this.#remove('drawings', (id, drawing) => id.startsWith('asset:') || this.#isTouched(drawing))
    const shown = new Set<unknown>()
    for (const [, drawing] of this.#records('drawings')) shown.add(drawing.get('props.assetId'))
    this.#remove('drawings', (id) => !id.startsWith('asset:') || shown.has(id))
    return kept.filter(isContent).length
  }

  /** Answers what stayed of what was imported. */
  #remove(root: string, isKept: (id: string, record: Y.Map<unknown>) => boolean): string[] {
    const records = this.#doc.getMap(root)
    const [kept, gone]: [string[], string[]] = [[], []]
    for (const [id, record] of this.#own(root)) (isKept(id, record) ? kept : gone).push(id)
    for (const id of gone) records.delete(id)
    this.#removed += gone.length
    return kept
  }

  #records(root: string): [string, Y.Map<unknown>][] {
    const records: [string, Y.Map<unknown>][] = []
    for (const [id, record] of this.#doc.getMap(root).entries()) if (record instanceof Y.Map) records.push([id, record])
    return records
  }

  #own(root: string): [string, Y.Map<unknown>][] {
    return this.#records(root).filter(([, { _item }]) => _item !== null && this.#isOwn(_item))
  }

  /** Those of others, and imported ones in which others have written. */
  #others(root: string): [string, Y.Map<unknown>][] {
    return this.#records(root).filter(([, record]) => {
      return record._item === null || !this.#isOwn(record._item) || this.#isTouched(record)
    })
  }

  #isOwn({ id, length }: Y.Item): boolean {
    const { client, from, to } = this.#written
    return id.client === client && id.clock >= from && id.clock + length <= to
  }

  /** Something in it is not as the import wrote it: written over, taken out, or added. */
  #isTouched(map: Y.Map<unknown>): boolean {
    for (const [key, item] of map._map) {
      if (PLACE_KEYS.has(key)) continue
      if (item.deleted || !this.#isOwn(item)) return true
      const value: unknown = map.get(key)
      if (value instanceof Y.Text && this.#isTextTouched(value)) return true
      if (value instanceof Y.Map && this.#isTouched(value as Y.Map<unknown>)) return true
    }
    return false
  }

  #isTextTouched(text: Y.Text): boolean {
    for (let item = text._start; item; item = item.right) if (item.deleted || !this.#isOwn(item)) return true
    return false
  }
}
