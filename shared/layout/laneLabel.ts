// Words in the label column of a lane: its title, and for a lane without a title of its own the hint of its kind.
import type { Lane } from '../journey/Board.ts'
import { laneKindDefinitions } from '../journey/lanes.ts'
import { laneTitle } from '../journey/readBoardParts.ts'
import type { FontMetrics } from './FontMetrics.ts'
import { LANE_LABEL_WIDTH } from './mapMetrics.ts'
import { type TextFont, wrapText } from './wrapText.ts'

export const laneTitleFont: TextFont & { readonly line: number } = { weight: 600, italic: false, size: 12, line: 16 }
export const laneHintFont: TextFont & { readonly line: number } = { weight: 500, italic: false, size: 11, line: 14 }

export const LANE_LABEL_PAD_TOP = 12
export const LANE_LABEL_PAD_LEFT = 16
const PAD_RIGHT = 12
const PAD_BOTTOM = 8
/** Numbers and faces of the emotion lane stand at the right of the column. */
const FACES_WIDTH = 34
/** A longer title is cut: a lane should be as high as its cards, not as its name. */
const MAX_TITLE_LINES = 4
const MAX_HINT_LINES = 3

export interface LaneLabelLines {
  readonly title: readonly string[]
  readonly hint: readonly string[]
}

export function laneLabelLines(lane: Lane, metrics: FontMetrics): LaneLabelLines {
  const faces = lane.kind === 'emotion' ? FACES_WIDTH : 0
  const room = LANE_LABEL_WIDTH - LANE_LABEL_PAD_LEFT - PAD_RIGHT - faces
  const hint = lane.title === '' ? (laneKindDefinitions[lane.kind].hint ?? '') : ''
  return {
    title: wrapText(laneTitle(lane), laneTitleFont, room, MAX_TITLE_LINES, metrics),
    hint: wrapText(hint, laneHintFont, room, MAX_HINT_LINES, metrics),
  }
}

/** Height a lane needs for its label, however empty its cells are. */
export function laneLabelHeight(lane: Lane, metrics: FontMetrics): number {
  const { title, hint } = laneLabelLines(lane, metrics)
  return LANE_LABEL_PAD_TOP + title.length * laneTitleFont.line + hint.length * laneHintFont.line + PAD_BOTTOM
}
