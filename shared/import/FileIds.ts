// Which id something of a file gets on the board: its own if it is free there, a new one if not.
import type * as Y from 'yjs'
import type { FileDrawing, JourneyFile } from '../export/journeyFile.ts'
import { type CardId, type JourneyId, type LaneId, newId, type StageId } from '../journey/ids.ts'

/** Keys of a drawing that name another record. Everything else in it is content and stays as it is. */
const linkKeys: ReadonlySet<string> = new Set(['id', 'parentId', 'fromId', 'toId', 'assetId'])

export class FileIds {
  readonly #journeys: ReadonlyMap<string, string>
  readonly #stages: ReadonlyMap<string, string>
  readonly #lanes: ReadonlyMap<string, string>
  readonly #cards: ReadonlyMap<string, string>
  readonly #drawings = new Map<string, string>()
  readonly #sharedPages: ReadonlySet<string>
  /** Cards without stage or lane keep an id that leads nowhere, one for all, so that their order stays. */
  readonly #nowhere = newId<StageId & LaneId>()

  constructor(doc: Y.Doc, file: JourneyFile) {
    const { journeys, freeCards, drawings } = file
    this.#journeys = idMap(doc.getMap('journeys'), journeys)
    this.#stages = idMap(
      doc.getMap('stages'),
      journeys.flatMap((journey) => journey.stages),
    )
    this.#lanes = idMap(
      doc.getMap('lanes'),
      journeys.flatMap((journey) => journey.lanes),
    )
    this.#cards = idMap(doc.getMap('cards'), [...journeys.flatMap((journey) => journey.cards), ...freeCards])
    // Arrows bind to the shapes of cards, stages and maps, which have the ids of what they stand for.
    for (const [from, to] of [...this.#journeys, ...this.#stages, ...this.#lanes, ...this.#cards]) {
      this.#drawings.set(`shape:${from}`, `shape:${to}`)
      this.#drawings.set(`shape:${from}curve`, `shape:${to}curve`)
    }
    const there = doc.getMap('drawings')
    const isPage = ({ id }: FileDrawing) => id.startsWith('page:')
    this.#sharedPages = new Set(
      drawings.filter((drawing) => isPage(drawing) && there.has(drawing.id)).map(({ id }) => id),
    )
    for (const drawing of drawings) {
      const [type = ''] = drawing.id.split(':')
      const isTaken = there.has(drawing.id) && !isPage(drawing)
      this.#drawings.set(drawing.id, isTaken ? `${type}:${newId()}` : drawing.id)
    }
  }

  journey(id: string): JourneyId {
    return (this.#journeys.get(id) ?? id) as JourneyId
  }

  stage(id: string | null): StageId {
    return id === null ? this.#nowhere : ((this.#stages.get(id) ?? id) as StageId)
  }

  lane(id: string | null): LaneId {
    return id === null ? this.#nowhere : ((this.#lanes.get(id) ?? id) as LaneId)
  }

  card(id: string): CardId {
    return (this.#cards.get(id) ?? id) as CardId
  }

  /** What a feeling is about. */
  about(id: string): StageId | CardId {
    return (this.#stages.get(id) ?? this.#cards.get(id) ?? id) as StageId | CardId
  }

  /** The board has the same page (every board has the first one): what is on it joins what is there. */
  isShared(drawingId: string): boolean {
    return this.#sharedPages.has(drawingId)
  }

  /** The record under its new id, with its links to other records following. */
  relink(drawing: FileDrawing): FileDrawing {
    return this.#relinked(drawing) as FileDrawing
  }

  #relinked(value: unknown, key = ''): unknown {
    if (typeof value === 'string') return linkKeys.has(key) ? (this.#drawings.get(value) ?? value) : value
    if (Array.isArray(value)) return value.map((inner) => this.#relinked(inner))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.#relinked(inner, name)]))
  }
}

function idMap(there: Y.Map<unknown>, entities: readonly { readonly id: string }[]): ReadonlyMap<string, string> {
  // `all` stands for "no persona" in the ids of emotion entries.
  return new Map(entities.map(({ id }) => [id, there.has(id) || id === 'all' ? newId() : id]))
}
