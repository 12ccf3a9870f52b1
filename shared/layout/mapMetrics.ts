// Sizes of the map, px at zoom 1. The design's table "Map metrics", one name per number; drawing code takes them from
// here too, so that the canvas, the SVG and the print agree.

/** Persona, wants, objective, success measure, state. */
export const HEADER_HEIGHT = 66
/** Name and period of a stage. */
export const STAGE_HEADER_HEIGHT = 44
export const LANE_LABEL_WIDTH = 128

export const CARD_WIDTH = 164
/** Between two cards of a cell, both ways. */
export const CELL_GAP = 8
export const WIDE_CARD_WIDTH = 2 * CARD_WIDTH + CELL_GAP
/** A column with its gap. */
export const COLUMN_PITCH = CARD_WIDTH + CELL_GAP
export const CELL_PAD_X = 12
export const CELL_PAD_Y = 10
/** The process lane starts lower: its dashed line of visibility and the bottleneck labels need the room. */
export const PROCESS_PAD_TOP = 14

/** Name of a group of notes above its cards, and the rest of its frame: beside and below them. Narrower than the cell's own pad. */
export const GROUP_HEAD = 22
export const GROUP_PAD = 5

export const MIN_LANE_HEIGHT = 52
export const MIN_THOUGHTS_HEIGHT = 40
/** 18 above +2, 27 for each step, 18 below −2. */
export const EMOTION_LANE_HEIGHT = 144

/** Button in the next free place of a cell ("+ Touchpoint"). */
export const NEXT_SLOT_HEIGHT = 32
/** The same button where there is less room, or none: then it lies over the lane's lower rule. The smallest target WCAG accepts. */
export const TIGHT_SLOT_HEIGHT = 24
/** Least distance between such a button and the rule below it. */
export const SLOT_MARGIN = 4

/** Cards whose stage or lane is gone lie this far below the map. */
export const HOMELESS_GAP = 40

export function stageWidth(columns: number): number {
  return 2 * CELL_PAD_X - CELL_GAP + COLUMN_PITCH * columns
}
