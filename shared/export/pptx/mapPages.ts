// A map cut into pages that can be read: some stages side by side, their lanes below each other, cards as the layout
// measured them. A stage column never breaks; a lane that is longer than a page goes on on the next one, its label
// repeated. The emotion lane has a slide of its own.
import type { CardId, LaneId } from '../../journey/ids.ts'
import type { CardLayout, JourneyLayout, LaneLayout, StageLayout } from '../../layout/JourneyLayout.ts'
import {
  CELL_GAP,
  CELL_PAD_Y,
  LANE_LABEL_WIDTH,
  MIN_LANE_HEIGHT,
  PROCESS_PAD_TOP,
  STAGE_HEADER_HEIGHT,
} from '../../layout/mapMetrics.ts'

/** px of the map, from the page's upper left corner. */
export interface MapPage {
  readonly width: number
  readonly height: number
  readonly stages: readonly { readonly id: StageLayout['id']; readonly x: number; readonly w: number }[]
  readonly bands: readonly MapBand[]
}

/** One lane, or the part of it that fits a page. */
export interface MapBand {
  readonly laneId: LaneId
  readonly isContinued: boolean
  readonly y: number
  readonly h: number
  readonly cards: readonly { readonly id: CardId; readonly x: number; readonly y: number }[]
}

/** As in print: more stages than this make the next page. */
const MAX_STAGES = 6

export function mapPages(layout: JourneyLayout, room: { readonly width: number; readonly height: number }): MapPage[] {
  return stageGroups(layout.stages, room.width - LANE_LABEL_WIDTH).flatMap((stages) =>
    new PageWriter(layout, stages, room.height).write(),
  )
}

function stageGroups(stages: readonly StageLayout[], width: number): StageLayout[][] {
  const groups: StageLayout[][] = []
  let used = Infinity
  for (const stage of stages) {
    const group = groups.at(-1)
    if (group && group.length < MAX_STAGES && used + stage.header.w <= width) group.push(stage)
    else {
      groups.push([stage])
      used = 0
    }
    used += stage.header.w
  }
  return groups
}

/** Cards of one cell that stand side by side. */
type CardRow = readonly CardLayout[]

const heightOf = (row: CardRow): number => Math.max(...row.map(({ h }) => h))

class PageWriter {
  readonly #layout: JourneyLayout
  readonly #stages: readonly StageLayout[]
  readonly #height: number
  #pages: { bands: MapBand[]; used: number }[] = []

  constructor(layout: JourneyLayout, stages: readonly StageLayout[], height: number) {
    this.#layout = layout
    this.#stages = stages
    this.#height = height
  }

  write(): MapPage[] {
    this.#turn()
    for (const lane of this.#layout.lanes) if (lane.kind !== 'emotion') this.#writeLane(lane)
    const left = this.#stages[0]?.header.x ?? 0
    const stages = this.#stages.map(({ id, header }) => {
      return { id, x: LANE_LABEL_WIDTH + header.x - left, w: header.w }
    })
    const last = stages.at(-1)
    const width = last ? last.x + last.w : LANE_LABEL_WIDTH
    return this.#pages.map(({ bands, used }) => ({ width, height: used, stages, bands }))
  }

  #turn(): { bands: MapBand[]; used: number } {
    const page = { bands: [], used: STAGE_HEADER_HEIGHT }
    this.#pages.push(page)
    return page
  }

  #writeLane(lane: LaneLayout): void {
    const queues = this.#stages.map((stage) => this.#rowsOf(stage, lane))
    // A lane without a card in these stages says nothing here.
    for (let part = 0; queues.some((queue) => queue.length > 0); part++) this.#writeBand(lane, queues, part > 0)
  }

  #rowsOf(stage: StageLayout, lane: LaneLayout): CardRow[] {
    const cell = this.#layout.cells.get(`${stage.id}/${lane.id}`)
    const cards = (cell?.cardIds ?? []).flatMap((id) => this.#layout.cards.get(id) ?? [])
    return [...Map.groupBy(cards, ({ y }) => y)].toSorted(([a], [b]) => a - b).map(([, row]) => row)
  }

  /** Takes from every cell's rows what has room; at least one row, however high it is. */
  #writeBand(lane: LaneLayout, queues: CardRow[][], isContinued: boolean): void {
    const pad = lane.kind === 'process' ? PROCESS_PAD_TOP : CELL_PAD_Y
    let page = this.#pages.at(-1) ?? this.#turn()
    const least = Math.min(...queues.flatMap(([row]) => (row ? [heightOf(row)] : [])))
    if (page.bands.length > 0 && page.used + pad + least + CELL_PAD_Y > this.#height) page = this.#turn()
    const room = Math.max(least, this.#height - page.used - pad - CELL_PAD_Y)
    const cards: { id: CardId; x: number; y: number }[] = []
    let tallest = 0
    for (const queue of queues) {
      let y = 0
      for (let row = queue[0]; row && y + heightOf(row) <= room; row = queue[0]) {
        queue.shift()
        for (const card of row) cards.push({ id: card.id, x: this.#xOf(card), y: page.used + pad + y })
        y += heightOf(row) + CELL_GAP
      }
      tallest = Math.max(tallest, y - CELL_GAP)
    }
    const h = Math.max(MIN_LANE_HEIGHT, pad + tallest + CELL_PAD_Y)
    page.bands.push({ laneId: lane.id, isContinued, y: page.used, h, cards })
    page.used += h
  }

  #xOf(card: CardLayout): number {
    return LANE_LABEL_WIDTH + card.x - (this.#stages[0]?.header.x ?? 0)
  }
}
