// A map cut into pages that can be read: some stages side by side, their lanes below each other, cards as the layout
// measured them. A stage column never breaks; a lane that is longer than a page goes on on the next one, its label
// repeated. The emotion lane has a slide of its own.
import type { ClusterId } from '../../journey/clusters.ts'
import type { CardId, LaneId } from '../../journey/ids.ts'
import type { CardLayout, GroupLayout, JourneyLayout, LaneLayout, StageLayout } from '../../layout/JourneyLayout.ts'
import type { Rect } from '../../layout/Rect.ts'
import {
  CELL_GAP,
  CELL_PAD_Y,
  GROUP_HEAD,
  GROUP_PAD,
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
interface MapBand {
  readonly laneId: LaneId
  readonly isContinued: boolean
  readonly y: number
  readonly h: number
  readonly cards: readonly PlacedOnPage[]
  /** Frames of groups, around those of their cards that are in the band. */
  readonly groups: readonly (Rect & { readonly id: ClusterId })[]
}

interface PlacedOnPage {
  readonly id: CardId
  readonly x: number
  readonly y: number
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

/** Cards of one cell that stand side by side; of a group, if it has a frame. */
interface CardRow {
  readonly cards: readonly CardLayout[]
  readonly group: GroupLayout | null
}

const cardHeight = ({ cards }: CardRow): number => Math.max(...cards.map(({ h }) => h))
/** With the foot of its group's frame. */
const heightOf = (row: CardRow): number => cardHeight(row) + (row.group ? GROUP_PAD : 0)

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
    const groups = this.#layout.groups.filter(({ stageId, laneId }) => stageId === stage.id && laneId === lane.id)
    return [...Map.groupBy(cards, ({ y }) => y)]
      .toSorted(([a], [b]) => a - b)
      .map(([top, row]) => ({ cards: row, group: groups.find(({ y, h }) => top >= y && top < y + h) ?? null }))
  }

  /** Takes from every cell's rows what has room; at least one row, however high it is. */
  #writeBand(lane: LaneLayout, queues: CardRow[][], isContinued: boolean): void {
    const pad = lane.kind === 'process' ? PROCESS_PAD_TOP : CELL_PAD_Y
    let page = this.#pages.at(-1) ?? this.#turn()
    const least = Math.min(...queues.flatMap(([row]) => (row ? [headOf(row, null) + heightOf(row)] : [])))
    if (page.bands.length > 0 && page.used + pad + least + CELL_PAD_Y > this.#height) page = this.#turn()
    const room = Math.max(least, this.#height - page.used - pad - CELL_PAD_Y)
    const cards: PlacedOnPage[] = []
    const groups: MapBand['groups'][number][] = []
    let tallest = 0
    for (const queue of queues) {
      const taken = takeRows(queue, room)
      const placed = taken.map(({ row, y }) => ({ row, y: page.used + pad + y }))
      for (const { row, y } of placed) for (const card of row.cards) cards.push({ id: card.id, x: this.#xOf(card), y })
      groups.push(...this.#framesOf(placed))
      const last = taken.at(-1)
      if (last) tallest = Math.max(tallest, last.y + heightOf(last.row))
    }
    const h = Math.max(MIN_LANE_HEIGHT, pad + tallest + CELL_PAD_Y)
    page.bands.push({ laneId: lane.id, isContinued, y: page.used, h, cards, groups })
    page.used += h
  }

  #framesOf(rows: readonly { readonly row: CardRow; readonly y: number }[]): MapBand['groups'][number][] {
    return [...Map.groupBy(rows, ({ row }) => row.group)].flatMap(([group, own]) => {
      const [first, last] = [own[0], own.at(-1)]
      if (!group || !first || !last) return []
      const y = first.y - GROUP_HEAD
      return [{ id: group.id, x: this.#xOf(group), y, w: group.w, h: last.y + heightOf(last.row) - y }]
    })
  }

  #xOf({ x }: { readonly x: number }): number {
    return LANE_LABEL_WIDTH + x - (this.#stages[0]?.header.x ?? 0)
  }
}

/** Room above a row: the name of a group where one begins. */
function headOf(row: CardRow, before: CardRow | null): number {
  return row.group !== null && before?.group !== row.group ? GROUP_HEAD : 0
}

/** Rows from the front that fit one below the other, the first one in any case. */
function takeRows(queue: CardRow[], room: number): { readonly row: CardRow; readonly y: number }[] {
  const taken: { readonly row: CardRow; readonly y: number }[] = []
  let bottom = 0
  for (let row = queue[0]; row; row = queue[0]) {
    const before = taken.at(-1)?.row ?? null
    // A frame ends below its last row only.
    const foot = before?.group && before.group !== row.group ? GROUP_PAD : 0
    const y = bottom + foot + (before ? CELL_GAP : 0) + headOf(row, before)
    if (y + heightOf(row) > room) break
    queue.shift()
    taken.push({ row, y })
    bottom = y + cardHeight(row)
  }
  return taken
}
