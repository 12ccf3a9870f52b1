// The shared document as plain data, kept up to date entity by entity: a change costs what it touches, not the size
// of the board. Changes are collected (`onDirty`) and read on demand (`refresh`), so that a client can do it once a
// frame and the server once a tick. Reads only: nothing here writes to the document.
import * as Y from 'yjs'
import type { Board, Card, CellKey, EmotionEntry, Journey, Lane, QuarantinedRecord, Stage } from './Board.ts'
import { cellKey, isCellPlace } from './Board.ts'
import { type Cluster, type ClusterId, readCluster, readGroups, readMerges, readParts } from './clusters.ts'
import type { CardId, JourneyId, LaneId, ParticipantId, StageId } from './ids.ts'
import { readImportedDepartments } from './importedPeople.ts'
import { compareOrder } from './order.ts'
import { readCard, readEmotionEntry, readJourney, readLane, type ReadResult, readStage } from './readRecords.ts'

export interface BoardChanges {
  readonly journeys: ReadonlySet<JourneyId>
  readonly stages: ReadonlySet<StageId>
  readonly lanes: ReadonlySet<LaneId>
  readonly cards: ReadonlySet<CardId>
  readonly emotions: ReadonlySet<string>
  readonly clusters: ReadonlySet<ClusterId>
  /** Ids of drawing records; their content is read by the canvas binding. */
  readonly drawings: ReadonlySet<string>
}

const watchedRoots = ['journeys', 'stages', 'lanes', 'cards', 'emotions', 'drawings', 'clusters'] as const
type WatchedRoot = (typeof watchedRoots)[number]

export class BoardModel {
  readonly board: Board
  #doc: Y.Doc
  #dirty = emptyDirty()
  #isDirty = true
  #listeners = new Set<() => void>()
  #journeys = new Map<JourneyId, Journey>()
  #stages = new Map<StageId, Stage>()
  #lanes = new Map<LaneId, Lane>()
  #cards = new Map<CardId, Card>()
  #cells = new Map<CellKey, readonly Card[]>()
  #emotions = new Map<string, EmotionEntry>()
  #importedDepartments = new Map<ParticipantId, string>()
  #isMetaDirty = true
  #clusters = new Map<ClusterId, Cluster>()
  #mergedInto = new Map<CardId, CardId>()
  #partsOf = new Map<CardId, readonly CardId[]>()
  #groupOf = new Map<CardId, ClusterId>()
  #quarantined = new Map<string, QuarantinedRecord>()
  #stop: () => void

  /** Reads the whole document at the first `refresh`; the board is empty before. */
  constructor(doc: Y.Doc) {
    this.#doc = doc
    this.board = {
      journeys: this.#journeys,
      stages: this.#stages,
      lanes: this.#lanes,
      cards: this.#cards,
      cells: this.#cells,
      emotions: this.#emotions,
      importedDepartments: this.#importedDepartments,
      clusters: this.#clusters,
      mergedInto: this.#mergedInto,
      partsOf: this.#partsOf,
      groupOf: this.#groupOf,
      quarantined: this.#quarantined,
    }
    const observers = watchedRoots.map((root) => {
      const map = doc.getMap(root)
      for (const id of map.keys()) this.#dirty[root].add(id)
      const observer = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => this.#note(root, events)
      map.observeDeep(observer)
      return () => map.unobserveDeep(observer)
    })
    const meta = doc.getMap('meta')
    const onMeta = () => {
      this.#isMetaDirty = true
      this.#wake()
    }
    meta.observe(onMeta)
    observers.push(() => meta.unobserve(onMeta))
    this.#stop = () => observers.forEach((stop) => stop())
  }

  /** Called once when clean turns dirty; ask for `refresh` when it suits. Returns the way to unsubscribe. */
  onDirty(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Reads what changed since the last call into `board` and says what that was. Ids of deleted entities are included. */
  refresh(): BoardChanges {
    const dirty = this.#dirty
    this.#dirty = emptyDirty()
    this.#isDirty = false
    if (this.#isMetaDirty) replace(this.#importedDepartments, readImportedDepartments(this.#doc))
    this.#isMetaDirty = false
    this.#read('journeys', dirty.journeys, this.#journeys, readJourney)
    this.#read('stages', dirty.stages, this.#stages, readStage)
    this.#read('lanes', dirty.lanes, this.#lanes, readLane)
    this.#read('emotions', dirty.emotions, this.#emotions, readEmotionEntry)
    this.#read('clusters', dirty.clusters, this.#clusters, readCluster)
    this.#readCards(dirty.cards, dirty.clusters.size > 0)
    if (dirty.clusters.size > 0 || (this.#clusters.size > 0 && dirty.cards.size > 0)) this.#readClusters()
    return dirty as unknown as BoardChanges
  }

  destroy(): void {
    this.#stop()
    this.#listeners.clear()
  }

  #note(root: WatchedRoot, events: Y.YEvent<Y.AbstractType<unknown>>[]): void {
    for (const event of events) {
      const id = event.path[0]
      if (typeof id === 'string') this.#dirty[root].add(id)
      else for (const key of event.changes.keys.keys()) this.#dirty[root].add(key)
    }
    this.#wake()
  }

  #wake(): void {
    if (this.#isDirty) return
    this.#isDirty = true
    for (const listener of this.#listeners) listener()
  }

  #read<T>(
    root: QuarantinedRecord['root'],
    ids: Set<string>,
    into: Map<string, T>,
    read: (id: string, raw: unknown) => ReadResult<T>,
  ): void {
    const records = this.#doc.getMap(root)
    for (const id of ids) {
      const raw = records.get(id)
      const result = raw === undefined ? undefined : read(id, raw)
      this.#quarantined.delete(`${root}/${id}`)
      if (result?.ok) {
        into.set(id, result.value)
        continue
      }
      into.delete(id)
      if (result) this.#quarantined.set(`${root}/${id}`, { root, id, reason: result.reason })
    }
  }

  /** Cards that begin or end to be part of a merge count as changed: `ids` grows by them. */
  #readCards(ids: Set<string>, clustersChanged: boolean): void {
    const merges = this.#changedMerges(ids, clustersChanged)
    const left = new Map<CellKey, Set<string>>()
    const touched = new Set<CellKey>()
    for (const id of ids) {
      const key = this.#cellOf(id)
      if (!key) continue
      touched.add(key)
      left.set(key, (left.get(key) ?? new Set<string>()).add(id))
    }
    this.#read('cards', ids, this.#cards, readCard)
    if (merges) replace(this.#mergedInto, merges)
    for (const id of ids) {
      const key = this.#cellOf(id)
      if (key) touched.add(key)
    }
    this.#rebuildCells(touched, left, ids)
  }

  /** What follows from clusters and cards together. A workshop has some dozens of clusters. */
  #readClusters(): void {
    const isShown = (cardId: CardId) => this.#cards.has(cardId) && !this.#mergedInto.has(cardId)
    replace(this.#groupOf, readGroups(this.#clusters.values(), isShown))
    replace(this.#partsOf, readParts(this.#mergedInto))
  }

  /** The merges as they are now, or null if they are as they were. */
  #changedMerges(ids: Set<string>, clustersChanged: boolean): ReadonlyMap<CardId, CardId> | null {
    const isTouched = (id: string) => ids.has(id)
    const isAboutMerges =
      clustersChanged ||
      [...this.#clusters.values()].some(({ into, cardIds }) => into && (ids.has(into) || cardIds.some(isTouched)))
    if (!isAboutMerges) return null
    const cards = this.#doc.getMap('cards')
    const merges = readMerges(this.#clusters.values(), (cardId) => cards.has(cardId))
    for (const id of new Set([...this.#mergedInto.keys(), ...merges.keys()]))
      if (this.#mergedInto.get(id) !== merges.get(id)) ids.add(id)
    return merges
  }

  #cellOf(id: string): CellKey | null {
    if (this.#mergedInto.has(id as CardId)) return null
    const place = this.#cards.get(id as CardId)?.place
    return place && isCellPlace(place) ? cellKey(place.stageId, place.laneId) : null
  }

  /** Each touched cell: its old list without the changed cards, plus those of them that are in it now. */
  #rebuildCells(touched: Set<CellKey>, left: ReadonlyMap<CellKey, Set<string>>, ids: ReadonlySet<string>): void {
    const lists = new Map<CellKey, Card[]>()
    for (const key of touched) {
      const leaving = left.get(key)
      lists.set(
        key,
        (this.#cells.get(key) ?? []).filter((card) => !leaving?.has(card.id)),
      )
    }
    for (const id of ids) {
      const card = this.#cards.get(id as CardId)
      const key = this.#cellOf(id)
      if (card && key) lists.get(key)?.push(card)
    }
    for (const [key, list] of lists) {
      if (list.length === 0) this.#cells.delete(key)
      else this.#cells.set(key, list.toSorted(compareCards))
    }
  }
}

/** The map stays the same object: the board hands it out. */
function replace<Key, Value>(map: Map<Key, Value>, now: ReadonlyMap<Key, Value>): void {
  map.clear()
  for (const [key, value] of now) map.set(key, value)
}

export function compareCards(a: Card, b: Card): number {
  if (!isCellPlace(a.place) || !isCellPlace(b.place)) return 0
  return compareOrder({ id: a.id, order: a.place.order }, { id: b.id, order: b.place.order })
}

function emptyDirty(): Record<WatchedRoot, Set<string>> {
  return {
    journeys: new Set(),
    stages: new Set(),
    lanes: new Set(),
    cards: new Set(),
    emotions: new Set(),
    drawings: new Set(),
    clusters: new Set(),
  }
}

/** The document as it is now, read once. */
export function readBoard(doc: Y.Doc): Board {
  const model = new BoardModel(doc)
  model.refresh()
  model.destroy()
  return model.board
}
