// A journey → rectangles. Pure and deterministic: the same board gives the same map on every client and on the server.
// Reads no clock, no browser, no drawing; writes nothing.
import { type Board, type Card, type CellKey, cellKey, type Journey, type Lane, type Stage } from '../journey/Board.ts'
import { cardDefinition, kindsForLane } from '../journey/cards/cardKinds.ts'
import type { CardId, JourneyId } from '../journey/ids.ts'
import type { LaneKind } from '../journey/lanes.ts'
import { lanesOf, stagesOf } from '../journey/readBoardParts.ts'
import { DEFAULT_COLUMNS, MAX_COLUMNS } from '../journey/schema.ts'
import type {
  CardLayout,
  CellLayout,
  GroupLayout,
  JourneyLayout,
  LaneLayout,
  NextSlot,
  StageLayout,
} from './JourneyLayout.ts'
import type { FontMetrics } from './FontMetrics.ts'
import { homelessByJourney } from './homelessByJourney.ts'
import { laneLabelHeight } from './laneLabel.ts'
import { columnsOf, widthOfColumns } from './layoutCell.ts'
import type { GroupFrame } from './layoutBlocks.ts'
import type { CellEntry, LayoutCache, PlacedCell } from './LayoutCache.ts'
import {
  CELL_GAP,
  CELL_PAD_X,
  CELL_PAD_Y,
  EMOTION_LANE_HEIGHT,
  HEADER_HEIGHT,
  HOMELESS_GAP,
  LANE_LABEL_WIDTH,
  MIN_LANE_HEIGHT,
  MIN_THOUGHTS_HEIGHT,
  NEXT_SLOT_HEIGHT,
  PROCESS_PAD_TOP,
  SLOT_MARGIN,
  STAGE_HEADER_HEIGHT,
  stageWidth,
  TIGHT_SLOT_HEIGHT,
} from './mapMetrics.ts'
import type { Rect } from './Rect.ts'

const noCards: readonly Card[] = []

/** Columns of a stage, whatever was stored. */
function clampColumns(columns: number | null): number {
  if (columns === null || !Number.isFinite(columns)) return DEFAULT_COLUMNS
  return Math.min(MAX_COLUMNS, Math.max(1, Math.round(columns)))
}

export function cellPadTop(kind: LaneKind): number {
  return kind === 'process' ? PROCESS_PAD_TOP : CELL_PAD_Y
}

/** As high as its tallest cell, and never so low that its own label is cut. */
function laneHeight(lane: Lane, tallest: number, metrics: FontMetrics): number {
  if (lane.kind === 'emotion') return EMOTION_LANE_HEIGHT
  const least = lane.kind === 'thoughts' ? MIN_THOUGHTS_HEIGHT : MIN_LANE_HEIGHT
  return Math.max(least, cellPadTop(lane.kind) + tallest + CELL_PAD_Y, laneLabelHeight(lane, metrics))
}

/** The map of one journey; null if the board has no such journey. `homeless`: its cards whose stage or lane is gone. */
export function layoutJourney(
  board: Board,
  journeyId: JourneyId,
  cache: LayoutCache,
  homeless: readonly Card[] = homelessByJourney(board).get(journeyId) ?? noCards,
): JourneyLayout | null {
  const journey = board.journeys.get(journeyId)
  if (!journey) return null
  const before = cache.recomputedCells
  // Across first, then down: how wide a stage is decides how high its cells are, never the other way round.
  const stages = layoutStages(journey, stagesOf(board, journeyId))
  const rows = layoutRows(board, cache, stages, lanesOf(board, journeyId))
  const w = LANE_LABEL_WIDTH + (stages.at(-1) ? stages.reduce((sum, stage) => sum + stage.header.w, 0) : stageWidth(2))
  const top = HEADER_HEIGHT + STAGE_HEADER_HEIGHT
  const h = rows.reduce((sum, row) => sum + row.height, top)
  const sheet: Rect = { x: journey.place.x, y: journey.place.y, w, h }
  const lanes = placeLanes(sheet, rows)
  const cards = new Map<CardId, CardLayout>()
  const groups: GroupLayout[] = []
  const cells = placeCells(rows, lanes, cards, groups)
  placeHomeless(board, cache, sheet, homeless, cards)
  return {
    journeyId,
    ...sheet,
    header: { ...sheet, h: HEADER_HEIGHT },
    stages: stages.map((stage) => ({ ...stage, body: { ...stage.body, h: h - top } })),
    lanes,
    cells,
    cards,
    groups,
    emotion: lanes.filter((lane) => lane.kind === 'emotion').map((lane) => ({ laneId: lane.id, rect: lane.body })),
    recomputedCells: cache.recomputedCells - before,
  }
}

/** Heights of the bodies are filled in when the lanes are known. */
function layoutStages(journey: Journey, stages: readonly Stage[]): StageLayout[] {
  const y = journey.place.y + HEADER_HEIGHT
  let x = journey.place.x + LANE_LABEL_WIDTH
  return stages.map((stage) => {
    const columns = clampColumns(stage.columns)
    const header = { x, y, w: stageWidth(columns), h: STAGE_HEADER_HEIGHT }
    x += header.w
    return { id: stage.id, columns, header, body: { ...header, y: y + STAGE_HEADER_HEIGHT, h: 0 } }
  })
}

/** One lane with its cells, heights known, not placed yet: where it lies depends on the lanes above. */
interface Row {
  readonly lane: Lane
  readonly height: number
  readonly cells: readonly { readonly stage: StageLayout; readonly key: CellKey; readonly entry: CellEntry }[]
}

function layoutRows(board: Board, cache: LayoutCache, stages: readonly StageLayout[], lanes: readonly Lane[]): Row[] {
  return lanes.map((lane) => {
    const cells = stages.map((stage) => {
      const key = cellKey(stage.id, lane.id)
      return { stage, key, entry: cache.cell(board, key, board.cells.get(key) ?? noCards, stage.columns) }
    })
    const tallest = Math.max(0, ...cells.map((cell) => cell.entry.content.height))
    return { lane, height: laneHeight(lane, tallest, cache.metrics), cells }
  })
}

/** From top to bottom; a lane that grew moves those below it and nothing else. */
function placeLanes(sheet: Rect, rows: readonly Row[]): LaneLayout[] {
  let y = sheet.y + HEADER_HEIGHT + STAGE_HEADER_HEIGHT
  return rows.map(({ lane, height }) => {
    const label = { x: sheet.x, y, w: LANE_LABEL_WIDTH, h: height }
    y += height
    const body = { x: sheet.x + LANE_LABEL_WIDTH, y: label.y, w: sheet.w - LANE_LABEL_WIDTH, h: height }
    return { id: lane.id, kind: lane.kind, label, body }
  })
}

/** All cells of the map; their cards and groups are added to `cards` and `groups` in absolute coordinates. */
function placeCells(
  rows: readonly Row[],
  lanes: readonly LaneLayout[],
  cards: Map<CardId, CardLayout>,
  groups: GroupLayout[],
): Map<CellKey, CellLayout> {
  const cells = new Map<CellKey, CellLayout>()
  rows.forEach((row, at) => {
    const y = lanes[at]?.body.y ?? 0
    for (const { stage, key, entry } of row.cells) {
      const rect = { x: stage.header.x, y, w: stage.header.w, h: row.height }
      const placed = placeContent(entry, rect.x, y + cellPadTop(row.lane.kind))
      for (const card of placed.cards) cards.set(card.id, card)
      const place = { stageId: stage.id, laneId: row.lane.id }
      groups.push(...placed.frames.map(({ groupId, rect: frame }) => ({ id: groupId, ...place, ...frame })))
      const nextSlot = placeNextSlot(entry, rect, row.lane.kind, stage.columns)
      cells.set(key, { ...place, rect, nextSlot, cardIds: placed.cards.map((card) => card.id) })
    }
  })
  return cells
}

/** The cell's cards and groups at its corner; the same objects as last time if the cell did not move. */
function placeContent(entry: CellEntry, x: number, y: number): PlacedCell {
  if (entry.placed && entry.placed.x === x && entry.placed.y === y) return entry.placed
  const cards = entry.content.slots.map((slot, at): CardLayout => {
    const card = entry.shown[at] as Card
    const measure = entry.measures[at]
    const { lines = [], foot = '' } = measure ?? {}
    return { id: card.id, x: x + slot.x, y: y + slot.y, w: slot.w, h: slot.h, lines, foot, homeless: false }
  })
  const frames = entry.content.frames.map(({ groupId, rect }): GroupFrame => {
    return { groupId, rect: { ...rect, x: x + rect.x, y: y + rect.y } }
  })
  entry.placed = { x, y, cards, frames }
  return entry.placed
}

/**
 * Where the "+" button of a cell goes: the next free place. In the tallest cell of a lane that place would lie in the
 * lane below; there a low button begins right below the cards and lies over the rule.
 */
function placeNextSlot(entry: CellEntry, cell: Rect, kind: LaneKind, columns: number): NextSlot | null {
  // The button makes the kind that belongs in the lane, so it is as wide as that.
  const home = kindsForLane(kind)[0]
  if (!home) return null
  const span = columnsOf(cardDefinition(home).look.width === 'wide', columns)
  const { next } = entry.content
  const column = Math.round((next.x - CELL_PAD_X) / widthOfColumns(1))
  const startsRow = next.isNewRow || column + span > columns
  const rowTop = startsRow && !next.isNewRow ? entry.content.height + CELL_GAP : next.y
  const x = cell.x + (startsRow ? CELL_PAD_X : next.x)
  const y = cell.y + cellPadTop(kind) + rowTop
  const room = cell.y + cell.h - y
  if (room < TIGHT_SLOT_HEIGHT + SLOT_MARGIN)
    return { x, y: cell.y + cell.h - CELL_PAD_Y, w: widthOfColumns(1), h: TIGHT_SLOT_HEIGHT, isOnRule: true }
  const h = Math.min(NEXT_SLOT_HEIGHT, Math.max(room - CELL_PAD_Y, TIGHT_SLOT_HEIGHT))
  return { x, y, w: widthOfColumns(span), h, isOnRule: false }
}

/** Row by row under the sheet, as wide as the sheet. */
function placeHomeless(
  board: Board,
  cache: LayoutCache,
  sheet: Rect,
  homeless: readonly Card[],
  cards: Map<CardId, CardLayout>,
): void {
  let x = sheet.x
  let y = sheet.y + sheet.h + HOMELESS_GAP
  let rowHeight = 0
  for (const card of homeless) {
    const { isWide, h } = cache.measure(board, card, 2)
    const w = widthOfColumns(columnsOf(isWide, 2))
    if (x > sheet.x && x + w > sheet.x + sheet.w) {
      x = sheet.x
      y += rowHeight + CELL_GAP
      rowHeight = 0
    }
    cards.set(card.id, cache.loose(board, card, x, y, true))
    x += w + CELL_GAP
    rowHeight = Math.max(rowHeight, h)
  }
}
